import type { DuePhrase } from "./duePhrase.ts";
import type { Entry } from "./entry.ts";
import type { LocalDate } from "./localDate.ts";
import type { DateMove, MeasureAsImported } from "./measure.ts";
import { sameWords } from "./sameWords.ts";

/** One row of what was asked and decided about a measure's date. Appended, never edited. */
export interface DateChange extends Entry {
  readonly ref: string;
  /** A request takes the place of one that waits; a withdrawal takes it back; the other two decide it. */
  readonly kind: "request" | "acceptance" | "refusal" | "withdrawal";
  /** Asked for, or given; absent in a refusal and a withdrawal. */
  readonly due?: DuePhrase;
  /** What counted when a date was asked for or given, which it is to take the place of. */
  readonly before?: DuePhrase;
  /** As the person typed it, where more was understood than stands in it. */
  readonly typed?: string;
  /** Why it is asked for, or what the decider said of it. */
  readonly reason: string;
  /** The id of the request this row decides or takes back. */
  readonly answers?: string;
  /** The lead, as written, on whose behalf somebody else asked. */
  readonly onBehalfOf?: string;
}

/** A request and what became of it. */
export interface DecidedDate {
  readonly request: DateChange;
  readonly decision: DateChange;
}

/** Where a measure's date changes stand, kept beside the measure. */
export interface DateStanding {
  /** The last row, whatever it did; a card that showed another is behind. */
  readonly lastChange: string;
  /** Asked for and not decided: the date before it counts. */
  readonly waiting?: DateChange;
  /** Oldest first. */
  readonly decided: readonly DecidedDate[];
}

/** @param history - every row of the measure's dates, oldest first @returns undefined when there is none */
export function datesAfter(history: readonly DateChange[]): DateStanding | undefined {
  return history.reduce<DateStanding | undefined>(datesWith, undefined);
}

/** The standing after one more row: what `datesAfter` would find, without reading the history. */
export function datesWith(before: DateStanding | undefined, change: DateChange): DateStanding {
  const { waiting, decided } = before ?? { decided: [] };
  const lastChange = change.id;
  if (change.kind === "request") return { lastChange, waiting: change, decided };
  // A row that answers what does not wait any more changes nothing but its place in the history.
  if (!waiting || waiting.id !== change.answers) return { lastChange, decided, ...(waiting && { waiting }) };
  return change.kind === "withdrawal" ? { lastChange, decided } : { lastChange, decided: [...decided, { request: waiting, decision: change }] };
}

/**
 * Puts the dates that were accepted in chat over what imports brought. An import takes them into its own rows
 * (`datesTaken`), so one that was decided while an import was being written is put over it and none is put over twice.
 */
export function withDates<M extends MeasureAsImported>(measure: M, dates: DateStanding | undefined): M & { readonly dates?: DateStanding } {
  if (!dates) return measure;
  const taken = measure.datesTaken ?? "";
  const moved = dates.decided.filter(({ decision }) => decision.kind === "acceptance" && decision.id > taken).reduce<M>(moveDate, measure);
  return { ...moved, dates };
}

function moveDate<M extends MeasureAsImported>(measure: M, { request, decision }: DecidedDate): M {
  const { due } = decision;
  if (!due) return measure;
  const taken = { ...measure, datesTaken: decision.id };
  if (sameWords(due.asWritten, measure.due.asWritten)) return taken;
  const reason = `${request.reason} (accepted by ${decision.by.name})`;
  const move: DateMove = { from: measure.due, on: decision.on, reason, decision: decision.id };
  return { ...taken, due, dateMoves: [...(measure.dateMoves ?? []), move] };
}

/** The measure with the date it had at the end of a day. Dates that files moved stay as they are: a file says nothing of when. */
export function datesAsOf<M extends MeasureAsImported>(measure: M, day: LocalDate): M {
  const move = measure.dateMoves?.at(-1);
  if (!move || move.decision === undefined || move.on <= day) return measure;
  return datesAsOf({ ...measure, due: move.from, dateMoves: measure.dateMoves?.slice(0, -1) }, day);
}

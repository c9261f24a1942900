import { type DuePhrase, datesOf, lastDate, type Milestone } from "./duePhrase.ts";
import { addDays, inWords, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { planYears, readDuePhrase } from "./readDuePhrase.ts";
import { readRelativeDate } from "./readRelativeDate.ts";
import { sameWords } from "./sameWords.ts";

/** Which of a measure's several dates is to move: the day it has now, or all of them. */
export type WhichDate = LocalDate | "all";

/** A date that was asked for: what the measure's due phrase would then be, or what to say to whoever typed it. */
export type AskedDate = { readonly kind: "read"; readonly due: DuePhrase } | { readonly kind: "fault"; readonly sentence: string };

/** A plan runs for a few years; a date further off is a slip of the pen. */
const furthestDays = 3_660;

/**
 * Reads the new date a person types, as plans write theirs (`readDuePhrase` with the plan's own years). A date without a year
 * is the next one of that name; `in two weeks` counts from today, `two more weeks` from the date there is (`countedFrom`). What
 * is stored then says the year.
 *
 * Of a measure with several dates one moves and the others stay as they are; a phrase with several dates takes the
 * place of all.
 */
export function readAskedDate(typed: string, which: WhichDate | undefined, measure: Measure, plan: Pick<Plan, "measures">, today: LocalDate): AskedDate {
  const words = typed.trim().replace(/^(?:(?:un)?till?|to)\s+/i, "");
  if (words === "") return fault("Write the new date, such as 31 January 2023 or spring term 2023.");
  const read = readComingDate(words, plan, today, countedFrom(measure.due, which, today));
  const on = lastDate(read);
  if (read.kind === "invalid") return fault(`“${typed.trim()}” could not be read as a date. ${read.problem}`);
  if (!on) return fault(`“${typed.trim()}” names no day by which this will be done. Write one, such as 31 January 2023.`);
  if (on < today) return fault(`${inWords(on)} has gone by. Write a date that is still ahead.`);
  if (on > addDays(today, furthestDays)) return fault(`${inWords(on)} is more than ten years ahead. Is the year right?`);

  const steps = datesOf(measure.due);
  const due = steps.length > 1 && which !== "all" ? moveStep(measure.due, read, which, today) : read;
  if (typeof due === "string") return fault(due);
  if (isSameDate(due, measure.due)) return fault(`${inWords(on)} is the date it has now. Write another one.`);
  return { kind: "read", due };
}

/** The date a request is about when nothing else is said: the only one still ahead, else the last. Undefined where several are ahead. */
export function dateMeant(due: DuePhrase, today: LocalDate): LocalDate | undefined {
  const ahead = datesOf(due).filter(({ on }) => on >= today);
  return ahead.length > 1 ? undefined : (ahead[0]?.on ?? lastDate(due));
}

/** From when `another fortnight` is counted: the date that is to move, where it is still ahead. */
export function countedFrom(due: DuePhrase, which: WhichDate | undefined, today: LocalDate): LocalDate {
  const moves = which === undefined || which === "all" ? dateMeant(due, today) : which;
  return moves !== undefined && moves > today ? moves : today;
}

const further = /^(?!in\b)(?!.*\bfrom (?:today|now)\b).*\b(?:another|more|further|extra|additional|longer)\b/i;
const feast = /^(?:by |before |at )?(?:easter|christmas|xmas)$/i;

/**
 * Reads a date that is to come: the plan's years first, then this and the next, since whoever says `January` means the next one.
 *
 * @param from - the day from which `two more weeks` is counted
 */
export function readComingDate(words: string, plan: Pick<Plan, "measures">, today: LocalDate, from = today): DuePhrase {
  const relative = readRelativeDate(words, further.test(words) ? from : today);
  if (relative) return { kind: "day", on: relative, asWritten: inWords(relative) };
  const asItStands = readDuePhrase(words);
  if (lastDate(asItStands) && !asItStands.doubts) return asItStands;

  const thisYear = Number(today.slice(0, 4));
  const years = planYears(plan.measures.map(({ due }) => due.asWritten));
  const isFeast = feast.test(words);
  const spans = [...(years && !isFeast ? [years] : []), ...[thisYear, thisYear + 1].map((year) => ({ first: year, last: year }))];
  const reads = spans.map((span) => readDuePhrase(isFeast ? `${words} ${span.last}` : words, { years: span }));
  const next = reads
    .filter((due) => (lastDate(due) ?? "") >= today)
    .map(writtenOut)
    .find((due) => due !== undefined);
  return next ?? reads.find((due) => lastDate(due)) ?? asItStands;
}

/** In words that are read the same without knowing anything of the plan; undefined where they would not be. */
function writtenOut(due: DuePhrase): DuePhrase | undefined {
  const steps = datesOf(due);
  if (steps.length === 0) return undefined;
  const asWritten = steps.map(stepInWords).join("; ");
  const again = readDuePhrase(asWritten);
  const { doubts: _, movedFrom: __, ...rest } = due;
  return again.kind === due.kind && again.doubts === undefined && sameSteps(datesOf(again), steps) ? { ...rest, asWritten } : undefined;
}

function stepInWords({ on, label, target }: Milestone): string {
  return `${inWords(on)}${label ? ` (${label})` : ""}${target ? `: ${target}` : ""}`;
}

/** @returns a sentence where it cannot be told which date moves */
function moveStep(due: DuePhrase, asked: DuePhrase, which: LocalDate | undefined, today: LocalDate): DuePhrase | string {
  const steps = datesOf(due);
  const to = datesOf(asked);
  if (to.length > 1)
    return which === undefined ? asked : "These are several dates. Choose “All of them, as I write them” above, or write the one date that is to move.";
  const from = which ?? dateMeant(due, today);
  const at = steps.findIndex(({ on }) => on === from);
  const [day] = to;
  if (at < 0 || !day) return "This measure has several dates. Choose which of them is to move.";
  const { startsOn } = due;
  const moved = steps.map((step, n) => (n === at ? { ...step, on: day.on } : step)).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const next = writtenOut({ kind: "milestones", steps: moved, asWritten: "", ...(startsOn && { startsOn }) });
  return next ?? "I can't move this one date by itself. Choose “All of them, as I write them” and write every date with its target.";
}

function isSameDate(a: DuePhrase, b: DuePhrase): boolean {
  return sameWords(a.asWritten, b.asWritten) || (a.kind === b.kind && datesOf(a).length > 0 && sameSteps(datesOf(a), datesOf(b)));
}

function sameSteps(a: readonly Milestone[], b: readonly Milestone[]): boolean {
  const fold = (words: string | undefined) => (words ?? "").trim().toLowerCase();
  return (
    a.length === b.length && a.every((step, n) => step.on === b[n]?.on && fold(step.label) === fold(b[n]?.label) && fold(step.target) === fold(b[n]?.target))
  );
}

function fault(sentence: string): AskedDate {
  return { kind: "fault", sentence };
}

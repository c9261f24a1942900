import type { HistoryEntry } from "../cards/historyCard.ts";
import { type DateChange, datesAfter } from "../domain/dateChange.ts";
import type { FigureChange } from "../domain/figureChange.ts";
import { type Instant, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Measure, ObjectId, Plan } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import type { RiskChange } from "../domain/risk.ts";
import { didInWords, type Update } from "../domain/update.ts";
import { dateChangeInWords } from "./composeDateForm.ts";
import { capital, figureChangeInWords } from "./composeFigures.ts";
import { riskChangeInWords } from "./composeRisks.ts";
import { figureInWords } from "./recordUpdate.ts";

/** One thing that was said or decided of a measure, when and by whom. */
export interface DatedEntry {
  readonly at: Instant;
  readonly on: LocalDate;
  readonly by: ObjectId;
  readonly entry: HistoryEntry;
}

/** All that was said and decided of a measure, oldest first. */
export interface Said {
  readonly updates: readonly Update[];
  readonly dates: readonly DateChange[];
  readonly figures: readonly FigureChange[];
  /** Of its risks, one after the other. */
  readonly risks: readonly RiskChange[];
}

/** @returns newest first */
export function entriesOf(plan: Plan, measure: Measure, { updates, dates, figures, risks }: Said): DatedEntry[] {
  const dated = ({ at, on, by }: Update | DateChange | FigureChange | RiskChange, entry: HistoryEntry) => ({ at, on, by: by.objectId, entry });
  return [
    ...updates.map((update, n) => dated(update, updateEntry(plan, measure, update, updates, ratingBefore(updates.slice(0, n), measure)))),
    ...dates.map((change) => dated(change, dateEntry(change, dates))),
    ...figures.map((change) => dated(change, figureEntry(change))),
    ...risks.map((change) => dated(change, riskEntry(change))),
  ].sort(newestFirst);
}

export function newestFirst(a: Pick<DatedEntry, "at">, b: Pick<DatedEntry, "at">): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : 0;
}

/** What stood before, so that a change can be seen; what was taken back or replaced counts no more. */
function ratingBefore(earlier: readonly Update[], measure: Measure): string | undefined {
  const gone = new Set(earlier.flatMap(({ amends }) => amends ?? []));
  return earlier.findLast(({ id, kind, rating }) => kind === "report" && rating !== undefined && !gone.has(id))?.rating ?? measure.ratingAsImported;
}

function updateEntry(plan: Plan, measure: Measure, update: Update, all: readonly Update[], before: string | undefined): HistoryEntry {
  const rating = findRating(plan.scheme, update.rating);
  const was = findRating(plan.scheme, before)?.label;
  const { narrative, help, risk, mitigation, evidence, challenges, why } = update;
  return {
    on: inWords(update.on),
    by: update.by.name,
    ratingLabel: rating?.label,
    meaning: rating?.meaning,
    ...(rating && was !== undefined && was !== rating.label && { was }),
    impactLabel: findRating(plan.scheme, update.impact)?.label,
    narrative,
    figure: figureInWords(measure, update),
    help,
    risk,
    mitigation,
    evidence,
    challenges,
    why,
    note: noteOf(update, all),
  };
}

function dateEntry(change: DateChange, all: readonly DateChange[]): HistoryEntry {
  const { on, by, reason, onBehalfOf, typed } = change;
  const did = dateChangeInWords(change);
  const notes = [capital(did), onBehalfOf && `on behalf of ${onBehalfOf}`, typed && `written “${typed}”`, becameOf(change, all)];
  return { on: inWords(on), by: by.name, narrative: reason, note: notes.filter(Boolean).join("; ") };
}

function figureEntry(change: FigureChange): HistoryEntry {
  const { on, by, reason, onBehalfOf } = change;
  const note = `${capital(figureChangeInWords(change))}${onBehalfOf ? `; on behalf of ${onBehalfOf}` : ""}`;
  return { on: inWords(on), by: by.name, narrative: reason, note };
}

function riskEntry(change: RiskChange): HistoryEntry {
  return { on: inWords(change.on), by: change.by.name, narrative: "", note: `Risk ${change.risk}: ${riskChangeInWords(change)}` };
}

function becameOf({ kind, id }: DateChange, all: readonly DateChange[]): string | undefined {
  if (kind !== "request") return undefined;
  if (datesAfter(all)?.waiting?.id === id) return "waits for a decision";
  const answer = all.find(({ answers }) => answers === id);
  return answer ? undefined : "a later request took its place";
}

function noteOf(update: Update, all: readonly Update[]): string | undefined {
  const named = all.find((one) => one.id === update.amends);
  const withdrawn = all.some((one) => one.kind === "withdrawal" && one.amends === update.id);
  const notes = [
    update.kind === "withdrawal" && named && `takes back the ${named.kind === "signOff" ? "sign-off" : "update"} of ${inWords(named.on)}`,
    update.kind !== "withdrawal" && update.kind !== "report" && didInWords[update.kind],
    update.kind === "report" && named && `changes the update of ${inWords(named.on)}`,
    update.onBehalfOf && `on behalf of ${update.onBehalfOf}`,
    withdrawn && "taken back",
    all.some((one) => one.kind === "report" && one.amends === update.id) && "replaced by a later change",
  ];
  return notes.filter(Boolean).join("; ") || undefined;
}

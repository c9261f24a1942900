import type { HistoryEntry } from "../cards/historyCard.ts";
import type { ConfidenceChange } from "../domain/confidential.ts";
import { type DateChange, datesAfter } from "../domain/dateChange.ts";
import type { Entry } from "../domain/entry.ts";
import type { FigureChange } from "../domain/figureChange.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { type MonitoringChange, monitoringRows } from "../domain/monitoring.ts";
import { monitoringInWords, partInWords } from "../domain/partInWords.ts";
import type { Plan } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import type { RiskChange } from "../domain/risk.ts";
import { didInWords, type Update } from "../domain/update.ts";
import { type AtPlan, mayTellConfidential } from "./atPlan.ts";
import { dateChangeInWords } from "./composeDateForm.ts";
import { capital, figureChangeInWords } from "./composeFigures.ts";
import { riskChangeInWords } from "./composeRisks.ts";
import { type HandoverEntry, handoverEntries } from "./handoverEntries.ts";
import { figureInWords } from "./recordUpdate.ts";
import type { SaidOfMeasure } from "./saidOfMeasure.ts";

/** One thing that was said or decided. */
export interface DatedEntry {
  /** As stored: the same object for every measure it is about. */
  readonly row: Pick<Entry, "at" | "on" | "by">;
  /** The measure, or the part of the plan it is in, as people know it. */
  readonly of: string;
  readonly entry: HistoryEntry;
}

/**
 * All that was said and decided of a measure and of monitoring what it is part of. That it was marked confidential, and why, is
 * told to those who may see such an item.
 *
 * @returns newest first
 */
export function entriesOf(at: AtPlan, measure: Measure, said: SaidOfMeasure): DatedEntry[] {
  const { plan } = at;
  const { updates, dates, figures, risks, confidential } = said;
  const own: Omit<DatedEntry, "of">[] = [
    ...updates.map((row, n) => ({ row, entry: updateEntry(plan, measure, row, updates, ratingBefore(updates.slice(0, n), measure)) })),
    ...dates.map((row) => ({ row, entry: dateEntry(row, dates) })),
    ...figures.map((row) => ({ row, entry: figureEntry(row) })),
    ...risks.map((row) => ({ row, entry: riskEntry(row) })),
    ...handoverEntries(said).map((one) => ({ row: one.row, entry: handoverEntry(one) })),
    ...(mayTellConfidential(at, measure) ? confidential.map((row) => ({ row, entry: confidenceEntry(row) })) : []),
  ];
  const monitored = monitoringRows(plan, measure).map((row) => ({ row, of: partOf(row), entry: monitoringEntry(row) }));
  return [...own.map((one) => ({ ...one, of: measure.ref })), ...monitored].sort(newestFirst);
}

export function newestFirst({ row: a }: Pick<DatedEntry, "row">, { row: b }: Pick<DatedEntry, "row">): number {
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

function handoverEntry({ row: { on, by }, what, words }: HandoverEntry): HistoryEntry {
  return { on: inWords(on), by: by.name, narrative: words, note: what };
}

function monitoringEntry({ on, by, reason, ...change }: MonitoringChange): HistoryEntry {
  return { on: inWords(on), by: by.name, narrative: reason, note: monitoringInWords(change) };
}

function partOf({ part, ref }: MonitoringChange): string {
  return part === "measure" ? ref : partInWords(part, ref);
}

function confidenceEntry({ on, by, reason, kind }: ConfidenceChange): HistoryEntry {
  return { on: inWords(on), by: by.name, narrative: reason, note: kind === "mark" ? "Marked confidential" : "Opened again, no longer confidential" };
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

import type { ListToken } from "../cards/cardAction.ts";
import { type HistoryEntry, historyCard } from "../cards/historyCard.ts";
import { lastDate } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import { type MonitoringChange, monitoringRows } from "../domain/monitoring.ts";
import { monitoringInWords } from "../domain/partInWords.ts";
import { mayAnswer, mayOversee } from "../domain/permission.ts";
import type { Measure } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import { risksOf } from "../domain/risk.ts";
import { slipInWords, timesInWords } from "../domain/slipInWords.ts";
import { fileSpeaksOf, isComplete } from "../domain/standing.ts";
import type { Message, Ports, Where } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { handoverEntries } from "./handoverEntries.ts";
import { type DatedEntry, entriesOf, newestFirst } from "./historyEntries.ts";

/** Enough for a phone. */
const perPage = 5;

/**
 * Every rating and narrative of a measure and whatever was asked and decided about its date and whose it is, newest first, what was imported last.
 *
 * @param where - a card in a channel is everybody's, so it offers no form there
 */
export async function showHistory(
  ports: Ports,
  { plan, person }: AtPlan,
  measure: Measure,
  where: Where,
  { list, page = 1 }: { list?: ListToken; page?: number } = {},
): Promise<Message> {
  const { ref } = measure;
  const [updates, dates, figures, risks, handovers] = await Promise.all([
    ports.plans.history(plan.id, ref),
    ports.plans.entries(plan.id, "dates", ref),
    ports.plans.entries(plan.id, "figures", ref),
    Promise.all(risksOf(plan).flatMap((risk) => (risk.ref === ref ? ports.plans.entries(plan.id, "risks", risk.risk) : []))),
    handoverEntries(ports, plan.id, ref),
  ]);
  const handed = handovers.map(
    ({ at, on, by, what, words }): Pick<DatedEntry, "at" | "entry"> => ({
      at,
      entry: { on: inWords(on), by, narrative: words, note: what },
    }),
  );
  const imported = findRating(plan.scheme, measure.ratingAsImported);
  const { withdrawnOn } = measure;
  const entries = [
    ...(withdrawnOn ? [{ on: inWords(withdrawnOn), by: "The plan as imported", narrative: "Withdrawn: the plan's file no longer has it." }] : []),
    ...[
      ...entriesOf(plan, measure, { updates, dates, figures, risks: risks.flat() }),
      ...handed,
      ...monitoringRows(plan, measure).map((change) => ({ at: change.at, entry: monitoringEntry(change) })),
    ]
      .sort(newestFirst)
      .map(({ entry }) => entry),
    {
      on: inWords(fileSpeaksOf(measure, plan)),
      by: "The plan as imported",
      ratingLabel: imported?.label,
      meaning: imported?.meaning,
      impactLabel: measure.impactAsImported,
      narrative: measure.narrativeAsImported,
    },
  ];
  const dueOn = lastDate(measure.due);
  const isAlone = where.kind === "personal" && withdrawnOn === undefined;
  const complete = isComplete(measure, plan.scheme);
  const card = historyCard({
    plan: plan.id,
    planTitle: plan.title,
    ref: measure.ref,
    words: measure.words,
    dueAsWritten: dueInWords(measure),
    currentDue: dueOn && inWords(dueOn),
    entries: entries.slice((page - 1) * perPage, page * perPage),
    page,
    pages: Math.ceil(entries.length / perPage),
    canUpdate: isAlone && mayAnswer(person, measure) && !complete,
    canReopen: isAlone && mayOversee(plan, person) && complete,
    list,
  });
  return { card, alert: `History of ${measure.ref}` };
}

function monitoringEntry({ on, by, reason, ...change }: MonitoringChange): HistoryEntry {
  return { on: inWords(on), by: by.name, narrative: reason, note: monitoringInWords(change) };
}

/** The date it began with is shown for as long as it is another. */
function dueInWords({ due, dateMoves = [] }: Measure): string {
  const [first] = dateMoves;
  if (!first) return due.asWritten;
  const slip = slipInWords(first.from, due);
  return `${due.asWritten.trim() || "no date"} (at first ${first.from.asWritten.trim() || "no date"}, moved ${timesInWords(dateMoves.length)}${slip ? `: ${slip}` : ""})`;
}

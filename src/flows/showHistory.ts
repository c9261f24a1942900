import type { ListToken } from "../cards/cardAction.ts";
import { slipInWords, timesInWords } from "../cards/dateInWords.ts";
import { type HistoryEntry, historyCard } from "../cards/historyCard.ts";
import { type DateChange, datesAfter } from "../domain/dateChange.ts";
import { lastDate } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import { mayAnswer } from "../domain/permission.ts";
import type { Measure } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import { fileSpeaksOf, isComplete } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import type { Message, Ports, Where } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { dateChangeInWords } from "./composeDateForm.ts";
import { handoverEntries } from "./handoverEntries.ts";

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
  const [updates, changes, handovers] = await Promise.all([
    ports.plans.history(plan.id, measure.ref),
    ports.plans.entries(plan.id, "dates", measure.ref),
    handoverEntries(ports, plan.id, measure.ref),
  ]);
  const entryOf = (update: Update) => {
    const rating = findRating(plan.scheme, update.rating);
    return {
      on: inWords(update.on),
      by: update.by.name,
      ratingLabel: rating?.label,
      meaning: rating?.meaning,
      narrative: update.narrative,
      figure: update.figure?.asWritten,
      help: update.help,
      note: noteOf(update, updates),
    };
  };
  const imported = findRating(plan.scheme, measure.ratingAsImported);
  const { withdrawnOn } = measure;
  const entries = [
    ...(withdrawnOn ? [{ on: inWords(withdrawnOn), by: "The plan as imported", narrative: "Withdrawn: the plan's file no longer has it." }] : []),
    ...[
      ...updates.map((update) => ({ at: update.at, entry: entryOf(update) })),
      ...changes.map((change) => ({ at: change.at, entry: dateEntry(change, changes) })),
      ...handovers.map(({ at, on, by, what, words }) => ({ at, entry: { on: inWords(on), by, narrative: words, note: what } })),
    ]
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .map(({ entry }) => entry),
    {
      on: inWords(fileSpeaksOf(measure, plan)),
      by: "The plan as imported",
      ratingLabel: imported?.label,
      meaning: imported?.meaning,
      narrative: measure.narrativeAsImported,
    },
  ];
  const dueOn = lastDate(measure.due);
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
    canUpdate: where.kind === "personal" && measure.withdrawnOn === undefined && mayAnswer(person, measure) && !isComplete(measure, plan.scheme),
    list,
  });
  return { card, alert: `History of ${measure.ref}` };
}

/** The date it began with is shown for as long as it is another. */
function dueInWords({ due, dateMoves = [] }: Measure): string {
  const [first] = dateMoves;
  if (!first) return due.asWritten;
  const slip = slipInWords(first.from, due);
  return `${due.asWritten.trim() || "no date"} (at first ${first.from.asWritten.trim() || "no date"}, moved ${timesInWords(dateMoves.length)}${slip ? `: ${slip}` : ""})`;
}

function dateEntry(change: DateChange, all: readonly DateChange[]): HistoryEntry {
  const { on, by, reason, onBehalfOf, typed } = change;
  const did = dateChangeInWords(change);
  const notes = [
    `${did.charAt(0).toUpperCase()}${did.slice(1)}`,
    onBehalfOf && `on behalf of ${onBehalfOf}`,
    typed && `written “${typed}”`,
    becameOf(change, all),
  ];
  return { on: inWords(on), by: by.name, narrative: reason, note: notes.filter(Boolean).join("; ") };
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
    update.kind === "withdrawal" && named && `takes back the update of ${inWords(named.on)}`,
    update.kind === "signOff" && "signed off as complete",
    update.kind === "report" && named && `changes the update of ${inWords(named.on)}`,
    update.onBehalfOf && `on behalf of ${update.onBehalfOf}`,
    withdrawn && "taken back",
    all.some((one) => one.kind === "report" && one.amends === update.id) && "replaced by a later change",
  ];
  return notes.filter(Boolean).join("; ") || undefined;
}

import type { ListToken } from "../cards/cardAction.ts";
import { historyCard } from "../cards/historyCard.ts";
import { lastDate } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import { mayAnswer } from "../domain/permission.ts";
import type { Measure } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import { isComplete } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import type { Message, Ports, Where } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/** Enough for a phone. */
const perPage = 5;

/**
 * Every rating and narrative of a measure, newest first, what was imported last.
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
  const updates = await ports.plans.history(plan.id, measure.ref);
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
    ...updates.map(entryOf).reverse(),
    {
      on: inWords(plan.importedAsOf),
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
  return `${due.asWritten.trim() || "no date"} (at first ${first.from.asWritten.trim() || "no date"}, moved ${dateMoves.length === 1 ? "once" : `${dateMoves.length} times`})`;
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

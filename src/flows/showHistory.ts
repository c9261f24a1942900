import type { ListToken } from "../cards/cardAction.ts";
import { historyCard } from "../cards/historyCard.ts";
import { lastDate } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import type { Update } from "../domain/update.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/** Enough for a phone; the rest is counted. */
const shown = 8;

/** Every rating and narrative of a measure, newest first, what was imported last. */
export async function showHistory(ports: Ports, { plan }: AtPlan, measure: Measure, list?: ListToken): Promise<Message> {
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
  const entries = [
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
    dueAsWritten: measure.due.asWritten,
    currentDue: dueOn && inWords(dueOn),
    entries: entries.slice(0, shown),
    more: Math.max(0, entries.length - shown),
    list,
  });
  return { card, alert: `History of ${measure.ref}` };
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
  ];
  return notes.filter(Boolean).join("; ") || undefined;
}

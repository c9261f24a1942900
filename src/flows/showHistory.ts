import { historyCard } from "../cards/historyCard.ts";
import type { ListToken } from "../cards/listToken.ts";
import { lastDate } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { mayAnswer, mayOversee } from "../domain/permission.ts";
import { findRating } from "../domain/ratingScheme.ts";
import { slipInWords, timesInWords } from "../domain/slipInWords.ts";
import { fileSpeaksOf, isComplete } from "../domain/standing.ts";
import type { Message, Ports, Where } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { entriesOf } from "./historyEntries.ts";
import { saidOfMeasure } from "./saidOfMeasure.ts";

/** Enough for a phone. */
const perPage = 5;

/**
 * All that was said and decided of a measure, newest first, what was imported last.
 *
 * @param where - a card in a channel is everybody's, so it offers no form there
 */
export async function showHistory(
  ports: Ports,
  at: AtPlan,
  measure: Measure,
  where: Where,
  { list, page = 1 }: { list?: ListToken; page?: number } = {},
): Promise<Message> {
  const { plan, person } = at;
  const imported = findRating(plan.scheme, measure.ratingAsImported);
  const { withdrawnOn } = measure;
  const entries = [
    ...(withdrawnOn ? [{ on: inWords(withdrawnOn), by: "The plan as imported", narrative: "Withdrawn: the plan's file no longer has it." }] : []),
    ...entriesOf(at, measure, await saidOfMeasure(ports, plan, measure.ref)).map(({ entry }) => entry),
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

/** The date it began with is shown for as long as it is another. */
function dueInWords({ due, dateMoves = [] }: Measure): string {
  const [first] = dateMoves;
  if (!first) return due.asWritten;
  const slip = slipInWords(first.from, due);
  return `${due.asWritten.trim() || "no date"} (at first ${first.from.asWritten.trim() || "no date"}, moved ${timesInWords(dateMoves.length)}${slip ? `: ${slip}` : ""})`;
}

import { cardButton } from "../cards/cardButton.ts";
import { newDateInWords, phraseInWords } from "../cards/dateInWords.ts";
import { dateNewsCard } from "../cards/dateNewsCard.ts";
import type { DecidedDate } from "../domain/dateChange.ts";
import type { Decision } from "../domain/delivery.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { movedDate, originalDue } from "../domain/originalDue.ts";
import type { Plan } from "../domain/plan.ts";
import { slipInWords, timesInWords } from "../domain/slipInWords.ts";
import type { Message } from "../ports.ts";

/** What was decided about dates, for who asked and for the leads. @returns undefined when the plan has none of the measures any more */
export function composeDateNews(plan: Plan, decisions: readonly Decision[]): Message | undefined {
  const entries = decisions.flatMap(({ ref, id }) => {
    const measure = plan.measures.find((one) => one.ref === ref);
    const decided = measure?.dates?.decided.find(({ decision }) => decision.id === id);
    return measure && decided ? [decisionEntry(measure, decided)] : [];
  });
  const [first, ...others] = decisions;
  if (entries.length === 0 || !first) return undefined;
  const heading = others.length === 0 ? `The date of ${first.ref} was decided` : `${entries.length} dates were decided`;
  const card = dateNewsCard({
    planTitle: plan.title,
    heading,
    intro: "You hear of it because you asked, or lead the measure.",
    entries,
    buttons: [cardButton("My measures", { verb: "say", words: "mine" })],
  });
  return { card, alert: `${plan.title}: ${heading.toLowerCase().replace(first.ref.toLowerCase(), first.ref)}` };
}

/** One decision in words, with the date that now counts. */
export function decisionEntry(measure: Measure, { request, decision }: DecidedDate): { title: string; lines: string[] } {
  const { ref, due } = measure;
  const given = decision.due;
  const asked = request.due && newDateInWords(request.before, request.due);
  const moved = movedDate(measure);
  const slip = slipInWords(originalDue(measure), due);
  const title = !given
    ? `${ref}: the new date was refused`
    : given.asWritten === request.due?.asWritten
      ? `${ref}: ${newDateInWords(decision.before, given)} was accepted`
      : `${ref}: another date was accepted, ${newDateInWords(decision.before, given)}`;
  const lines = [
    `By ${decision.by.name}, ${inWords(decision.on)}${decision.reason ? `: “${decision.reason}”` : ""}`,
    `${request.by.name} had asked for ${asked ?? "a new date"}: “${request.reason}”`,
    `What counts now: ${phraseInWords(due)}${moved ? `; at first ${phraseInWords(moved.original)}, moved ${timesInWords(moved.moves)}${slip ? `, ${slip}` : ""}` : ", as before"}.`,
  ];
  return { title, lines };
}

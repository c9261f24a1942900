import { type CardButton, cardButton } from "../cards/cardButton.ts";
import { excerpt } from "../cards/cutAtWord.ts";
import { dateNewsCard } from "../cards/dateNewsCard.ts";
import { ratingInWords } from "../cards/ratingStyle.ts";
import type { Decision } from "../domain/delivery.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import type { Plan } from "../domain/plan.ts";
import { decidedLast, ratingOf } from "../domain/standing.ts";
import { type Completion, didInWords, type Update } from "../domain/update.ts";
import type { Message } from "../ports.ts";

/** A card has room for so many beside the button for all. */
const mostAnswers = 4;

/** What was decided about completions, for who proposed them and for the leads. @returns undefined when none of it is the last word any more */
export function composeCompletionNews(plan: Plan, decisions: readonly Decision[]): Message | undefined {
  const decided = decisions.flatMap(({ ref, id }) => {
    const measure = plan.measures.find((one) => one.ref === ref);
    const row = measure && decidedLast(measure);
    return measure && row?.id === id ? [{ measure, row }] : [];
  });
  const [first, ...others] = decided;
  if (!first) return undefined;
  const title = ({ measure: { ref }, row }: typeof first) => `${ref}: ${didInWords[row.kind as Completion]}`;
  const heading = others.length === 0 ? title(first) : `${decided.length} completions were decided`;
  const card = dateNewsCard({
    planTitle: plan.title,
    heading,
    intro: "You hear of it because you proposed it, or lead the measure.",
    entries: decided.map((one) => ({ title: others.length === 0 ? excerpt(one.measure.words, 200) : title(one), lines: linesOf(plan, one.measure, one.row) })),
    buttons: [...answersTo(plan, decided), cardButton("My measures", { verb: "say", words: "mine" })],
  });
  return { card, alert: `${plan.title}: ${heading}` };
}

function linesOf(plan: Plan, measure: Measure, { by, on, narrative, kind }: Update): string[] {
  const rating = ratingOf(measure, plan.scheme);
  const counts = `It counts as ${rating ? ratingInWords(rating) : "not rated"}.`;
  const next = kind === "signOff" ? "Nothing more is asked of it. Thank you." : "Please say where it stands now.";
  return [`By ${by.name}, ${inWords(on)}${narrative ? `: “${narrative}”` : ""}`, `${counts} ${next}`];
}

function answersTo(plan: Plan, decided: readonly { readonly measure: Measure; readonly row: Update }[]): CardButton[] {
  return decided
    .filter(({ measure, row }) => row.kind !== "signOff" && measure.standing?.proposedComplete !== true)
    .slice(0, mostAnswers)
    .map(({ measure: { ref } }) => cardButton(`Answer ${ref}`, { verb: "openForm", plan: plan.id, ref }));
}

import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { leavesFrom } from "../domain/arrangement.ts";
import type { LocalDate } from "../domain/localDate.ts";
import { answersForSome, standpointOf } from "../domain/permission.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Message } from "../ports.ts";
import { daysInWords } from "./composeArrangement.ts";

/**
 * Tells a deputy for whom they stand in, and when.
 *
 * @returns undefined where none of it holds any more: the leave was ended, or whoever is away answers for nothing (law 5)
 */
export function composeStandIn(plan: Plan, to: ObjectId, of: readonly ObjectId[], today: LocalDate): Message | undefined {
  const lines = of.flatMap((person) => {
    const days = leavesFrom(plan.matters.arrangements[person] ?? { last: "" }, today)
      .filter(({ deputy }) => deputy === to)
      .map(daysInWords);
    if (days.length === 0 || !answersForSome(standpointOf(plan, person, [], today))) return [];
    return [`You stand in for ${partsInWords(plan, person, today) || "somebody of this plan"}, ${days.join(" and ")}.`];
  });
  if (lines.length === 0) return undefined;
  const heading = "You were named as a deputy";
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: [
      ...lines,
      "In these days I ask you what they would be asked: where measures of the improvement plan stand before each date falls due. You answer in the card or in words, and the history says on whose behalf. If that is wrong, tell them or the programme manager.",
    ],
    buttons: [cardButton("What is asked today", { verb: "say", words: "mine" })],
  });
  return { card, alert: `${plan.title}: ${heading.toLowerCase()}` };
}

/** So many measures are named one by one. */
const mostNamed = 6;

/** What they are to the plan: leads as written, measures they were given, areas of an SRO. */
function partsInWords(plan: Plan, person: ObjectId, today: LocalDate): string {
  const { leads, given, areas } = standpointOf(plan, person, [], today);
  const refs = plan.measures.filter(({ ref }) => given.includes(ref)).map(({ ref }) => ref);
  const others = refs.length > mostNamed ? ` and ${refs.length - mostNamed} more` : "";
  const measures = refs.length > 0 ? [`whoever answers for ${refs.slice(0, mostNamed).join(", ")}${others}`] : [];
  return [...leads, ...measures, ...areas.map((area) => `the SRO of ${area}`)].join(" and ");
}

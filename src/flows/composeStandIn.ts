import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { leavesFrom } from "../domain/arrangement.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Message } from "../ports.ts";
import { daysInWords } from "./composeArrangement.ts";

/** Tells a deputy for whom they stand in, and when. @returns undefined where none of it holds any more */
export function composeStandIn(plan: Plan, to: ObjectId, of: readonly ObjectId[], today: LocalDate): Message | undefined {
  const lines = of.flatMap((person) => {
    const days = leavesFrom(plan.matters.arrangements[person] ?? { last: "" }, today)
      .filter(({ deputy }) => deputy === to)
      .map(daysInWords);
    if (days.length === 0) return [];
    const leads = plan.links.filter(({ objectId }) => objectId === person).map(({ lead }) => lead);
    const areas = plan.roles.flatMap(({ objectId, area }) => (objectId === person && area !== undefined ? [`the SRO of ${area}`] : []));
    return [`You stand in for ${[...leads, ...areas].join(" and ") || "somebody of this plan"}, ${days.join(" and ")}.`];
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

import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** Asks which plan is meant. @param words - what the person typed; it is answered once they chose */
export function choosePlanCard({ plans, words }: { plans: readonly { readonly id: string; readonly title: string }[]; words: string }): Card {
  return fitCard(plans.length, (shown) =>
    fillTemplate("choosePlan", {
      plans: plans.slice(0, shown).map(({ id, title }) => ({ title, press: cardButton(`Choose ${title}`, { verb: "choosePlan", plan: id, words }) })),
      more: shown < plans.length ? `and ${plans.length - shown} more that do not fit here` : undefined,
    }),
  );
}

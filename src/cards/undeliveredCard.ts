import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";

export interface Undelivered {
  readonly key: string;
  readonly to: string;
  readonly what: string;
  readonly why: string;
  /** It may have arrived: only the person can say. */
  readonly maybeArrived: boolean;
}

/** Each has two buttons, and a card has six at the most. */
const mostShown = 3;

/** What the programme manager must decide about, the oldest first; the next ones come up as these are settled. */
export function undeliveredCard({ planTitle, plan, deliveries }: { planTitle: string; plan: string; deliveries: readonly Undelivered[] }): Card {
  const more = deliveries.length - mostShown;
  return fillTemplate("undelivered", {
    planTitle,
    heading: deliveries.length === 0 ? "Everything was delivered" : deliveries.length === 1 ? "1 message needs you" : `${deliveries.length} messages need you`,
    intro:
      deliveries.length === 0
        ? "Nothing waits for a decision of yours. What waits for people who never opened Drumbeat stands in the list of people."
        : "Drumbeat does not send these again by itself, since they may have arrived or were refused. Ask the person, then say what to do.",
    deliveries: deliveries.slice(0, mostShown).map(({ key, to, what, why, maybeArrived }) => ({
      to,
      what,
      why: cutAtWord(why, 300),
      buttons: [
        cardButton("Send again", { verb: "settleDelivery", plan, key, how: "sendAgain" }),
        maybeArrived
          ? cardButton("It arrived", { verb: "settleDelivery", plan, key, how: "arrived" })
          : cardButton("Leave it", { verb: "settleDelivery", plan, key, how: "leave" }),
      ],
    })),
    more: more > 0 ? `and ${more} more` : undefined,
  });
}

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

export interface UndeliveredData {
  readonly planTitle: string;
  readonly plan: string;
  /** The oldest first. */
  readonly deliveries: readonly Undelivered[];
  /** For whom a message waits until they open the bot, once for each message. */
  readonly waiting: readonly string[];
}

/** What the programme manager must decide about; the next ones come up as these are settled. */
export function undeliveredCard({ planTitle, plan, deliveries, waiting }: UndeliveredData): Card {
  const more = deliveries.length - mostShown;
  return fillTemplate("undelivered", {
    planTitle,
    heading: headingOf(deliveries.length, waiting.length),
    intro: [
      deliveries.length === 0
        ? "Nothing waits for a decision of yours."
        : "Drumbeat does not send these again by itself, since they may have arrived or were refused. Ask the person, then say what to do.",
      waiting.length === 0 ? "" : `${waitingInWords(waiting)} until they open Drumbeat.`,
      deliveries.length === 0 ? "Type people to see who was not reached, and which leads nobody is linked to." : "",
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
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

function headingOf(failed: number, waiting: number): string {
  if (failed > 0) return failed === 1 ? "1 message needs you" : `${failed} messages need you`;
  return waiting === 0 ? "Everything sent was delivered" : "Nothing failed";
}

/** `11 messages to 3 people wait` */
function waitingInWords(waiting: readonly string[]): string {
  const people = new Set(waiting).size;
  return `${waiting.length === 1 ? "1 message" : `${waiting.length} messages`} to ${people === 1 ? "1 person" : `${people} people`} ${waiting.length === 1 ? "waits" : "wait"}`;
}

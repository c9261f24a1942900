import type { Card } from "./card.ts";
import { bytesOf, mostBytes } from "./checkCard.ts";

/** Whether a card may be sent as it is. */
export function fits(card: Card): boolean {
  return bytesOf(card) <= mostBytes;
}

/**
 * Builds the fullest card that may be sent.
 *
 * @param most - how much to show where there is room: rows, or characters
 * @param build - makes a card that shows so much and says what it left out
 * @returns the card that shows nothing of it when even that is too big; `checkCard` refuses it then
 */
export function fitCard(most: number, build: (shown: number) => Card): Card {
  let shown = most;
  let card = build(shown);
  while (shown > 0 && !fits(card)) {
    shown = Math.floor(shown * 0.8);
    card = build(shown);
  }
  return card;
}

import type { Card } from "./card.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** More than all the boxes of a form take together. */
const mostCharacters = 12_000;

/** A plain sentence, where a card must answer a card. */
export function noticeCard({ heading, body }: { heading: string; body: string }): Card {
  return fitCard(mostCharacters, (most) => fillTemplate("notice", { heading, body: cutAtWord(body, most) }));
}

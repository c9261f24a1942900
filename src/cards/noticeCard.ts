import type { Card } from "./card.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";

/** A plain sentence, where a card must answer a card. */
export function noticeCard({ heading, body }: { heading: string; body: string }): Card {
  return fillTemplate("notice", { heading, body: cutAtWord(body, 4_000) });
}

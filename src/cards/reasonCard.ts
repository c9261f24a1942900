import { longestHelp } from "../domain/answerForm.ts";
import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface ReasonForm {
  readonly planTitle: string;
  readonly heading: string;
  /** What it is about. */
  readonly words: string;
  readonly facts: readonly string[];
  /** What to put right. */
  readonly fault?: string;
  /** What changed since the card was shown. */
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
  /** The rating that is to count. */
  readonly choice?: { readonly label: string; readonly value?: string; readonly choices: readonly { readonly title: string; readonly value: string }[] };
  readonly label: string;
  readonly placeholder: string;
  /** As typed so far. */
  readonly reason?: string;
  readonly store: CardButton;
  readonly buttons: readonly CardButton[];
}

/** More than is stored, so that what is too long is said and not cut in silence. */
const mostTyped = longestHelp + 500;

/** Asks for the reason of a decision. */
export function reasonCard({ reason = "", words, facts, fault, news, choice, ...form }: ReasonForm): Card {
  return fitCard(mostTyped, (most) =>
    fillTemplate("reason", {
      ...form,
      fault,
      words: cutAtWord(words, 600),
      facts: facts.map((fact) => cutAtWord(fact, 600)),
      news: news && { sentence: news.sentence, lines: news.lines.slice(0, 6).map((line) => cutAtWord(line, 300)) },
      choice: choice && { ...choice, value: choice.value ?? "" },
      reason: reason.slice(0, most).toWellFormed(),
      most: mostTyped,
    }),
  );
}

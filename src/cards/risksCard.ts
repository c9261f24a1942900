import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { moreButtons, partInWords } from "./moreButtons.ts";

/** A risk, with where a press on it leads. */
export interface RiskRow {
  readonly title: string;
  readonly words: string;
  readonly lines: readonly string[];
  readonly press: CardButton;
}

export interface RiskPage {
  readonly planTitle: string;
  readonly heading: string;
  readonly about: string;
  readonly risks: readonly RiskRow[];
  /** What is typed to see it. */
  readonly words: string;
  /** The first to be shown, from 1. */
  readonly from?: number;
}

/** More are not read on a phone. */
const mostOnCard = 20;

/** The risk log, as much as fits. */
export function risksCard({ planTitle, heading, about, risks, words, from = 1 }: RiskPage): Card {
  const rest = risks.slice(from - 1);
  return fitCard(Math.min(rest.length, mostOnCard), (shown) => {
    const part = { from, shown, total: risks.length };
    return fillTemplate("risks", {
      planTitle,
      heading,
      about: cutAtWord(about, 400),
      risks: rest.slice(0, shown).map((row) => ({ ...row, words: excerpt(row.words, 200), lines: row.lines.map((line) => excerpt(line, 200)) })),
      more: shown < risks.length ? `${partInWords(part)}. “risks” and an area, such as “risks 1”, shows fewer.` : undefined,
      buttons: moreButtons(words, part),
    });
  });
}

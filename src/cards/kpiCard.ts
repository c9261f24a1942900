import type { Kpi } from "../domain/kpi.ts";
import type { Card } from "./card.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { kpiLines } from "./kpiInWords.ts";
import { moreButtons, partInWords } from "./moreButtons.ts";

export interface KpiPage {
  readonly planTitle: string;
  readonly heading: string;
  /** Of what, and as of when. */
  readonly about: string;
  readonly kpis: readonly Kpi[];
  /** What is typed to see it. */
  readonly words: string;
  /** The first to be shown, from 1. */
  readonly from?: number;
}

/** Measures with their figures, as many as fit. */
export function kpiCard({ planTitle, heading, about, kpis, words, from = 1 }: KpiPage): Card {
  const rest = kpis.slice(from - 1);
  return fitCard(Math.min(rest.length, mostOnCard), (shown) => {
    const part = { from, shown, total: kpis.length };
    return fillTemplate("kpi", {
      planTitle,
      heading,
      about: cutAtWord(about, 400),
      kpis: rest.slice(0, shown).map((kpi) => ({ title: `${kpi.ref} · ${excerpt(kpi.words, 120)}`, lines: kpiLines(kpi) })),
      more: shown < kpis.length ? `${partInWords(part)}. “kpi” and an area, such as “kpi 1”, shows fewer.` : undefined,
      buttons: moreButtons(words, part),
    });
  });
}

/** More are not read on a phone. */
const mostOnCard = 12;

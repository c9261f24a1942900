import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { OverdueMeasure } from "../domain/summary.ts";
import { overdueInFull } from "./areaView.ts";
import type { Card } from "./card.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { moreButtons, partInWords } from "./moreButtons.ts";

export interface Overdue {
  /** Of the plan. */
  readonly title: string;
  readonly asOf: LocalDate;
  /** Longest first. */
  readonly overdue: readonly OverdueMeasure[];
  /** Ref and title of the area asked for; absent when it is the whole plan. */
  readonly area?: string;
  /** By the dates the plan began with. */
  readonly original?: boolean;
  /** What was typed to see it. */
  readonly words: string;
  /** The first to be shown, from 1. */
  readonly from?: number;
}

/** What is overdue, as much as fits. */
export function overdueCard({ title, asOf, overdue, area, original, words, from = 1 }: Overdue): Card {
  const rest = overdue.slice(from - 1);
  return fitCard(rest.length, (shown) => {
    const part = { from, shown, total: overdue.length };
    return fillTemplate("overdue", {
      planTitle: title,
      heading: overdue.length === 0 ? "Nothing is overdue" : `${overdue.length} overdue`,
      asOf: `As of ${inWords(asOf)}${area === undefined ? "" : `, ${area}`}${original ? ", by the dates at first" : ""}${overdue.length > 1 ? ". Longest overdue first." : ""}${overdue.length === 0 ? " Leads are reminded before each date; “summary” shows where the plan stands." : ""}`,
      colour: "Attention",
      measures: rest.slice(0, shown).map(overdueInFull),
      more: shown < overdue.length ? `${partInWords(part)}. “overdue” and an area, such as “overdue 1”, shows fewer.` : undefined,
      buttons: moreButtons(words, part),
    });
  });
}

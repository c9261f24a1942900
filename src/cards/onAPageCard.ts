import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { OnAPageRow } from "../domain/onAPage.ts";
import type { Rating } from "../domain/ratingScheme.ts";
import { noStatus } from "../domain/summary.ts";
import type { Card } from "./card.ts";
import { excerpt } from "./cutAtWord.ts";
import { phraseInWords } from "./dateInWords.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { moreButtons, partInWords } from "./moreButtons.ts";
import { ratingStyle } from "./ratingStyle.ts";

/** More than this nobody scrolls through on a telephone. */
const mostRows = 30;

export interface OnAPage {
  readonly planTitle: string;
  /** `72 measures`, `5 of 72 measures are Amber` */
  readonly heading: string;
  readonly asOf: LocalDate;
  /** Of the area asked for; absent when it is the whole plan. */
  readonly area?: string;
  readonly rows: readonly OnAPageRow[];
  /** What was typed to see it. */
  readonly words: string;
  /** The first to be shown, from 1. */
  readonly from?: number;
}

/** Every action and measure with progress and impact side by side, as many as fit. */
export function onAPageCard({ planTitle, heading, asOf, area, rows, words, from = 1 }: OnAPage): Card {
  const rest = rows.slice(from - 1);
  return fitCard(Math.min(rest.length, mostRows), (shown) => {
    const part = { from, shown, total: rows.length };
    return fillTemplate("onAPage", {
      planTitle,
      heading,
      asOf: `As of ${inWords(asOf)}${area === undefined ? "" : `, ${area}`}. Progress at the left, impact at the right.`,
      rows: rest.slice(0, shown).map((row, n) => rowView(row, rest[n - 1])),
      more: partInWords(part) || undefined,
      buttons: moreButtons(words, part),
    });
  });
}

/** The area, section and action are said where they begin. */
function rowView({ ref, words, due, overdue, progress, proposedComplete, impact, area, action }: OnAPageRow, before: OnAPageRow | undefined): object {
  return {
    area: area === before?.area ? undefined : excerpt(area, 110),
    action: action === undefined || action === before?.action ? undefined : excerpt(action, 110),
    title: `${ref} · ${excerpt(words, 90)}`,
    due: `${phraseInWords(due)}${overdue ? ", overdue" : ""}`,
    progress: `${progress?.label ?? noStatus}${proposedComplete ? ", proposed complete" : ""}`,
    progressStyle: styleOf(progress),
    impact: impact?.label ?? "No impact recorded",
    impactStyle: styleOf(impact),
  };
}

function styleOf(rating: Rating | undefined): string {
  return rating ? ratingStyle(rating.colour) : "default";
}

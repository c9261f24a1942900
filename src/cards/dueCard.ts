import type { DateAhead } from "../domain/datesAhead.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import { noStatus } from "../domain/summary.ts";
import { leadsInWords } from "./areaView.ts";
import type { Card } from "./card.ts";
import { excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { moreButtons, partInWords } from "./moreButtons.ts";

export interface Due {
  readonly planTitle: string;
  readonly asOf: LocalDate;
  /** Soonest first. */
  readonly dates: readonly DateAhead[];
  /** Of the area asked for; absent when it is the whole plan. */
  readonly area?: string;
  /** The last day asked for; absent where no time was named. */
  readonly until?: LocalDate;
  readonly since?: LocalDate;
  /** What was typed to see it. */
  readonly words: string;
  /** The first to be shown, from 1. */
  readonly from?: number;
}

/** What falls due, as much as fits. */
export function dueCard({ planTitle, asOf, dates, area, since, until, words, from = 1 }: Due): Card {
  const rest = dates.slice(from - 1);
  const when = since && until ? ` from ${inWords(since)} to ${inWords(until)}` : " in the time to come";
  return fitCard(rest.length, (shown) => {
    const part = { from, shown, total: dates.length };
    return fillTemplate("overdue", {
      planTitle,
      heading: dates.length === 0 ? "Nothing falls due" : dates.length === 1 ? "1 date to come" : `${dates.length} dates to come`,
      asOf: `Due${when}${area === undefined ? "" : `, ${area}`}. As of ${inWords(asOf)}; what is overdue is told by “overdue”.`,
      colour: "Default",
      measures: rest.slice(0, shown).map((date) => ({
        title: `${inWords(date.on)} · ${date.ref}`,
        words: excerpt(date.words, 140),
        due: `${date.target ? `${excerpt(date.target, 100)} · ` : ""}${date.rating?.label ?? noStatus}`,
        leads: leadsInWords(date.leads),
      })),
      more: shown < rest.length ? partInWords(part) : undefined,
      buttons: moreButtons(words, part),
    });
  });
}

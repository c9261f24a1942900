import { inWords } from "../domain/localDate.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import { isAnyRated, noStatus, type PlanSummary, percentOf } from "../domain/summary.ts";
import { areaName, areaView, bar, typedRef } from "./areaView.ts";
import type { Card } from "./card.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard, fits } from "./fitCard.ts";
import { ratingsChart } from "./ratingsChart.ts";

/** Overdue measures shown of each area, where the card has room; the rest are counted. */
const mostOverdue = 3;

/** Of more areas than these a chart tells nobody anything. */
const mostBars = 8;

export interface SummaryData {
  readonly summary: PlanSummary;
  readonly scheme: RatingScheme;
  /** By the dates the plan began with. */
  readonly original?: boolean;
}

/** Where the whole plan stands: all of it, then area by area. A plan of very many areas shows the first, and says so. */
export function summaryCard({ summary, scheme, original }: SummaryData): Card {
  const build = (areas: number, overdue: number) =>
    fillTemplate("summary", {
      planTitle: summary.title,
      heading: `Where the plan stands${original ? ", by its first dates" : ""}`,
      ...overallView(summary, scheme),
      areas: summary.areas.slice(0, areas).map((area) => areaView(area, scheme, overdue)),
      more: areasLeft(summary, areas),
    });
  const whole = fitCard(mostOverdue, (overdue) => build(summary.areas.length, overdue));
  return fits(whole) ? whole : fitCard(summary.areas.length, (areas) => build(areas, 0));
}

/** Says how many areas a card had no room for; undefined when it has them all. */
export function areasLeft({ areas }: PlanSummary, shown: number): string | undefined {
  const [next] = areas.slice(shown);
  return next && `and ${areas.length - shown} more areas: type summary and an area, such as summary ${typedRef(next)}`;
}

/** The plan as a whole, as the templates show it. */
export function overallView(summary: PlanSummary, scheme: RatingScheme): object {
  const { counts, unrated, total, released, percentages } = summary.overall;
  const overdue = summary.areas.reduce((sum, area) => sum + area.overdue.length, 0);
  const challenged = summary.areas.reduce((sum, area) => sum + area.challenged.length, 0);
  const whole = { name: "Whole plan", tally: summary.overall };
  const bars = summary.areas.map((area) => ({ name: cutAtWord(areaName(area), 40), tally: area }));
  return {
    asOf: [
      `As of ${inWords(summary.asOf)}: ${total} measures`,
      `${overdue === 0 ? "none" : overdue} overdue`,
      ...(challenged === 0 ? [] : [`${challenged} challenged`]),
      ...(released === undefined ? [] : [`${released} released from monitoring`]),
    ].join(", "),
    chart: ratingsChart(bars.length > 1 && bars.length <= mostBars ? [whole, ...bars] : [whole], scheme),
    bar: bar(counts, unrated, scheme),
    facts: [
      // Of a plan nobody rated not even a nought is claimed.
      ...(isAnyRated(summary.overall) ? scheme.ratings : []).map(({ label, meaning }) => ({
        title: label,
        value: `${counts[label] ?? 0} (${percentages[label] ?? 0}%) ${meaning}`,
      })),
      ...(unrated > 0 ? [{ title: noStatus, value: `${unrated} (${percentOf(unrated, total)}%)` }] : []),
    ],
  };
}

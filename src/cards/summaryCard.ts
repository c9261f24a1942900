import { inWords } from "../domain/localDate.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import type { PlanSummary } from "../domain/summary.ts";
import { areaView, bar } from "./areaView.ts";
import type { Card } from "./card.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** Overdue measures shown of each area, where the card has room; the rest are counted. */
const mostOverdue = 3;

export interface SummaryData {
  readonly summary: PlanSummary;
  readonly scheme: RatingScheme;
  readonly heading?: string;
  readonly note?: string;
}

/** Where the whole plan stands: all of it, then area by area. */
export function summaryCard({ summary, scheme, heading = "Where the plan stands", note }: SummaryData): Card {
  return fitCard(mostOverdue, (shown) =>
    fillTemplate("summary", {
      planTitle: summary.title,
      heading,
      note,
      ...overallView(summary, scheme),
      areas: summary.areas.map((area) => areaView(area, scheme, shown)),
    }),
  );
}

/** The plan as a whole, as the templates show it. */
export function overallView(summary: PlanSummary, scheme: RatingScheme): object {
  const { counts, unrated, total, percentages } = summary.overall;
  const overdue = summary.areas.reduce((sum, area) => sum + area.overdue.length, 0);
  return {
    asOf: `As of ${inWords(summary.asOf)}: ${total} measures, ${overdue === 0 ? "none" : overdue} overdue`,
    bar: bar(counts, unrated, scheme),
    facts: [
      ...scheme.ratings.map(({ label, meaning }) => ({ title: label, value: `${counts[label] ?? 0} (${percentages[label] ?? 0}%) ${meaning}` })),
      ...(unrated > 0 ? [{ title: "Not rated", value: String(unrated) }] : []),
    ],
  };
}

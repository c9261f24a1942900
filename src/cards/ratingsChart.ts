import type { RatingScheme } from "../domain/ratingScheme.ts";
import { noStatus, type Tally } from "../domain/summary.ts";

/** Teams' names for the colours its charts have. A pink has none of its own; what is not here is neutral. */
const chartColours: Readonly<Record<string, string>> = {
  blue: "categoricalBlue",
  green: "good",
  amber: "warning",
  yellow: "warning",
  red: "attention",
  pink: "categoricalLavender",
};

export interface ChartBar {
  readonly title: string;
  readonly data: readonly { readonly legend: string; readonly value: number; readonly color: string }[];
}

/**
 * The data of a `Chart.HorizontalBar.Stacked`, a bar for each name. Only Teams draws such an element: it stands in the
 * templates with a bar of columns as its `fallback`, and with the counts in words beside it.
 *
 * @returns undefined where there is nothing to draw
 */
export function ratingsChart(bars: readonly { readonly name: string; readonly tally: Tally }[], { ratings }: RatingScheme): ChartBar[] | undefined {
  const drawn = bars.filter(({ tally }) => tally.total > 0);
  if (drawn.length === 0) return undefined;
  return drawn.map(({ name, tally: { counts, unrated } }) => {
    const rated = ratings.map(({ label, colour }) => ({
      legend: label,
      value: counts[label] ?? 0,
      color: chartColours[colour.trim().toLowerCase()] ?? "neutral",
    }));
    return { title: name, data: [...rated, { legend: noStatus, value: unrated, color: "divergingGray" }].filter(({ value }) => value > 0) };
  });
}

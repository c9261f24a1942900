import { comparable, type Kpi } from "./kpi.ts";

/** So many figures are shown as a trend. */
const mostShown = 8;

/**
 * `▇▅▁ 201, 177, 153 weeks: better than the time before`. The line is for the eye; the words say all of it.
 *
 * @param shortened - what is shown of a figure as written
 * @returns nothing where no two figures can be compared
 */
export function trendInWords({ said, trend }: Pick<Kpi, "said" | "trend">, shortened = (figure: string) => figure): string {
  if (!trend) return "";
  const written = said.slice(-mostShown).map(({ figure }) => shortened(figure.asWritten));
  return `${sparkline(comparable(said).slice(-mostShown))} ${written.join(", ")}: ${trend === "the same" ? "the same as" : `${trend} than`} the time before`;
}

const bars = "▁▂▃▄▅▆▇";

/** One bar a value, as high as it stands between the lowest and the highest. */
export function sparkline(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => bars[high === low ? 3 : Math.round(((value - low) / (high - low)) * (bars.length - 1))]).join("");
}

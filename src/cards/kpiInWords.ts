import { distanceInWords } from "../domain/challenge/figureAgainst.ts";
import { comparable, type Kpi } from "../domain/kpi.ts";
import { inWords } from "../domain/localDate.ts";
import { excerpt } from "./cutAtWord.ts";

/** What is known of a measure's figures, line by line: where it began, what is wanted, the latest, and where it is going. */
export function kpiLines(kpi: Kpi): string[] {
  return [...agreedLines(kpi), ...reachedLines(kpi)];
}

/** Where it began and what is wanted. */
export function agreedLines({ baseline, trajectory, better }: Pick<Kpi, "baseline" | "trajectory" | "better">): string[] {
  const wanted = trajectory.map(({ on, target }) => `${excerpt(target, 60)}${on ? ` by ${inWords(on)}` : ""}`);
  return [
    `Baseline: ${baseline ? excerpt(baseline, 80) : "none agreed"}${better ? ` · ${better} is better` : ""}`,
    `Wanted: ${wanted.length > 0 ? excerpt(wanted.join("; "), 400) : "no target agreed"}`,
  ];
}

/** The latest figure, and where it is going. */
export function reachedLines({ trajectory, said, against, trend }: Kpi): string[] {
  const latest = said.at(-1);
  if (!latest) return ["Latest: no figure reported yet"];
  const day = latest.on ? ` on ${inWords(latest.on)}` : " as imported";
  const distance = against ? `: ${distanceInWords(against)}` : trajectory.length > 0 ? ": it can’t be held against its target" : "";
  return [`Latest: ${excerpt(latest.figure.asWritten, 60)}${day}${distance}`, ...(trend ? [`Trend: ${trendInWords({ said, trend })}`] : [])];
}

/** So many figures are shown as a trend. */
const mostShown = 8;

/** `▇▅▁ 201, 177, 153 weeks: better than the time before`. The line is for the eye; the words say all of it. */
function trendInWords({ said, trend }: Pick<Kpi, "said" | "trend">): string {
  const written = said.slice(-mostShown).map(({ figure }) => excerpt(figure.asWritten, 20));
  return `${sparkline(comparable(said).slice(-mostShown))} ${written.join(", ")}: ${trend === "the same" ? "the same as" : `${trend} than`} the time before`;
}

const bars = "▁▂▃▄▅▆▇";

/** One bar a value, as high as it stands between the lowest and the highest. */
export function sparkline(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => bars[high === low ? 3 : Math.round(((value - low) / (high - low)) * (bars.length - 1))]).join("");
}

import { distanceInWords } from "../domain/challenge/figureAgainst.ts";
import type { Kpi } from "../domain/kpi.ts";
import { inWords } from "../domain/localDate.ts";
import { trendInWords } from "../domain/trendInWords.ts";
import { excerpt } from "./cutAtWord.ts";

/** What is known of a measure's figures, line by line: where it began, what is wanted, the latest, and where it is going. */
export function kpiLines(kpi: Kpi): string[] {
  return [...agreedLines(kpi), ...reachedLines(kpi)];
}

/** Where it began and what is wanted. */
export function agreedLines({ baseline, trajectory, expectedChange, better }: Pick<Kpi, "baseline" | "trajectory" | "expectedChange" | "better">): string[] {
  const wanted = trajectory.map(({ on, target }) => `${excerpt(target, 60)}${on ? ` by ${inWords(on)}` : ""}`);
  return [
    `Baseline: ${baseline ? excerpt(baseline, 80) : "none agreed"}${better ? ` · ${better} is better` : ""}`,
    `Wanted: ${excerpt(wanted.join("; ") || expectedChange || "no target agreed", 400)}`,
  ];
}

/** The latest figure, and where it is going. */
export function reachedLines({ trajectory, said, latest, against, trend }: Kpi): string[] {
  if (!latest) return ["Latest: no figure reported yet"];
  const on = said.at(-1)?.on;
  const day = on ? ` on ${inWords(on)}` : " as imported";
  const distance = against ? `: ${distanceInWords(against)}` : trajectory.length > 0 ? ": it can’t be held against its target" : "";
  return [`Latest: ${excerpt(latest, 60)}${day}${distance}`, ...(trend ? [`Trend: ${trendInWords({ said, trend }, (figure) => excerpt(figure, 20))}`] : [])];
}

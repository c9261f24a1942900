import { distanceInWords } from "../challenge/figureAgainst.ts";
import { type Kpi, kpisInShort, pressingFirst } from "../kpi.ts";
import { inWords } from "../localDate.ts";
import { trendInWords } from "../trendInWords.ts";
import { counted, leadsCell } from "./measureCells.ts";
import { type Block, type Chart, charts, type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";
import { sentenceCase } from "./sentenceCase.ts";

/** Every measure of which a figure is known, in the plan's order; undefined where there is none. */
export function figures({ kpis }: ReportFacts): ReportPart | undefined {
  const known = kpis.filter(({ baseline, latest }) => baseline || latest);
  return known.length === 0 ? undefined : { heading: "Figures", level: 1, blocks: shown(known) };
}

/** What a board challenges: every measure with a figure, the most pressing first, and those that should have one. */
export function kpiChallenge({ plan, kpis, asOf }: ReportFacts): ReportPart[] {
  const heading = "Measures with figures";
  if (kpis.length === 0) return [{ heading, level: 1, blocks: [{ kind: "words", words: "No measure has a baseline, a target or a figure yet." }] }];
  const [known, unknown] = [true, false].map((isKnown) => pressingFirst(kpis, asOf).filter(({ latest }) => Boolean(latest) === isKnown)) as [Kpi[], Kpi[]];
  const about = `${counted(kpis.length, "measure")} with a baseline, a target or a figure: ${kpisInShort(kpis).join(", ")}. The most pressing come first.`;
  const leads = new Map(plan.measures.map((measure) => [measure.ref, leadsCell(measure)]));
  const rows = unknown.map((kpi) => rowOf(kpi.ref, kpi.words, leads.get(kpi.ref) ?? "", kpi.baseline ?? "", wantedOf(kpi)));
  return [
    { heading, level: 1, blocks: [{ kind: "words", words: about }, ...shown(known)] },
    {
      heading: "No figure yet",
      level: 1,
      blocks: [tableOr({ name: "No figure", columns: ["Ref", "Measure", "Lead", "Baseline", "Wanted"], rows, wide: true }, "Every one of them has a figure.")],
    },
  ];
}

/** Where each began, where it is to go, where it is, how far that is and how it moves: as pictures, and in figures. */
function shown(kpis: readonly Kpi[]): Block[] {
  const bars = kpis.flatMap(({ ref, way }) => (way === undefined ? [] : [{ name: ref, percent: way }]));
  const columns = ["Ref", "Measure", "Baseline", "Wanted", "Latest", "Distance from target", "Of the way", "Better is", "Trend"];
  return [...charts(bars, wayChart), tableOr({ name: "Figures", columns, rows: kpis.map(rowOfKpi), wide: true }, "No figure is reported yet.")];
}

function rowOfKpi(kpi: Kpi) {
  const { ref, words, baseline = "", better = "", way } = kpi;
  return rowOf(
    ...[ref, words, baseline, wantedOf(kpi), latestOf(kpi), distanceOf(kpi)],
    way === undefined ? "" : { kind: "percent", percent: way },
    better,
    trendInWords(kpi),
  );
}

/** Its targets below each other, each with its day; what is wanted in words where it has none. */
export function wantedOf({ trajectory, expectedChange = "" }: Kpi): string {
  return trajectory.map(({ on, target }) => `${target}${on ? ` by ${inWords(on)}` : ""}`).join("\n") || expectedChange;
}

export function latestOf({ latest = "", said }: Kpi): string {
  const on = said.at(-1)?.on;
  return on ? `${latest} on ${inWords(on)}` : latest;
}

/** `24 weeks better than the 177 weeks wanted by 30 September 2022` */
export function distanceOf({ against }: Kpi): string {
  return against ? sentenceCase(distanceInWords(against)) : "";
}

function wayChart(bars: readonly { readonly name: string; readonly percent: number }[]): Chart {
  return {
    kind: "way",
    title: "How much of the way from baseline to target is behind us",
    alt: `Bars of the way from baseline to target. ${bars.map(({ name, percent }) => `${name}: ${percent}%`).join(". ")}.`,
    bars,
  };
}

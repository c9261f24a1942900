import { wordsOf } from "../confidential.ts";
import { distanceOf } from "./distance.ts";
import { type Block, type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";

/** Every measure with figures: where it began, where it is, where it is to be; undefined where the plan has none. */
export function figures({ plan, asOf }: ReportFacts): ReportPart | undefined {
  const found = plan.measures.flatMap((measure) => {
    const distance = distanceOf(measure, asOf);
    return distance ? [{ measure, ...distance }] : [];
  });
  if (found.length === 0) return undefined;
  const rows = found.map(({ measure, baseline = "", latest = "", target = "", inWords = "", way }) =>
    rowOf(
      measure.ref,
      wordsOf(plan, measure),
      baseline,
      latest,
      target || measure.figures?.expectedChange || "",
      inWords,
      way === undefined ? "" : { kind: "percent", percent: way },
    ),
  );
  const bars = found.flatMap(({ measure, way }) => (way === undefined ? [] : [{ name: measure.ref, percent: way }]));
  const chart: Block = {
    kind: "chart",
    chart: {
      kind: "way",
      title: "How much of the way from baseline to target is behind us",
      alt: `Bars of the way from baseline to target. ${bars.map(({ name, percent }) => `${name}: ${percent}%`).join(". ")}.`,
      bars,
    },
  };
  const columns = ["Ref", "Measure", "Baseline", "Latest", "Target or change wanted", "Distance from target", "Of the way"];
  const table = tableOr({ name: "Figures", columns, rows, wide: true }, "No figure is recorded.");
  return { heading: "Figures", level: 1, blocks: [...(bars.length > 0 ? [chart] : []), table] };
}

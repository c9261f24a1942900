import { impactOf } from "../impact.ts";
import { inWords } from "../localDate.ts";
import type { Area, Measure } from "../plan.ts";
import { isComplete, narrativeOf } from "../standing.ts";
import { aboutArea, areaHeading } from "./areaTables.ts";
import { distanceOf } from "./distance.ts";
import { impactCell, progressCell } from "./measureCells.ts";
import { ratingChanges } from "./ratingChanges.ts";
import { type Block, type Cell, type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";

/** Of each area what has been done and what it has done for children and families, each with what shows it. */
export function stocktakeAreas(facts: ReportFacts): ReportPart[] {
  return facts.plan.areas.flatMap((area): ReportPart[] => [
    { heading: areaHeading(area), level: 1, blocks: aboutArea(facts.plan, area, facts.asOf) },
    { heading: "Evidence of change", level: 2, blocks: [ofChange(facts, area)] },
    { heading: "Evidence of impact", level: 2, blocks: [ofImpact(facts, area)] },
  ]);
}

function ofChange({ plan, before, since }: ReportFacts, area: Area): Block {
  const changes = new Map(ratingChanges(before, plan).map((change) => [change.measure.ref, change]));
  const evidence = new Map(plan.actions.map((action) => [action.ref, action.evidence.join("\n")]));
  const rows = plan.measures
    .filter((measure) => measure.area === area.ref && (changes.has(measure.ref) || isComplete(measure, plan.scheme)))
    .map((measure) => {
      const from = changes.get(measure.ref)?.from;
      const then: Cell = from ? { kind: "rating", rating: from, words: from.label } : changes.has(measure.ref) ? "No status" : "The same";
      const asked = measure.evidence || evidence.get(measure.action ?? "") || "";
      return rowOf(measure.ref, measure.words, then, progressCell(measure, plan), asked, narrativeOf(measure));
    });
  const columns = ["Ref", "Measure", `On ${inWords(since)}`, "Now", "Evidence of success", "What its lead says"];
  return tableOr({ name: `${area.ref} change`, columns, rows, wide: true }, `Nothing is complete, and no rating has changed since ${inWords(since)}.`);
}

function ofImpact({ plan, asOf }: ReportFacts, area: Area): Block {
  const isShown = (measure: Measure) => impactOf(measure, plan.scheme) !== undefined || distanceOf(measure, asOf) !== undefined;
  const rows = plan.measures
    .filter((measure) => measure.area === area.ref && isShown(measure))
    .map((measure) => {
      const { baseline = "", latest = "", target = measure.figures?.expectedChange ?? "", inWords: apart = "" } = distanceOf(measure, asOf) ?? {};
      return rowOf(measure.ref, measure.words, impactCell(measure, plan), baseline, latest, target, apart);
    });
  const columns = ["Ref", "Measure", "Impact", "Baseline", "Latest", "Target or change wanted", "Distance from target"];
  return tableOr({ name: `${area.ref} impact`, columns, rows, wide: true }, "No impact rating and no figure is recorded.");
}

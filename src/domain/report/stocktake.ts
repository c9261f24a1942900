import { wordsOf } from "../confidential.ts";
import { impactOf } from "../impact.ts";
import { inWords } from "../localDate.ts";
import type { Area } from "../plan.ts";
import { isComplete, narrativeOf } from "../standing.ts";
import { aboutArea, areaHeading } from "./areaTables.ts";
import { labelCell } from "./changes.ts";
import { evidenceAsked, givenCell } from "./evidence.ts";
import { distanceOf, latestOf, wantedOf } from "./figures.ts";
import { impactCell, progressCell } from "./measureCells.ts";
import { type Block, type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";

/** Of each area what has been done and what it has done for children and families, each with what shows it. */
export function stocktakeAreas(facts: ReportFacts): ReportPart[] {
  return facts.plan.areas.flatMap((area): ReportPart[] => [
    { heading: areaHeading(area), level: 1, blocks: aboutArea(facts.plan, area, facts.asOf) },
    { heading: "Evidence of change", level: 2, blocks: [ofChange(facts, area)] },
    { heading: "Evidence of impact", level: 2, blocks: [ofImpact(facts, area)] },
  ]);
}

function ofChange({ plan, changes, since, given }: ReportFacts, area: Area): Block {
  const rated = new Map(changes.flatMap(({ ref, did }) => (did.kind === "rated" ? [[ref, did.from] as const] : [])));
  const proposed = new Set(changes.flatMap(({ ref, did }) => (did.kind === "proposed" ? [ref] : [])));
  const rows = plan.measures
    .filter((measure) => measure.area === area.ref && (rated.has(measure.ref) || proposed.has(measure.ref) || isComplete(measure, plan.scheme)))
    .map((measure) => {
      const then = rated.has(measure.ref) ? labelCell(rated.get(measure.ref), plan) : "The same";
      const asked = evidenceAsked(measure, plan);
      return rowOf(measure.ref, wordsOf(plan, measure), then, progressCell(measure, plan), asked, givenCell(given, measure), narrativeOf(measure));
    });
  const columns = ["Ref", "Measure", `On ${inWords(since)}`, "Now", "Evidence of success", "Given by its leads", "What its lead says"];
  return tableOr({ name: `${area.ref} change`, columns, rows, wide: true }, `Nothing is complete, and no rating has changed since ${inWords(since)}.`);
}

function ofImpact({ plan, kpis, given }: ReportFacts, area: Area): Block {
  const kpiOf = new Map(kpis.filter(({ baseline, latest }) => baseline || latest).map((kpi) => [kpi.ref, kpi]));
  const rows = plan.measures
    .filter((measure) => measure.area === area.ref && (impactOf(measure, plan.scheme) !== undefined || kpiOf.has(measure.ref)))
    .map((measure) => {
      const kpi = kpiOf.get(measure.ref);
      const figures = kpi ? [kpi.baseline ?? "", latestOf(kpi), wantedOf(kpi), distanceOf(kpi)] : ["", "", "", ""];
      return rowOf(measure.ref, wordsOf(plan, measure), impactCell(measure, plan), ...figures, givenCell(given, measure));
    });
  const columns = ["Ref", "Measure", "Impact", "Baseline", "Latest", "Wanted", "Distance from target", "Given by its leads"];
  return tableOr({ name: `${area.ref} impact`, columns, rows, wide: true }, "No impact rating and no figure is recorded.");
}

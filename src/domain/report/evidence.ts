import type { Measure, Plan } from "../plan.ts";
import { progressCell } from "./measureCells.ts";
import { type ReportPart, rowOf, tableOr } from "./report.ts";

/** What the plan says will show that a thing is done, beside where it stands. */
export function evidence(plan: Plan): ReportPart {
  const ofAction = new Map(plan.actions.map((action) => [action.ref, action.evidence]));
  const rows = plan.measures.flatMap((measure) => {
    const asked = evidenceAsked(measure, ofAction.get(measure.action ?? "") ?? []);
    return asked === "" ? [] : [rowOf(measure.ref, measure.words, asked, progressCell(measure, plan))];
  });
  return {
    heading: "Evidence",
    level: 1,
    blocks: [
      tableOr({ name: "Evidence", columns: ["Ref", "Measure", "Evidence of success", "Progress"], rows, wide: true }, "The plan names no evidence of success."),
    ],
  };
}

function evidenceAsked({ evidence: own }: Pick<Measure, "evidence">, ofAction: readonly string[]): string {
  return own.trim() || ofAction.join("\n").trim();
}

import { wordsOf } from "../confidential.ts";
import { inWords } from "../localDate.ts";
import type { Measure } from "../measure.ts";
import type { Plan } from "../plan.ts";
import { progressCell } from "./measureCells.ts";
import { type LinksCell, type ReportPart, rowOf, tableOr } from "./report.ts";
import type { ReportFacts } from "./reportFacts.ts";

/** What the plan says will show that a thing is done, beside where it stands and what its leads have given to show for it. */
export function evidence({ plan, given }: ReportFacts): ReportPart {
  const rows = plan.measures.flatMap((measure) => {
    const asked = evidenceAsked(measure, plan);
    const shown = givenCell(given, measure);
    return asked === "" && shown === "" ? [] : [rowOf(measure.ref, wordsOf(plan, measure), asked, progressCell(measure, plan), shown)];
  });
  const columns = ["Ref", "Measure", "Evidence of success", "Progress", "Given by its leads"];
  return {
    heading: "Evidence",
    level: 1,
    blocks: [tableOr({ name: "Evidence", columns, rows, wide: true }, "The plan names no evidence of success, and none was given.")],
  };
}

/** The measure's own, else that of its action. */
export function evidenceAsked({ evidence: own, action }: Measure, { actions }: Pick<Plan, "actions">): string {
  return own.trim() || (actions.find(({ ref }) => ref === action)?.evidence ?? []).join("\n").trim();
}

/** Links and files of its updates, each with the day it was given; empty where there are none. */
export function givenCell(given: ReportFacts["given"], { ref }: Measure): LinksCell | "" {
  const links = (given.get(ref) ?? []).map(({ evidence: { name, address }, on }) => ({ words: `${name}, ${inWords(on)}`, address }));
  return links.length > 0 ? { kind: "links", links } : "";
}

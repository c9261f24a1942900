import { wordsOf } from "../confidential.ts";
import type { LocalDate } from "../localDate.ts";
import type { Measure, Plan } from "../plan.ts";
import { dueCell, impactCell, leadsCell, progressCell } from "./measureCells.ts";
import { isRated } from "./quantitativeSummary.ts";
import { type ReportPart, rowOf, type TableRow } from "./report.ts";

/** Every action and measure with progress and impact side by side. */
export function onAPage(plan: Plan, asOf: LocalDate): ReportPart {
  const rows = plan.areas.flatMap((area): TableRow[] => {
    const measures = plan.measures.filter((measure) => measure.area === area.ref);
    const title = area.title === area.ref ? area.ref : `${area.ref}: ${area.title}`;
    return measures.length > 0 ? [{ kind: "band", words: title, level: 1 }, ...rowsOf(plan, measures, asOf)] : [];
  });
  return {
    heading: "Progress and impact of every action and measure",
    level: 1,
    blocks: [
      ...(isRated(plan, asOf) ? [{ kind: "words" as const, words: meanings(plan) }] : []),
      {
        kind: "table",
        table: { name: "On a page", columns: ["Ref", "Action or measure", "Lead", "Due", "Progress", "Impact"], rows, wide: true },
      },
    ],
  };
}

/** `Blue: Completed and embedded. Green: On track, no concerns.` */
function meanings({ scheme }: Plan): string {
  return scheme.ratings.map(({ label, meaning }) => (meaning === "" ? `${label}.` : `${label}: ${meaning}.`)).join(" ");
}

function rowsOf(plan: Plan, measures: readonly Measure[], asOf: LocalDate): TableRow[] {
  const actions = new Map(plan.actions.map((action) => [action.ref, action]));
  let above: string | undefined;
  return measures.flatMap((measure): TableRow[] => {
    const row = rowOf(
      measure.ref,
      wordsOf(plan, measure),
      leadsCell(measure),
      dueCell(measure, plan, asOf),
      progressCell(measure, plan),
      impactCell(measure, plan),
    );
    const action = measure.ref === measure.action ? undefined : actions.get(measure.action ?? "");
    const isNext = action !== undefined && action.ref !== above;
    above = action?.ref;
    return isNext ? [{ kind: "band", words: `${action.ref} ${action.words}`, level: 2 }, row] : [row];
  });
}

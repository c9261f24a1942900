import { wordsOf } from "../confidential.ts";
import type { LocalDate } from "../localDate.ts";
import { inOrder } from "../onAPage.ts";
import type { Plan } from "../plan.ts";
import { dueCell, impactCell, leadsCell, progressCell } from "./measureCells.ts";
import { isRated } from "./quantitativeSummary.ts";
import { type ReportPart, rowOf, type TableRow } from "./report.ts";

/** Every action and measure with progress and impact side by side. */
export function onAPage(plan: Plan, asOf: LocalDate): ReportPart {
  const placed = inOrder(plan);
  const rows = placed.flatMap(({ measure, area, action }, n): TableRow[] => {
    const above = placed[n - 1];
    const row = rowOf(
      measure.ref,
      wordsOf(plan, measure),
      leadsCell(measure),
      dueCell(measure, plan, asOf),
      progressCell(measure, plan),
      impactCell(measure, plan),
    );
    const isNext = action !== undefined && action !== above?.action;
    return [
      ...(area === above?.area ? [] : [{ kind: "band" as const, words: area, level: 1 as const }]),
      ...(isNext ? [{ kind: "band" as const, words: action, level: 2 as const }] : []),
      row,
    ];
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

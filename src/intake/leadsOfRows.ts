import { isBlank } from "./isBlank.ts";
import type { ReferredRow } from "./mintRefs.ts";
import type { PlanRow } from "./planRows.ts";
import { splitLeadsOfColumn } from "./splitLeads.ts";

/**
 * Splits the leads of all rows. Measures of a table that names no lead are their area's leads', where all actions of the
 * area have the same.
 */
export function leadsOfRows(rows: readonly ReferredRow[]): (row: PlanRow) => readonly string[] {
  // Each line too: it may be one step's.
  const cells = [...new Set(rows.flatMap(({ cells: { lead } }) => [lead, ...lead.split(/[\r\n]+/).map((line) => line.trim())]))];
  const split = new Map(splitLeadsOfColumn(cells).map((leads, at) => [cells[at] ?? "", leads]));
  const leadsIn = (cell: string) => split.get(cell) ?? [];
  const ofArea = new Map<string, Set<string>>();
  for (const { table, areaRef, cells: own } of rows) {
    if (table.kind === "actions") ofArea.set(areaRef, (ofArea.get(areaRef) ?? new Set()).add(own.lead));
  }
  return ({ table, areaRef, cells: own }) => {
    if (!isBlank(own.lead) || table.kind !== "measures") return leadsIn(own.lead);
    const [shared = "", ...others] = ofArea.get(areaRef) ?? [];
    return others.length === 0 ? leadsIn(shared) : [];
  };
}

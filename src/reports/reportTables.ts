import type { Plan } from "../domain/plan.ts";
import type { FileTable, PlanFile } from "../domain/planFile.ts";
import type { OwnTable } from "../domain/report/reportFacts.ts";
import { ownTables } from "./ownTables.ts";
import { ownHeadings, planTables } from "./planTables.ts";

/** The plan's tables of measures in its own columns, with what is in force; in ours where it kept no file. @param plan - as its reader may see it */
export function reportTables(plan: Plan, file: PlanFile | undefined): OwnTable[] {
  if (!file) {
    const refs = plan.measures.map(({ ref }) => [ref]);
    return ownTables(plan).map(({ rows }) => tableOf(rows[0] ?? [], rows.slice(1), (at) => refs[at]));
  }
  // A row that speaks of a confidential measure among others would tell it.
  const told = new Set(plan.measures.map(({ ref }) => ref));
  return planTables(plan, file).flatMap(({ rows, header }, n) => {
    const { rows: read = [], columns } = file.tables[n] ?? {};
    if (header === undefined || !read.some(({ measures }) => measures)) return [];
    return [tableOf(rows[header] ?? [], rows, (at) => (read[at]?.measures?.every((ref) => told.has(ref)) ? read[at].measures : undefined), columns)];
  });
}

function tableOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  measuresOf: (at: number) => readonly string[] | undefined,
  columns: FileTable["columns"] = {},
): OwnTable {
  const found = (["rating", "narrative", "due"] as const).map((field) => columns[field] ?? headings.indexOf(ownHeadings[field]));
  const [rating = -1] = found;
  return {
    headings,
    rows: rows.flatMap((cells, at) => {
      const measures = measuresOf(at) ?? [];
      return measures.length > 0 ? [{ cells, measures }] : [];
    }),
    ...(rating >= 0 && { rating }),
    said: found.filter((at) => at >= 0),
  };
}

import { impactOf } from "../domain/impact.ts";
import type { Measure } from "../domain/measure.ts";
import { decidedInChat } from "../domain/mergeMeasure.ts";
import type { Plan } from "../domain/plan.ts";
import type { FileRow, FileTable, PlanFile } from "../domain/planFile.ts";
import { readRating } from "../domain/readRating.ts";
import { sameWords } from "../domain/sameWords.ts";
import { narrativeOf, ratingOf } from "../domain/standing.ts";
import type { ExportTable } from "./exportTable.ts";

type Field = "rating" | "impact" | "narrative" | "due";

/** Headings for what was said of a plan that had no column for it. */
export const ownHeadings = { rating: "Progress rating", impact: "Impact rating", narrative: "Progress narrative", due: "Completion date" } as const;

/**
 * The plan in its own tables: the cells it was imported with, and in them what is in force now where chat changed it.
 * Read again, they give the plan there is.
 */
export function planTables(plan: Plan, file: PlanFile): ExportTable[] {
  const measures = new Map(plan.measures.map((measure) => [measure.ref, measure]));
  const main = file.tables.find((table) => table.rows.some((row) => row.measures) && !(table.namesArea && file.tables.length > 1));
  return file.tables.map((table) => ({ ...withPresent(table, plan, measures), ...(table === main && { name: planTableName }) }));
}

/** Of the table that holds the measures, where its own name says nothing of them. */
export const planTableName = "Plan";

function withPresent(table: FileTable, plan: Plan, measures: ReadonlyMap<string, Measure>): ExportTable {
  const { name, header } = table;
  const said = table.rows.map((row) => newsOf(row, table, plan, measures));
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
  const added = (["rating", "impact", "narrative", "due"] as const).filter(
    (field) => table.columns[field] === undefined && said.some((news) => news[field] !== undefined),
  );
  const columnOf = (field: Field) => table.columns[field] ?? width + added.indexOf(field);

  const rows = table.rows.map(({ cells }, at) => {
    const written = [...cells, ...Array<string>(width - cells.length + added.length).fill("")];
    if (at === header) for (const field of added) written[columnOf(field)] = ownHeadings[field];
    for (const [field, words] of Object.entries(said[at] ?? {}) as [Field, string][]) written[columnOf(field)] = words;
    return written;
  });
  return { name, rows, ...(header !== undefined && { header }) };
}

/** What is in force and not what the row says. A row of several measures keeps its cell unless they all say the same. */
function newsOf(
  { cells, measures: refs = [] }: FileRow,
  { columns }: FileTable,
  plan: Plan,
  measures: ReadonlyMap<string, Measure>,
): Partial<Record<Field, string>> {
  const impactCell = columns.impact === undefined ? "" : (cells[columns.impact] ?? "");
  const news = refs.flatMap((ref) => measures.get(ref) ?? []).map((measure) => newsOfMeasure(measure, plan, impactCell));
  const [first, ...others] = news;
  if (!first) return {};
  return Object.fromEntries(Object.entries(first).filter(([field, words]) => others.every((other) => other[field as Field] === words)));
}

function newsOfMeasure(measure: Measure, plan: Plan, impactCell: string): Partial<Record<Field, string>> {
  const file = measure.setAside ?? { rating: measure.ratingAsImported, narrative: measure.narrativeAsImported };
  const rating = ratingOf(measure, plan.scheme)?.label ?? "";
  const narrative = narrativeOf(measure);
  // A blank cell takes no impact away, so what a file said of it may be older than the file.
  const impact = impactOf(measure, plan.scheme)?.label;
  return {
    ...(!sameWords(rating, file.rating ?? "") && { rating }),
    ...(impact !== undefined && readRating(plan.scheme, impactCell)?.label !== impact && { impact }),
    ...(!sameWords(narrative, file.narrative) && { narrative }),
    ...(decidedInChat(measure) && { due: measure.due.asWritten }),
  };
}

import type { Problem } from "../domain/problem.ts";
import type { PlanColumns, PlanField } from "./planColumns.ts";
import { limits, shorten } from "./table.ts";

/** One row of a plan's file, its cells under our names. */
export interface PlanRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** As written; blank where the file has no such column. */
  readonly cells: Readonly<Record<PlanField, string>>;
  readonly actionRef: string;
  readonly areaRef: string;
  readonly section?: { readonly ref: string; readonly title: string };
  /** `1.1.1-2`; the action's own reference for its lone implied measure. */
  readonly measureRef: string;
  readonly other: Readonly<Record<string, string>>;
}

/** Puts the cells under their names. Wholly blank rows are passed over, rows of another length are faults. */
export function planRows(table: readonly (readonly string[])[], columns: PlanColumns): { rows: PlanRow[]; faults: Problem[] } {
  const [headings = [], ...records] = table;
  const faults: Problem[] = [];
  const rows: Omit<PlanRow, "measureRef">[] = [];

  for (const [index, record] of records.entries()) {
    const row = index + 2;
    if (record.every(isBlank)) continue;
    const stray = record.findIndex((cell, at) => !isBlank(cell) && isBlank(headings[at] ?? ""));
    const long = record.findIndex((cell) => cell.length > limits.characters);
    if (record.length !== headings.length) {
      const problem = `This row has ${record.length === 1 ? "1 cell" : `${record.length} cells`} where the heading row has ${headings.length}.`;
      faults.push({ row, column: null, asWritten: shorten(record.join(",")), problem });
    } else if (long >= 0) {
      const problem = `This cell holds more than ${limits.characters.toLocaleString("en-GB")} characters.`;
      faults.push({ row, column: headings[long]?.trim() ?? null, asWritten: shorten(record[long] ?? ""), problem });
    } else if (stray >= 0) {
      faults.push({ row, column: null, asWritten: shorten(record[stray] ?? ""), problem: "These words stand in a column without a heading." });
    } else rows.push(namedRow(row, record, columns));
  }
  return { rows: withMeasureRefs(rows), faults };
}

function namedRow(row: number, record: readonly string[], columns: PlanColumns): Omit<PlanRow, "measureRef"> {
  const fields = Object.keys(columns.heading) as PlanField[];
  const cells = Object.fromEntries(fields.map((field) => [field, record[columns.at[field] ?? -1] ?? ""])) as Record<PlanField, string>;
  const other = Object.fromEntries(columns.others.map(({ heading, at }) => [heading, record[at] ?? ""]));
  return { row, cells, actionRef: cells.actionRef.trim(), areaRef: cells.area.trim(), section: sectionOf(cells.section), other };
}

/** `1.1 Shorten the wait`; a section without a number goes by its title. */
function sectionOf(cell: string): PlanRow["section"] {
  if (isBlank(cell)) return undefined;
  const [, ref, title] = /^\s*(\d[\w.]*?)\.?(?:\s+(.*))?$/s.exec(cell) ?? [];
  return ref ? { ref, title: title ?? "" } : { ref: cell.trim(), title: cell };
}

/** Measures without a number are numbered by their order in the action. */
function withMeasureRefs(rows: readonly Omit<PlanRow, "measureRef">[]): PlanRow[] {
  const ofAction = Map.groupBy(rows, (row) => row.actionRef);
  const numbered = [...ofAction.values()].flatMap((siblings) =>
    siblings.map((row, index) => {
      const implied = siblings.length === 1 && isBlank(row.cells.measure) && isBlank(row.cells.measureNo);
      const number = row.cells.measureNo.trim() || String(index + 1);
      return { ...row, measureRef: implied ? row.actionRef : `${row.actionRef}-${number}` };
    }),
  );
  return numbered.sort((a, b) => a.row - b.row);
}

export function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

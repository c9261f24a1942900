import type { Problem } from "../domain/problem.ts";
import type { ColumnMap } from "./columnMap.ts";
import { isPlural, meaningsOf } from "./headingWords.ts";
import { type PlanColumns, recogniseColumns } from "./planColumns.ts";
import { foldHeading, type PlanField } from "./planFields.ts";
import type { Sheet, SheetRow } from "./workbook.ts";

/** What a table's rows are: actions with their leads and dates, measures of areas, outcomes of areas, the board's meetings. */
export type TableKind = "actions" | "measures" | "outcomes" | "meetings";

/** A table whose headings were understood. */
export interface PlanTable {
  readonly kind: TableKind;
  readonly sheet: Sheet;
  /** The row the headings stand in. */
  readonly headerRow: number;
  /** Title rows above the headings, after the headings above the table. */
  readonly titles: readonly string[];
  readonly columns: PlanColumns;
  /** Below the headings. */
  readonly rows: readonly SheetRow[];
  readonly doubts: readonly Problem[];
}

/** A table that is no part of a plan, and why not, for people. */
export interface PassedOver {
  readonly sheet: Sheet;
  readonly why: string;
  /** What it lacks, as faults, should no other table hold the plan. */
  readonly faults: readonly Problem[];
}

/** A header stands among the first rows or there is none. */
const titleRows = 30;

/** Finds a table's heading row and what its columns mean. */
export function readTable(sheet: Sheet, map: ColumnMap = {}): PlanTable | PassedOver {
  const header = findHeader(sheet, map);
  if (header === undefined) return passedOver(sheet, "It has no row of headings Drumbeat knows.", []);
  const { row, cells } = sheet.rows[header] as SheetRow;
  const rows = sheet.rows.slice(header + 1).filter((one) => !repeats(one.cells, cells));
  const { columns: found, doubts } = recogniseColumns(cells, rows, map);
  const columns = withoutLists(found, rows);
  const titles = [...sheet.headings, ...sheet.rows.slice(0, header).flatMap((one) => distinct(one.cells))];
  const table = { sheet, headerRow: row, titles, columns, rows, doubts: doubts.map((doubt) => ({ ...doubt, row })) };

  const kind = kindOf(table);
  if (kind) return { ...table, kind };
  const faults = missing(columns).map((field) => missingColumn(columns, field, row));
  return passedOver(sheet, `It has no column of ${columns.at.action === undefined ? "actions" : "leads, dates or ratings"}.`, faults);
}

export function isPlanTable(table: PlanTable | PassedOver): table is PlanTable {
  return "kind" in table;
}

function passedOver(sheet: Sheet, why: string, faults: readonly Problem[]): PassedOver {
  return { sheet, why, faults };
}

/** The row with most headings that are known, where at least two are; the first of equals. */
function findHeader({ rows }: Sheet, map: ColumnMap): number | undefined {
  const said = new Set(Object.keys(map).map(foldHeading));
  const scores = rows.slice(0, titleRows).map(({ cells }) => {
    const fields = new Set<string>();
    for (const cell of new Set(cells)) {
      const [likeliest] = cell.length <= 100 ? meaningsOf(cell) : [];
      if (said.has(foldHeading(cell))) fields.add(`said ${cell}`);
      else if (likeliest) fields.add(likeliest.field);
    }
    return fields.size;
  });
  const best = Math.max(0, ...scores);
  return best >= 2 ? scores.indexOf(best) : undefined;
}

function kindOf({ columns, sheet, rows }: Pick<PlanTable, "columns" | "sheet" | "rows">): TableKind | undefined {
  const { at } = columns;
  const has = (field: PlanField) => at[field] !== undefined;
  if (isCalendar(columns, sheet.name, rows)) return "meetings";
  const hasFigures = has("baseline") || has("latest") || has("target") || has("expectedChange") || has("kind");
  const isAsked = has("lead") || has("due") || has("rating");
  if (has("measure") && !isAsked && (hasFigures || !has("action"))) return "measures";
  if (has("action") && (isAsked || has("actionRef") || has("narrative") || has("evidence"))) return "actions";
  if (has("measure") && isAsked) return has("area") || has("actionRef") ? "actions" : "measures";
  if (!has("action") && has("area") && has("outcome") && !isAsked) return "outcomes";
  if (has("actionRef") && isAsked && has("evidence")) return "actions";
  return undefined;
}

/** Dates first, then who and what: a plan of actions begins with what is to be done. */
function isCalendar({ at, meaning }: PlanColumns, name: string, rows: readonly SheetRow[]): boolean {
  const first = foldHeading(meaning[0]?.heading ?? "");
  const dated = /^(?:(?:meeting|session|review|board|event) )?dates?(?: and time| of (?:meeting|session|review))?$|^(?:meeting|session)s?$/.test(first);
  const named = /session|meeting|calendar|timetable of reviews/i.test(name) && /date|when/.test(first);
  return (dated || named) && at.rating === undefined && at.actionRef === undefined && at.measure === undefined && at.area === undefined && rows.length > 0;
}

/** A column of measures over actions that have one row each holds lists: the action is what is rated and dated. */
function withoutLists(columns: PlanColumns, rows: readonly SheetRow[]): PlanColumns {
  const { measure, actionRef, action, lead, due, rating } = columns.at;
  if (measure === undefined || action === undefined || (lead ?? due ?? rating) === undefined || !isPlural(columns.heading.measure)) return columns;
  const keys = rows.map(({ cells }) => cells[actionRef ?? action]?.trim() ?? "").filter((key) => key !== "");
  if (columns.at.measureNo !== undefined || new Set(keys).size < keys.length) return columns;
  const { measure: _, ...at } = columns.at;
  const heading = columns.heading.measure;
  return {
    ...columns,
    at,
    others: [...columns.others, { heading, at: measure }].sort((a, b) => a.at - b.at),
    meaning: columns.meaning.map((one) => (one.field === "measure" ? { ...one, field: "keep" as const } : one)),
  };
}

function missing({ at }: PlanColumns): PlanField[] {
  const needed: PlanField[] = at.action === undefined ? ["action"] : [];
  return (at.lead ?? at.due ?? at.rating) === undefined ? [...needed, "lead"] : needed;
}

function missingColumn(columns: PlanColumns, field: PlanField, row: number): Problem {
  return { row, column: columns.heading[field], asWritten: "", problem: `The column “${columns.heading[field]}” is missing.` };
}

function repeats(cells: readonly string[], header: readonly string[]): boolean {
  return header.every((heading, at) => heading.trim() === (cells[at] ?? "").trim());
}

function distinct(cells: readonly string[]): string[] {
  return [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell !== "");
}

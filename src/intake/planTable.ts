import type { Problem } from "../domain/problem.ts";
import { namesArea, readAreaName } from "./areaNames.ts";
import type { ColumnMap } from "./columnMap.ts";
import { findHeadings } from "./headingRows.ts";
import { isPlural, meaningsOf } from "./headingWords.ts";
import { foldWords } from "./likeness.ts";
import { type PlanColumns, recogniseColumns } from "./planColumns.ts";
import { fieldNames, foldHeading, type PlanField } from "./planFields.ts";
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

/** Finds a table's heading row and what its columns mean. */
export function readTable(sheet: Sheet, map: ColumnMap = {}): PlanTable | PassedOver {
  const header = findHeadings(sheet, map);
  if (header === undefined || liesOnItsSide(sheet, header.headings)) {
    const onItsSide = liesOnItsSide(sheet, header?.headings ?? []);
    return passedOver(sheet, onItsSide ? sideways : "It has no row of headings Drumbeat knows.", onItsSide ? [{ ...nowhere, problem: sideways }] : []);
  }
  const { row, cells } = sheet.rows[header.at] as SheetRow;
  const second = sheet.rows[header.body - 1]?.cells ?? cells;
  const rows = sheet.rows.slice(header.body).filter((one) => !repeats(one.cells, cells) && !repeats(one.cells, second));
  const { columns: found, doubts } = recogniseColumns(header.headings, rows, map);
  const titles = [...sheet.headings, ...sheet.rows.slice(0, header.at).flatMap((one) => distinct(one.cells))];
  const columns = belowTitle(withoutLists(found, rows), titles, rows);
  const table = { sheet, headerRow: row, titles, columns, rows, doubts: doubts.map((doubt) => ({ ...doubt, row })) };

  const kind = kindOf(table);
  if (kind) return { ...table, kind };
  const faults = missing(columns).map((field) => missingColumn(columns, field, row));
  return passedOver(sheet, `It has no column of ${columns.at.action === undefined ? "actions" : "leads, dates or ratings"}.`, faults);
}

export function isPlanTable(table: PlanTable | PassedOver): table is PlanTable {
  return "kind" in table;
}

const nowhere = { row: null, column: null, asWritten: "" };
const sideways =
  "Its headings stand one below the other in the first column, so it was not read; set them side by side in one row, with one action a row below them.";

/** A form for one action, `Lead` below `Action` below `Ref`: more of its first column are headings than of any row. */
function liesOnItsSide({ rows }: Sheet, headings: readonly string[]): boolean {
  const fields = new Set(rows.slice(0, 30).flatMap(({ cells: [first = ""] }) => meaningsOf(first)[0]?.field ?? []));
  return fields.size >= 3 && headings.length <= 3 && fields.has("action") && (fields.has("lead") || fields.has("due"));
}

function passedOver(sheet: Sheet, why: string, faults: readonly Problem[]): PassedOver {
  return { sheet, why, faults };
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

/** Below the title `Priority 2: Voice` a column of objectives is the level between it and the actions, unless it says the same. */
function belowTitle(columns: PlanColumns, titles: readonly string[], rows: readonly SheetRow[]): PlanColumns {
  const { area, section, ...at } = columns.at;
  const title = titles.findLast((one) => /^\p{L}{4}/u.test(one) && /\d/.test(one) && namesArea(one));
  if (area === undefined || section !== undefined || title === undefined) return columns;
  const { ref, number, title: words } = readAreaName(title);
  const same = new Set([title, ref ?? title, number ?? title, words || title].map(foldWords));
  const saysSame = (cell: string) => {
    const name = readAreaName(cell);
    return same.has(foldWords(cell)) || same.has(foldWords(name.title || (name.ref ?? "")));
  };
  if (rows.some(({ cells }) => saysSame(cells[area] ?? ""))) return columns;
  return {
    ...columns,
    at: { ...at, section: area },
    heading: { ...columns.heading, section: columns.heading.area, area: fieldNames.area },
    meaning: columns.meaning.map((one) => (one.field === "area" ? { ...one, field: "section" as const } : one)),
  };
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

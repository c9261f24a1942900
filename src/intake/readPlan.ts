import type { Instant, LocalDate } from "../domain/localDate.ts";
import type { PlanContent, PlanId } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import { readColours } from "./colouredCells.ts";
import { type ColumnMap, checkColumnMap } from "./columnMap.ts";
import { joinContinued } from "./continuedTables.ts";
import { dueContextOf } from "./dueContextOf.ts";
import { type FoundScheme, findScheme } from "./findScheme.ts";
import { isBlank } from "./isBlank.ts";
import { joinWaits } from "./joinWaits.ts";
import { leadsOfRows } from "./leadsOfRows.ts";
import { type KeptRefs, mintRefs, type ReferredRow } from "./mintRefs.ts";
import type { ColumnMeaning } from "./planColumns.ts";
import { planFileOf } from "./planFileOf.ts";
import { actionsOf, areasOf, byRef, sectionsOf } from "./planParts.ts";
import { planRows } from "./planRows.ts";
import { isPlanTable, type PassedOver, type PlanTable, readTable, type TableKind } from "./planTable.ts";
import { type KeyEntry, readKey } from "./readKey.ts";
import { readMeasure } from "./readMeasure.ts";
import { type Meeting, readMeetings } from "./readMeetings.ts";
import { rememberDue } from "./rememberDue.ts";
import { doubtsOf, tableDoubts } from "./rowDoubts.ts";
import { rowFaults } from "./rowFaults.ts";
import type { Sheet } from "./workbook.ts";

/** What the file does not say of itself. */
export interface AboutPlan {
  readonly id: PlanId;
  readonly title: string;
  /** Named for this import: any other rating is a fault. */
  readonly scheme?: RatingScheme;
  /** Of the plan as stored; it stays unless the file's ratings are another's. */
  readonly storedScheme?: RatingScheme;
  /** The day the file's ratings speak of. */
  readonly importedAsOf: LocalDate;
  readonly importedAt: Instant;
  /** What people said columns mean. */
  readonly map?: ColumnMap;
  /** The plan as stored, so that minted references stay. */
  readonly keptRefs?: KeptRefs;
}

/** How a table was understood, to be shown and corrected. */
export interface TableReading {
  readonly sheet: string;
  readonly kind: TableKind;
  readonly headerRow: number;
  readonly columns: readonly ColumnMeaning[];
  /** Rows that became measures, outcomes or meetings. */
  readonly rows: number;
}

export interface ReadPlan {
  readonly kind: "read";
  readonly content: PlanContent;
  /** Doubts somebody should look at, by table and row. */
  readonly problems: readonly Problem[];
  readonly tables: readonly TableReading[];
  readonly scheme: FoundScheme;
  /** Tables that are no part of a plan, and why; a key of ratings is named here too. */
  readonly passedOver: readonly { readonly sheet: string; readonly why: string }[];
  /** The board's calendar, where the file has one. */
  readonly meetings: readonly Meeting[];
}

export type PlanReading = ReadPlan | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/**
 * Makes one plan of all tables of its file or files: what is recognised is read, what is not is kept under its own heading.
 * Refuses it whole where nothing can be understood or two rows contradict each other, and then names every fault it can see.
 */
export function readPlan(asSent: readonly Sheet[], about: AboutPlan): PlanReading {
  const continued = joinContinued(asSent, about.map);
  const coloured = continued.sheets.map((sheet) => readColours(sheet, about.map));
  const sheets = coloured.map(({ sheet }) => sheet);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const keys = filled.map((sheet) => ({ sheet, key: readKey(sheet) }));
  const key = keys.flatMap((one) => one.key ?? []);
  const read = keys.filter((one) => !one.key).map(({ sheet }) => readTable(sheet, about.map));
  const tables = read.filter(isPlanTable);
  const passed = read.filter((one): one is PassedOver => !isPlanTable(one));
  const isOne = tables.length + passed.length <= 1;

  const mapFaults = checkColumnMap(about.map ?? {}, [...tables.flatMap(({ columns }) => columns.meaning.map(({ heading }) => heading)), ...headingsOf(passed)]);
  const whole = [...mapFaults, ...(mapFaults.length > 0 ? [] : wholeFaults(sheets, tables, passed))];
  if (whole.length > 0) return refused(whole, isOne);

  const calendars = tables.filter(({ kind }) => kind === "meetings");
  const { rows, areas, faults, doubts } = planRows(
    tables.filter((table) => !calendars.includes(table)),
    about.title,
    about.keptRefs?.areas,
  );
  const outcomes = rows.filter(({ table }) => table.kind === "outcomes");
  const referred = mintRefs(rows, about.keptRefs);
  const scheme = schemeOf(referred.rows, about, key);
  const found = [...faults, ...rowFaults(referred.rows, scheme)];
  if (found.length > 0) return refused(found, isOne);

  const { leadsOf, dueContext } = { leadsOf: leadsOfRows(referred.rows), dueContext: dueContextOf(referred.rows) };
  const readWith = { scheme: scheme.scheme, leadsOf, dueContext, readDue: rememberDue(dueContext), importedAsOf: about.importedAsOf };
  const measured = referred.rows.map((row) => ({ row, measure: readMeasure(row, readWith) }));
  const waits = joinWaits(measured);
  const calendar = calendars.map(readMeetings);
  const days = [...new Set(calendar.flatMap(({ meetings }) => meetings.flatMap(({ on, alsoOn = [] }) => [on, ...alsoOn])))].sort();

  const measures = waits.measures.map(({ measure }) => measure).sort(byRef);
  const { id, title, importedAsOf, importedAt, map } = about;
  const content: PlanContent = {
    id,
    title,
    scheme: scheme.scheme,
    importedAsOf,
    importedAt,
    areas: areasOf(referred.rows, outcomes, areas),
    sections: sectionsOf(referred.rows),
    actions: actionsOf(referred.rows, leadsOf),
    measures,
    ...(map && Object.keys(map).length > 0 && { columnMap: map }),
    ...(days.length > 0 && { meetings: days }),
    file: planFileOf(sheets, tables, referred.rows),
  };
  const ofTables = tables.flatMap((table) => {
    const its = waits.measures.filter(({ row }) => row.table === table);
    return [
      ...(coloured.find(({ sheet }) => sheet === table.sheet)?.doubts ?? []),
      ...table.doubts.map((doubt) => ({ ...doubt, sheet: table.sheet.name })),
      ...tableDoubts(
        table,
        its.map(({ row }) => row),
        its.map(({ measure }) => measure),
      ),
    ];
  });
  const problems = [
    ...continued.doubts,
    ...ofTables,
    ...doubts,
    ...referred.doubts,
    ...calendar.flatMap((one) => one.doubts),
    ...waits.measures.flatMap(({ row, measure }) => doubtsOf(row, measure)),
    ...waits.doubts,
  ];
  return {
    kind: "read",
    content,
    problems: inOrder(problems, isOne),
    tables: tables.map((table) => ({
      sheet: table.sheet.name,
      kind: table.kind,
      headerRow: table.headerRow,
      columns: table.columns.meaning,
      rows: countRows(table, rows),
    })),
    scheme,
    passedOver: [
      ...passed.map(({ sheet, why }) => ({ sheet: sheet.name, why })),
      ...keys.flatMap(({ sheet, key: its }) => (its ? [{ sheet: sheet.name, why: "It is the key of the ratings, and was read as that." }] : [])),
    ],
    meetings: calendar.flatMap((one) => one.meetings),
  };
}

const noRows: Problem = { row: null, column: null, asWritten: "", problem: "The file has no rows, so there is nothing to import." };

/** Without an action or a measure anywhere there is no plan, and each table says what it lacks. */
function wholeFaults(sheets: readonly Sheet[], tables: readonly PlanTable[], passed: readonly PassedOver[]): Problem[] {
  const hasPlan = tables.some(({ kind }) => kind === "actions" || kind === "measures");
  if (hasPlan) return tables.every(({ rows }) => rows.every(({ cells }) => cells.every(isBlank))) ? [noRows] : [];
  if (sheets.every(({ rows }) => rows.length === 0 || rows.every(({ cells }) => cells.every(isBlank)))) return [noRows];
  const lacking = passed.flatMap(({ faults, sheet }) => faults.map((fault) => ({ ...fault, sheet: sheet.name })));
  if (lacking.length > 0) return lacking;
  const seen = sheets[0]?.rows[0]?.cells.filter((cell) => !isBlank(cell)).join(", ") ?? "";
  return [
    {
      row: sheets[0]?.rows[0]?.row ?? null,
      column: null,
      asWritten: seen.slice(0, 100),
      problem:
        "No table has a heading row with actions and their leads, dates or ratings, so there is no plan to read. Say what a column means, such as “When=due”.",
    },
  ];
}

function schemeOf(rows: readonly ReferredRow[], about: AboutPlan, key: readonly KeyEntry[]): FoundScheme {
  const values = rows.flatMap(({ cells }) => [cells.rating, cells.impact].filter((cell) => !isBlank(cell)));
  const headings = [...new Set(rows.map(({ table }) => (table.columns.at.rating === undefined ? "" : table.columns.heading.rating)))];
  return findScheme(values, headings, { given: about.scheme, stored: about.storedScheme, key });
}

function headingsOf(passed: readonly PassedOver[]): string[] {
  return passed.flatMap(({ sheet }) => sheet.rows.slice(0, 30).flatMap(({ cells }) => cells.filter((cell) => cell.length <= 100)));
}

function countRows(table: PlanTable, rows: readonly { readonly table: PlanTable }[]): number {
  return rows.filter((row) => row.table === table).length;
}

function refused(faults: readonly Problem[], isOne: boolean): PlanReading {
  return { kind: "refused", problems: inOrder(faults, isOne) };
}

/** By row within each table; the table is named only where there are several. */
function inOrder(problems: readonly Problem[], isOne: boolean): Problem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  const sorted = problems.toSorted((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0));
  return isOne ? sorted.map(({ sheet: _, ...problem }) => problem) : sorted;
}

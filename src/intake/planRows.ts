import type { Problem } from "../domain/problem.ts";
import { areaBook, type BookedArea, namesArea, numberOf } from "./areaNames.ts";
import { isBlank } from "./isBlank.ts";
import type { PlanColumns } from "./planColumns.ts";
import { type PlanField, planFields } from "./planFields.ts";
import type { PlanTable } from "./planTable.ts";
import { officerNamed, type RowRole, roleOf } from "./rowRole.ts";
import { limits, shorten } from "./table.ts";
import type { SheetRow } from "./workbook.ts";

/** One row of a plan's tables, its cells under our names. */
export interface PlanRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly table: PlanTable;
  /** As written, or as carried down from above; blank where the table has no such column. */
  readonly cells: Readonly<Record<PlanField, string>>;
  /** As the file gives it; blank where it gives none. */
  readonly actionRef: string;
  readonly areaRef: string;
  readonly section?: { readonly ref: string; readonly title: string };
  readonly other: Readonly<Record<string, string>>;
  /** The cell its words stand in where it has neither action nor measure. */
  readonly wordsFrom?: { readonly heading: string; readonly words: string };
}

const order: readonly PlanTable["kind"][] = ["actions", "measures", "outcomes", "meetings"];

type NamedRow = Omit<PlanRow, "areaRef"> & { readonly areaCell: string };

export interface RowsRead {
  readonly rows: readonly PlanRow[];
  readonly areas: readonly BookedArea[];
  readonly faults: readonly Problem[];
  readonly doubts: readonly Problem[];
}

/**
 * Puts the cells of all tables under their names and tells whose area each row is of: by its own cell, by the one above it,
 * by a row that is a heading, or by a heading above the table.
 *
 * @param title - the plan's own, for the one area of a plan that names none
 */
export function planRows(tables: readonly PlanTable[], title: string, kept: readonly BookedArea[] = []): RowsRead {
  const nameless = tables.filter(({ columns }) => columns.at.area === undefined);
  // What has actions names the areas; other tables may spell them differently.
  const read = tables
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map((table) => ({ table, ...tableRows(table, nameless.length > 1, title) }));
  const book = areaBook(kept);
  const hasTitles = ({ columns }: PlanTable) => columns.at.areaTitle !== undefined;
  for (const { table, rows } of read) for (const row of rows) if (!hasTitles(table)) book.reserve(row.areaCell);

  const doubts = read.flatMap((one) => one.doubts);
  const rows = read.flatMap(({ table, rows: named }) =>
    named.map(({ areaCell, ...row }): PlanRow => {
      if (areaCell === "") return { ...row, areaRef: "" };
      const before = book.areas.length;
      const { ref, asTitle } = book.place(areaCell, hasTitles(table) ? row.cells.areaTitle : undefined, table.kind !== "actions");
      if (asTitle !== undefined && book.areas.length === before)
        doubts.push({ ...at(table, row.row, "area", areaCell), problem: `This was taken for the area ${ref}, “${asTitle}”, whose name is much the same.` });
      return { ...row, areaRef: ref };
    }),
  );
  return { rows: withSections(rows), areas: book.areas, faults: read.flatMap((one) => one.faults), doubts };
}

function tableRows(table: PlanTable, isOneOfMany: boolean, title: string): { rows: NamedRow[]; faults: Problem[]; doubts: Problem[] } {
  const { columns } = table;
  const rows: NamedRow[] = [];
  const faults: Problem[] = [];
  const doubts: Problem[] = [];
  let area = columns.at.area === undefined ? areaAbove(table, isOneOfMany, title) : "";
  let sro = table.titles.map(officerNamed).findLast((name) => name !== undefined) ?? "";
  let before: RowRole | undefined;

  for (const [index, sheetRow] of table.rows.entries()) {
    const { row, cells } = sheetRow;
    if (cells.every(isBlank)) continue;
    const pass = (problem: string) => {
      const asWritten = shorten(distinct(cells).join(", "));
      doubts.push({ sheet: table.sheet.name, row, column: null, asWritten, problem });
    };
    const long = cells.findIndex((cell) => cell.length > limits.characters);
    const role = roleOf(sheetRow, table, { before, below: table.rows[index + 1] });
    if (role.kind === "row" || role.kind === "heading") before = role;
    if (long >= 0) {
      const problem = `This cell holds more than ${limits.characters.toLocaleString("en-GB")} characters.`;
      const heading = columns.meaning.find((one) => one.at === long)?.heading ?? null;
      faults.push({ sheet: table.sheet.name, row, column: heading, asWritten: shorten(cells[long] ?? ""), problem });
    } else if (role.kind === "heading") [area, sro] = [role.area, ""];
    else if (role.kind === "officer") sro = role.name;
    else if (role.kind === "note") pass("Only one cell of this row has words and it is no action, so the row was passed over.");
    else if (role.kind === "tally") pass("This row has no action with a lead, a date or a rating, so it was passed over.");
    else {
      const named = namedRow(sheetRow, table, rows.at(-1), { area, sro });
      area = named.areaCell;
      rows.push(named);
    }
  }
  return { rows, faults, doubts };
}

function namedRow(
  { row, cells: record }: SheetRow,
  table: PlanTable,
  above: NamedRow | undefined,
  { area, sro }: { readonly area: string; readonly sro: string },
): NamedRow {
  const { columns } = table;
  const own = Object.fromEntries(planFields.map((field) => [field, record[columns.at[field] ?? -1] ?? ""])) as Record<PlanField, string>;
  const other = Object.fromEntries(columns.others.map(({ heading, at: index }) => [heading, record[index] ?? ""]));
  // A measure below its action, whose cells were left blank or unmerged.
  const continues =
    above && isBlank(own.action) && isBlank(own.actionRef) && !isBlank(own.measure) && (isBlank(own.area) || own.area.trim() === above.areaCell);
  const carried: readonly PlanField[] = continues ? ["action", "actionRef", "section", "iStatement", "areaTitle", "sro", "lead"] : [];
  const leads = [own.lead, ...columns.alsoLeads.map((at) => record[at] ?? "")].filter((cell) => !isBlank(cell));
  const cells = { ...own, ...(leads.length > 0 && { lead: leads.join("; ") }), sro: columns.at.sro === undefined ? sro : own.sro };
  for (const field of carried) if (isBlank(cells[field])) cells[field] = above?.cells[field] ?? "";
  const areaCell = isBlank(own.area) ? area : own.area.trim();
  if (isBlank(own.area) && areaCell !== "" && above?.areaCell === areaCell)
    for (const field of ["areaTitle", "sro", "section", "iStatement"] as const) if (isBlank(cells[field])) cells[field] = above.cells[field];
  const wordless = isBlank(cells.action) && isBlank(cells.measure) ? firstWords(cells, other, columns) : undefined;
  return {
    row,
    table,
    cells,
    actionRef: cells.actionRef.trim().replace(/(?<=\d)\.$/, ""),
    areaCell,
    section: sectionOf(cells.section),
    other,
    ...(wordless && { wordsFrom: wordless }),
  };
}

/** Where neither action nor measure has words, the nearest that tell what is to be done. */
function firstWords(cells: Readonly<Record<PlanField, string>>, other: Readonly<Record<string, string>>, columns: PlanColumns): PlanRow["wordsFrom"] {
  const told = [
    { heading: columns.heading.outcome, words: cells.outcome },
    { heading: columns.heading.evidence, words: cells.evidence },
    ...Object.entries(other).map(([heading, words]) => ({ heading, words })),
  ];
  return told.find(({ words }) => words.trim().length > 10);
}

/** Of a table without a column of areas: the heading above it, its name among several, or the plan itself. */
function areaAbove({ titles, sheet }: PlanTable, isOneOfMany: boolean, title: string): string {
  const named = titles.findLast(namesArea) ?? (isOneOfMany ? (titles.at(-1) ?? sheet.name) : undefined);
  return (named ?? title).replace(/\s+/g, " ").trim() || "Plan";
}

function distinct(cells: readonly string[]): string[] {
  return [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell !== "");
}

/** `1.1 Shorten the wait`; a section without a number goes by its title. */
function sectionOf(cell: string): PlanRow["section"] {
  if (isBlank(cell)) return undefined;
  const [, ref, title] = /^\s*(\d[\w.]*?)\.?(?:\s+(.*))?$/s.exec(cell) ?? [];
  return ref ? { ref, title: title ?? "" } : { ref: cell.trim(), title: cell };
}

/** In characters: what an unnumbered section goes by is part of a key in the store. */
const longestSection = 80;

/** Numbers that begin again in each area are the area's. Sections without a number go by their titles, cut where they are sentences and told apart where two areas have one of the same. */
function withSections(rows: readonly PlanRow[]): PlanRow[] {
  const refs = new Map<string, string>();
  const taken = new Set<string>();
  const areasOf = Map.groupBy(rows, (row) => row.section?.ref);
  const beginsAgain = (ref: string) => /^\d+[a-z]?$/i.test(ref) && new Set(areasOf.get(ref)?.map(({ areaRef }) => areaRef)).size > 1;
  return rows.map((row) => {
    const { section } = row;
    if (section && beginsAgain(section.ref)) return { ...row, section: { ...section, ref: `${numberOf(row.areaRef)}.${section.ref}` } };
    if (!section || /^\d/.test(section.ref)) return row;
    const key = `${row.areaRef}\n${section.ref}`;
    const cut = section.ref.length > longestSection ? `${section.ref.slice(0, longestSection - 1).trimEnd()}…` : section.ref;
    let ref = refs.get(key) ?? cut;
    for (let n = 2; !refs.has(key) && taken.has(ref); n++) ref = `${cut} (${n})`;
    refs.set(key, ref);
    taken.add(ref);
    return { ...row, section: { ...section, ref } };
  });
}

function at({ columns, sheet }: PlanTable, row: number, field: PlanField, asWritten: string): Omit<Problem, "problem"> {
  return { sheet: sheet.name, row, column: columns.heading[field], asWritten };
}

import type { Problem } from "../domain/problem.ts";
import { readColumnMap } from "../intake/columnMap.ts";
import { kindOfBytes } from "../intake/fileKind.ts";
import { findHeadings } from "../intake/headingRows.ts";
import { foldHeading } from "../intake/planFields.ts";
import { raggedRows } from "../intake/raggedRows.ts";
import { type AboutPlan, type ReadPlan, readPlan } from "../intake/readPlan.ts";
import { readWorkbook } from "../intake/readWorkbook.ts";
import type { Sheet, Workbook } from "../intake/workbook.ts";
import { isRecordSheet } from "../reports/recordTables.ts";

export interface PlanFileSent {
  /** Names its table where it is a text file. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadFiles = ReadPlan | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/**
 * Reads one plan from its file or files.
 *
 * @param remembered - corrections of columns given before; those whose heading is not in these files are passed over
 * @param said - corrections given now, as `{ heading: field }`; a wrong one is a fault
 */
export async function readPlanFiles(
  files: readonly PlanFileSent[],
  about: Omit<AboutPlan, "map">,
  remembered: Readonly<Record<string, string>> = {},
  said: Readonly<Record<string, string>> = {},
): Promise<ReadFiles> {
  const books: (Workbook & { isText: boolean })[] = [];
  for (const { name, bytes } of files) {
    const read = await readWorkbook(bytes, name);
    if (read.kind === "refused") return refused(files.length > 1 ? read.problems.map((one) => ({ sheet: name, ...one })) : read.problems);
    books.push({ ...read, isText: kindOfBytes(bytes).kind === "text" });
  }
  const sheets = books.flatMap((book) => book.sheets).filter(({ name, rows }) => !isRecordSheet(name, rows[0]?.cells ?? []));
  if (sheets.length === 0) return readPlan(sheets, about);

  const map = readColumnMap(Object.entries({ ...stillThere(remembered, sheets), ...said }).map(([heading, field]) => `${heading}=${field}`));
  if (map.problems.length > 0) return { kind: "refused", problems: map.problems };
  const texts = new Set(books.filter(({ isText }) => isText).flatMap((book) => book.sheets));
  const ragged = sheets.map((sheet) => (texts.has(sheet) ? raggedRows(sheet, map.map) : []));
  // Their cells stand under wrong headings, so that anything else said of them would be wrong too.
  const straight = sheets.map((sheet, at) => ({ ...sheet, rows: sheet.rows.filter(({ row }) => !ragged[at]?.some((one) => one.row === row)) }));
  const reading = readPlan(straight, { ...about, map: map.map });
  const faults = ragged.flatMap((its, at) => its.map((one) => (sheets.length > 1 ? { sheet: sheets[at]?.name ?? "", ...one } : one)));
  if (faults.length > 0)
    return refused(byRow([...(reading.kind === "refused" && straight.some(({ rows }) => rows.length > 1) ? reading.problems : []), ...faults]));
  if (reading.kind === "refused") return reading;
  return { ...reading, problems: [...books.flatMap((book) => book.doubts), ...reading.problems] };
}

function refused(problems: readonly Problem[]): ReadFiles {
  return { kind: "refused", problems };
}

function byRow(problems: readonly Problem[]): Problem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  return problems.toSorted((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0));
}

function stillThere(remembered: Readonly<Record<string, string>>, sheets: readonly Sheet[]): Record<string, string> {
  // Headings of two rows are known by what both say together.
  const written = sheets.flatMap((sheet) => [...sheet.rows.slice(0, 30).flatMap(({ cells }) => cells), ...(findHeadings(sheet)?.headings ?? [])]);
  const headings = new Set(written.map(foldHeading));
  return Object.fromEntries(Object.entries(remembered).filter(([heading]) => headings.has(foldHeading(heading))));
}

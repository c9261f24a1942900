import writeExcelFile from "write-excel-file/node";
import type { ExportTable } from "./exportTable.ts";

/** Characters of a column on screen, whatever its longest cell. */
const narrowest = 10;
const widest = 60;
/** Said, since bold cells have no font of their own and LibreOffice gives them one with serifs. */
export const workbookFont = { fontFamily: "Arial", fontSize: 10 };

/** One worksheet a table, its headings bold and in sight. Every cell is text, so that a spreadsheet runs none of them. */
export async function writeXlsx(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const names = worksheetNames(tables.map(({ name }) => name));
  const sheets = tables.map(({ rows, header }, n) => ({
    sheet: names[n],
    data: rows.map((row, at) => row.map((value) => cellOf(value, at === header))),
    columns: widthsOf(rows).map((width) => ({ width })),
    ...(header !== undefined && { stickyRowsCount: header + 1 }),
  }));
  return writeExcelFile(sheets, workbookFont).toBuffer();
}

function cellOf(words: string, isHeading: boolean) {
  if (words === "") return null;
  return { type: String, value: excelWords(words), wrap: true, alignVertical: "top" as const, ...(isHeading && { fontWeight: "bold" as const }) };
}

/** Excel reads `_x000D_` in a text as the character of that number, unless its first sign is written so itself. */
export function excelWords(words: string): string {
  return words.replace(/_(?=x[\dA-F]{4}_)/gi, "_x005F_");
}

/** Of each column, by its longest line. */
export function widthsOf(rows: ExportTable["rows"]): number[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, ...(row[at] ?? "").split("\n").map((line) => line.length)), 0);
    return Math.min(widest, Math.max(narrowest, longest + 2));
  });
}

/** Excel takes 31 characters, none of `: \ / ? * [ ]`, no name twice whatever its capitals, and no apostrophe at either end. */
export function worksheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[:\\/?*[\]\p{Cc}]/gu, " ")
        .replace(/\s+/g, " ")
        .replace(/^[\s']+|[\s']+$/g, "") || "Table";
    let found = plain.slice(0, 31).trim();
    for (let n = 2; taken.has(found.toLowerCase()); n++) found = `${plain.slice(0, 27).trim()} (${n})`;
    taken.add(found.toLowerCase());
    return found;
  });
}

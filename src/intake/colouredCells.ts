import type { Problem } from "../domain/problem.ts";
import type { ColumnMap } from "./columnMap.ts";
import { findHeadings } from "./headingRows.ts";
import { meaningsOf } from "./headingWords.ts";
import { foldHeading } from "./planFields.ts";
import type { Sheet, SheetRow } from "./workbook.ts";

export interface ColoursRead {
  /** Cells that have a rating's colour and no words hold the colour's name. */
  readonly sheet: Sheet;
  readonly doubts: readonly Problem[];
}

/**
 * Reads ratings that are a cell's colour and nothing else, as many plans give them. Only below a heading that speaks of a rating, and never
 * where the whole row has the colour: a striped table would claim actions complete. What is coloured and not read is a doubt.
 *
 * A yellow is the amber of a column that has no amber.
 */
export function readColours(sheet: Sheet, map: ColumnMap = {}): ColoursRead {
  const header = sheet.rows.some(({ colours, cells }) => colours || cells.some((cell) => signs.test(cell))) ? findHeadings(sheet, map) : undefined;
  if (!header) return { sheet, doubts: [] };
  const body = sheet.rows.slice(header.body);
  const columns = header.headings.map((heading, at) => ({ heading: heading.trim(), at, asks: asksRating(heading, map), ...colouredCells(body, at) }));

  const read = columns.filter(({ asks, wordless, spoken }) => wordless.length > 0 && (asks === "surely" || (asks === "perhaps" && spoken === 0)));
  const names = new Map(read.map(({ at, wordless }) => [at, namesIn(wordless)]));
  const rows = body.map((row): SheetRow => {
    const cells = row.cells.map((cell, at) => (isWordless(cell) && names.get(at)?.(ownColour(row, at))) || cell);
    return read.length === 0 ? row : { ...row, cells };
  });
  const hasRatings = columns.some(({ asks, wordless, spoken }) => asks !== undefined && wordless.length + spoken > 0);
  const doubts = [
    ...read.map(({ heading, wordless, at }) => aboutRead(heading, wordless, names.get(at) ?? ((name) => name))),
    ...columns.filter((column) => !read.includes(column) && column.spoken === 0 && column.wordless.length > 0).map(aboutUnread),
    ...(hasRatings ? [] : aboutColouredWords(body, header.headings)),
  ];
  return { sheet: { ...sheet, rows: [...sheet.rows.slice(0, header.body), ...rows] }, doubts: doubts.map((doubt) => ({ ...doubt, sheet: sheet.name })) };
}

/** A cell holding at most a dot or a dash. */
export function isWordless(cell: string): boolean {
  return !/[\p{L}\p{N}]/u.test(cell);
}

function asksRating(heading: string, map: ColumnMap): "surely" | "perhaps" | undefined {
  const said = Object.entries(map).find(([one]) => foldHeading(one) === foldHeading(heading))?.[1];
  if (said) return said === "rating" || said === "impact" ? "surely" : undefined;
  const meant = meaningsOf(heading).filter(({ field }) => field === "rating" || field === "impact");
  if (meant.length === 0) return undefined;
  return meant.some(({ score }) => score >= 9) ? "surely" : "perhaps";
}

function colouredCells(rows: readonly SheetRow[], at: number): { wordless: readonly string[]; spoken: number } {
  const wordless = rows.flatMap((row) => (isWordless(row.cells[at] ?? "") ? (ownColour(row, at) ?? []) : []));
  return { wordless, spoken: rows.filter(({ cells }) => !isWordless(cells[at] ?? "")).length };
}

/** Coloured circles and squares that people type. */
const signs = /[🔴🟥🟠🟧🟡🟨🟢🟩🔵🟦🟣🟪⚫⬛]/u;
const signNames: Readonly<Record<string, string>> = {
  "🔴": "Red",
  "🟥": "Red",
  "🟠": "Amber",
  "🟧": "Amber",
  "🟡": "Yellow",
  "🟨": "Yellow",
  "🟢": "Green",
  "🟩": "Green",
  "🔵": "Blue",
  "🟦": "Blue",
  "🟣": "Purple",
  "🟪": "Purple",
  "⚫": "Black",
  "⬛": "Black",
};

/** A cell's colour that is not the row's: the sign in it, else what it is filled with. */
function ownColour({ cells, colours = [] }: SheetRow, at: number): string | undefined {
  const [sign] = signs.exec(cells[at] ?? "") ?? [];
  if (sign) return signNames[sign];
  const name = colours[at];
  const alike = colours.filter((one) => one !== undefined && one === name).length;
  return name !== undefined && (alike < 3 || alike * 2 <= cells.length) ? name : undefined;
}

function namesIn(found: readonly string[]): (name: string | undefined) => string | undefined {
  const isAmber = (name: string | undefined) => name === "Yellow" && !found.includes("Amber");
  return (name) => (isAmber(name) ? "Amber" : name);
}

type Said = Omit<Problem, "sheet">;

function aboutRead(heading: string, found: readonly string[], nameOf: (name: string) => string | undefined): Said {
  const counts = Map.groupBy(found, (name) => nameOf(name) ?? name);
  const each = [...counts].map(([name, its]) => `${name} ${its.length}`).join(", ");
  const problem = `${countOf(found.length)} of this column ${found.length === 1 ? "has" : "have"} a colour and no words, and ${found.length === 1 ? "was" : "were"} read by colour: ${each}. Write the words into the cells if that is wrong.`;
  return { row: null, column: heading, asWritten: "", problem };
}

function aboutUnread({ heading, wordless }: { readonly heading: string; readonly wordless: readonly string[] }): Said {
  const problem = `This column is coloured (${listed(wordless)}) and has no words, so nothing was read from it; if the colours are ratings, say “${heading}=rating” or write them as words.`;
  return { row: null, column: heading || null, asWritten: "", problem };
}

const ofRatings = new Set(["Red", "Amber", "Yellow", "Green"]);

/** Rows told apart by their colour, in a table without a rating: once, of the first column that has two of them. */
function aboutColouredWords(rows: readonly SheetRow[], headings: readonly string[]): Said[] {
  for (const [at, heading] of headings.entries()) {
    const found = rows.flatMap(({ cells, colours }) => (isWordless(cells[at] ?? "") ? [] : (colours?.[at] ?? [])));
    if (new Set(found.filter((name) => ofRatings.has(name))).size < 2) continue;
    const problem = `Cells of this column are coloured (${listed(found)}), which was not read as ratings; write the ratings as words into a column headed RAG.`;
    return [{ row: null, column: heading.trim() || null, asWritten: "", problem }];
  }
  return [];
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].map((name) => name.toLowerCase()).join(", ");
}

function countOf(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}

import type { Doubts } from "../doubts.ts";
import { readPart } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import type { XmlListener } from "../office/readXml.ts";
import { type SheetTally, tooManyColumns } from "../sheetTally.ts";
import { limits } from "../table.ts";
import { damaged, tooMuchUnpacked } from "../unreadableFile.ts";
import type { Sheet } from "../workbook.ts";
import { columnOf } from "./cellAddress.ts";
import { type FoundRow, fillMerges, type Merge, readMerge } from "./fillMerges.ts";
import { gatherRichText } from "./richText.ts";
import { type CellParts, doubtCell, type WorksheetCell, wordsOfCell } from "./worksheetCell.ts";

/** What the sheets of one workbook share. */
export interface WorkbookParts extends CellParts {
  readonly zip: Zip;
  readonly tally: SheetTally;
  readonly doubts: Doubts;
}

/** Reads one worksheet from start to end; formatted cells without words take no memory, however many there are. */
export async function readWorksheet(part: string, name: string, book: WorkbookParts): Promise<Sheet> {
  const rows: FoundRow[] = [];
  const merges: Merge[] = [];
  let hidden = false;
  const hiddenColumns = new Set<number>();
  let width = 0;

  const listener = listenToCells({
    row(row, isHidden) {
      book.tally.row();
      rows.push(row);
      hidden ||= isHidden;
      width = Math.max(width, row.cells.length);
    },
    cell(cell, row) {
      doubtCell(cell, row, name, book.doubts);
      const words = wordsOfCell(cell, book);
      if (cell.column >= limits.columns && words.trim() !== "") throw tooManyColumns(row, name);
      return words;
    },
    colour: (style) => book.colours[style],
    merge(range) {
      const merge = readMerge(range);
      if (merge) merges.push(merge);
      if (merges.length > limits.merges) throw tooMuchUnpacked();
    },
    hiddenColumns(first, last) {
      // A file may say it a million times over.
      for (let column = first; column <= last && hiddenColumns.size < limits.columns; column += 1) hiddenColumns.add(column);
    },
  });
  await readPart(book.zip, part, listener);

  if (hidden) book.doubts.add("Some rows of this sheet are hidden; they were read like the others.", { sheet: name });
  if (rows.some(({ cells }) => cells.some((_, column) => hiddenColumns.has(column))))
    book.doubts.add("Some columns of this sheet are hidden; they were read like the others.", { sheet: name });
  fillMerges(rows, width, merges);
  const filled = rows.map(({ row, cells, colours }) => ({
    row,
    cells: Array.from({ length: width }, (_, column) => cells[column] ?? ""),
    ...(colours && { colours: Array.from(colours) }),
  }));
  for (const { cells } of filled) book.tally.words(cells);
  return { name, headings: [], rows: filled };
}

interface CellListener {
  /** Called for rows with words in them only. */
  row(row: FoundRow, isHidden: boolean): void;
  /** Gives the cell's words back; what is blank is not kept. */
  cell(cell: WorksheetCell, row: number): string;
  /** What a cell of this style is filled with. */
  colour(style: number): string | undefined;
  merge(range: string): void;
  /** Counted from 0, both counted in. */
  hiddenColumns(first: number, last: number): void;
}

function isSet(flag: string): boolean {
  return flag !== "0" && flag !== "false";
}

function listenToCells({ row: onRow, cell: onCell, colour: colourOf, merge: onMerge, hiddenColumns: onHiddenColumns }: CellListener): XmlListener {
  const inline = gatherRichText();
  let row: FoundRow = { row: 0, cells: [] };
  let isHidden = false;
  let nextColumn = 0;
  let cell: { column: number; type: string; style: number; isFormula: boolean; value: string } | undefined;
  let inValue = false;

  return {
    open(name, { r, t = "n", s = "0", hidden = "0", ref = "", min = "1", max = "0" }) {
      if (name === "col" && isSet(hidden)) onHiddenColumns(Number(min) - 1, Math.min(Number(max), limits.columns) - 1);
      else if (name === "row") {
        const number = Number(r ?? row.row + 1);
        if (!Number.isInteger(number) || number <= row.row) throw damaged();
        row = { row: number, cells: [] };
        isHidden = isSet(hidden);
        nextColumn = 0;
      } else if (name === "c") {
        // Programs may leave addresses out, where a cell follows the one before it.
        const column = columnOf(r ?? "") ?? nextColumn;
        cell = { column, type: t, style: Number(s), isFormula: false, value: "" };
        nextColumn = column + 1;
      } else if (name === "mergeCell") onMerge(ref);
      else if (!cell) return;
      else if (name === "v") inValue = true;
      else if (name === "f") cell.isFormula = true;
      else inline.open(name);
    },
    text(words) {
      if (inValue && cell) cell.value += words;
      else if (cell) inline.text(words);
    },
    close(name) {
      if (name === "v") inValue = false;
      else if (name === "c" && cell) {
        const words = onCell({ ...cell, inline: inline.take() }, row.row);
        if (words.trim() !== "") row.cells[cell.column] = words;
        const colour = cell.column < limits.columns ? colourOf(cell.style) : undefined;
        if (colour) {
          row.colours ??= [];
          row.colours[cell.column] = colour;
        }
        cell = undefined;
      } else if (name === "row") {
        if (row.cells.length > 0) onRow(row, isHidden);
      } else if (cell) inline.close(name);
    },
  };
}

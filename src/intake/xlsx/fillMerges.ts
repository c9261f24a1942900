import { damaged } from "../unreadableFile.ts";
import { type CellAddress, readAddress } from "./cellAddress.ts";

/** Cells shown as one, from the corner that holds the words to the opposite one. */
export interface Merge {
  readonly from: CellAddress;
  readonly to: CellAddress;
}

/** One row of a worksheet by the column of its cells; those without words are not there. Rows stand in order. */
export interface FoundRow {
  /** Counted from 1. */
  readonly row: number;
  readonly cells: string[];
  /** By column, as `SheetRow` has them. */
  colours?: (string | undefined)[];
}

/** Reads `A2:A9`. @returns nothing where it is no range */
export function readMerge(range: string): Merge | undefined {
  const [from, to] = range.split(":").map(readAddress);
  return from && to && from.row <= to.row && from.column <= to.column ? { from, to } : undefined;
}

/**
 * Writes a merge's words and colour into each of its cells, as a person sees them beside every row. Only into rows and columns that hold words of
 * their own: a title merged across the page makes no columns, and a merge that runs on below the table no rows.
 *
 * @throws UnreadableFile if merges overlap, which no spreadsheet program writes and which could keep the service busy for hours
 */
export function fillMerges(rows: readonly FoundRow[], width: number, merges: readonly Merge[]): void {
  const usedColumns = Array.from({ length: width }, (_, column) => rows.some(({ cells }) => cells[column]));
  let left = rows.length * width;
  for (const { from, to } of merges) {
    const first = firstAtOrAfter(rows, from.row + 1);
    const top = rows[first];
    const isThere = top?.row === from.row + 1;
    const words = isThere ? top.cells[from.column] : undefined;
    const colour = isThere ? top.colours?.[from.column] : undefined;
    if (!words && !colour) continue;
    for (let index = first; index < rows.length; index += 1) {
      const row = rows[index];
      if (!row || row.row > to.row + 1) break;
      for (let column = from.column; column <= Math.min(to.column, width - 1); column += 1) {
        left -= 1;
        if (words && usedColumns[column]) row.cells[column] = words;
        if (colour) {
          row.colours ??= [];
          row.colours[column] = colour;
        }
      }
    }
    if (left < 0) throw damaged();
  }
}

function firstAtOrAfter(rows: readonly FoundRow[], wanted: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((rows[middle]?.row ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Problem } from "../domain/problem.ts";
import type { ColumnMap } from "./columnMap.ts";
import { findHeadings } from "./headingRows.ts";
import type { Sheet } from "./workbook.ts";

/** Fewer columns are a table of anything. */
const fewest = 4;

/**
 * Joins to a table the one after it that goes on below the same heading, as wide and without headings of its own: Word documents part
 * a long table so. Its rows are counted on from the first table's.
 */
export function joinContinued(sheets: readonly Sheet[], map: ColumnMap = {}): { sheets: readonly Sheet[]; doubts: readonly Problem[] } {
  const joined: Sheet[] = [];
  const doubts: Problem[] = [];
  for (const sheet of sheets) {
    const before = joined.at(-1);
    if (!before || !goesOn(before, sheet, map)) {
      joined.push(sheet);
      continue;
    }
    const last = before.rows.at(-1)?.row ?? 0;
    joined[joined.length - 1] = { ...before, rows: [...before.rows, ...sheet.rows.map((row) => ({ ...row, row: row.row + last }))] };
    const problem = "A table without headings follows this one; it was read as the same table going on.";
    doubts.push({ sheet: before.name, row: last + (sheet.rows[0]?.row ?? 1), column: null, asWritten: sheet.name, problem });
  }
  return { sheets: joined, doubts };
}

function goesOn(before: Sheet, sheet: Sheet, map: ColumnMap): boolean {
  const width = before.rows[0]?.cells.length ?? 0;
  const isNext =
    before.headings.length > 0 && before.headings.length === sheet.headings.length && before.headings.every((one, at) => one === sheet.headings[at]);
  return isNext && width >= fewest && sheet.rows[0]?.cells.length === width && !findHeadings(sheet, map) && findHeadings(before, map) !== undefined;
}

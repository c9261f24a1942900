import type { Problem } from "../domain/problem.ts";
import type { ColumnMap } from "./columnMap.ts";
import { isBlank } from "./isBlank.ts";
import { isPlanTable, readTable } from "./planTable.ts";
import { shorten } from "./table.ts";
import type { Sheet } from "./workbook.ts";

/**
 * Rows of a text file with more or fewer cells than its headings: a comma too many has moved their cells under other
 * headings. A workbook has no such rows, since a cell there knows its column.
 */
export function raggedRows(sheet: Sheet, map: ColumnMap): Problem[] {
  const table = readTable(sheet, map);
  const header = isPlanTable(table) ? sheet.rows.findIndex(({ row }) => row === table.headerRow) : 0;
  const width = sheet.rows[header]?.cells.length ?? 0;
  return sheet.rows.slice(header + 1).flatMap(({ row, cells }) => {
    if (cells.length === width || (cells.length > width && cells.slice(width).every(isBlank))) return [];
    const problem = `This row has ${cells.length === 1 ? "1 cell" : `${cells.length} cells`} where the heading row has ${width}.`;
    return [{ row, column: null, asWritten: shorten(cells.join(",")), problem }];
  });
}

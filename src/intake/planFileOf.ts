import type { PlanFile } from "../domain/planFile.ts";
import type { ReferredRow } from "./mintRefs.ts";
import type { PlanTable } from "./planTable.ts";
import type { Sheet } from "./workbook.ts";

/** Every table of the file as it was read, those passed over too: no cell is lost, and an export can give all back. */
export function planFileOf(sheets: readonly Sheet[], tables: readonly PlanTable[], rows: readonly ReferredRow[]): PlanFile {
  const refsOf = new Map(
    tables.map((table) => [
      table.sheet,
      Map.groupBy(
        rows.filter((row) => row.table === table),
        ({ row }) => row,
      ),
    ]),
  );
  return {
    tables: sheets.map((sheet) => {
      const table = tables.find((one) => one.sheet === sheet);
      const its = refsOf.get(sheet);
      const { rating, impact, narrative, revised, due = undefined } = table?.columns.at ?? {};
      return {
        name: sheet.name,
        // Headings above a Word table become title rows, in which they are found again.
        rows: [
          ...sheet.headings.map((heading) => ({ cells: [heading] })),
          ...sheet.rows.map(({ row, cells }) => {
            const measures = its?.get(row)?.map(({ measureRef }) => measureRef);
            return { cells, ...(measures && { measures }) };
          }),
        ],
        ...(table && { header: sheet.headings.length + sheet.rows.findIndex(({ row }) => row === table.headerRow) }),
        ...(table && table.columns.at.area === undefined && { namesArea: true }),
        columns: {
          ...(rating !== undefined && { rating }),
          ...(impact !== undefined && { impact }),
          ...(narrative !== undefined && { narrative }),
          ...((revised ?? due) !== undefined && { due: revised ?? due }),
        },
      };
    }),
  };
}

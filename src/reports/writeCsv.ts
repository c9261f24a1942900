import { stringify } from "csv-stringify/sync";
import { guardCell } from "../domain/formulaGuard.ts";
import type { ExportTable } from "./exportTable.ts";

/** RFC 4180 with a byte order mark, without which Excel takes it for Windows-1252. No cell is one a spreadsheet would run. */
export function writeCsv({ rows }: Pick<ExportTable, "rows">): Uint8Array {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => guardCell(row[at] ?? "")));
  return new TextEncoder().encode(stringify(cells, { bom: true, record_delimiter: "windows", quoted_match: /[\r\n]/ }));
}

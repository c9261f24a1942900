import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "../domain/problem.ts";
import { limits, shorten, type Table } from "./table.ts";

/**
 * Reads a CSV (RFC 4180, comma, any line ends) in strict UTF-8. Rows are counted as records, not as lines, so that a
 * fault names the row a spreadsheet shows. A byte order mark is dropped; words stay as written.
 *
 * @returns the rows read, up to the first that broke the file
 */
export function readCsv(bytes: Uint8Array): Table {
  if (bytes.length > limits.bytes) return { rows: [], faults: [fault(`The file is larger than ${limits.bytes / 1024 / 1024} MB, so it was not read.`)] };
  const bad = firstByteNotUtf8(bytes);
  if (bad !== undefined) return { rows: [], faults: [notUtf8(bytes, bad)] };

  const text = new TextDecoder().decode(bytes);
  const { rows, broken } = parseRows(text);
  if (rows.length > limits.rows + 1)
    return { rows: [], faults: [fault(`The file has more than ${limits.rows.toLocaleString("en-GB")} rows, so it was not read.`)] };
  return { rows, faults: broken ? [brokenQuote(rows, text, broken)] : [] };
}

function parseRows(text: string): { rows: string[][]; broken?: CsvError } {
  const rows: string[][] = [];
  const options = {
    // Rows of other lengths are told apart later, so that all of them are reported.
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    // One more than allowed is enough to know that there are too many.
    to: limits.rows + 2,
    on_record: (record: string[]) => {
      rows.push(record);
      return null;
    },
  };
  try {
    parse(text, options);
    return { rows };
  } catch (error) {
    if (error instanceof CsvError) return { rows, broken: error };
    throw error;
  }
}

function brokenQuote(rows: readonly string[][], text: string, error: CsvError): Problem {
  const problem =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "A quotation mark opens in this cell and is never closed, so the file cannot be read from here on."
      : "A quotation mark inside this cell is not doubled as CSV asks, so the file cannot be read from here on.";
  const column = typeof error.column === "number" ? (rows[0]?.[error.column] ?? null) : null;
  // `bytes` is where the cell's delimiter stands, or its first character at the start of a row.
  const words = new TextDecoder().decode(new TextEncoder().encode(text).subarray(Number(error.bytes))).replace(/^,/, "");
  return { row: rows.length + 1, column, asWritten: shorten(words), problem };
}

/** By halving: a stream decoder takes a character cut short at the end, and throws only for a byte that cannot be. */
function firstByteNotUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes, false)) return undefined;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return good;
}

function isUtf8(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function notUtf8(bytes: Uint8Array, at: number): Problem {
  // As a stream, so that the start of the bad character is left off.
  const before = new TextDecoder().decode(bytes.subarray(0, at), { stream: true });
  const { rows, broken } = parseRows(`${before}�`);
  const row = broken ? rows.length + 1 : rows.length;
  const cell = broken ? Number(broken.column) : (rows.at(-1)?.length ?? 0) - 1;
  const words = before.split(/[\r\n]/).at(-1) ?? "";
  const problem = "The file is not in UTF-8, so nothing was read; save it again as “CSV UTF-8”.";
  return { row, column: row > 1 ? (rows[0]?.[cell] ?? null) : null, asWritten: `${words.slice(-40)}�`, problem };
}

function fault(problem: string): Problem {
  return { row: null, column: null, asWritten: "", problem };
}

import { CsvError, parse } from "csv-parse/sync";
import { unguardCell } from "../../domain/formulaGuard.ts";
import { gatherDoubts } from "../doubts.ts";
import { tallySheets, tooManyColumns } from "../sheetTally.ts";
import { limits, shorten } from "../table.ts";
import { UnreadableFile } from "../unreadableFile.ts";
import type { SheetRow, Workbook } from "../workbook.ts";
import { decodeText } from "./decodeText.ts";
import { findDelimiter, isPlainlyTable } from "./findDelimiter.ts";

/**
 * Reads a text file of rows (RFC 4180, any line ends) parted by comma, semicolon or tab. Rows are counted as records, not as lines, so
 * that a fault names the row a spreadsheet shows. Words stay as written, rows as long as they are.
 *
 * @throws UnreadableFile if the text is damaged, a quotation mark breaks the file, or it is too large
 */
export function readCsvSheet(bytes: Uint8Array, fileName: string): Workbook {
  const { text: whole, guessed } = decodeText(bytes);
  // Excel's own hint, which it does not show as a row.
  const [hint, hinted] = /^"?sep=([^\r\n"])"?\r?\n/i.exec(whole) ?? [];
  const text = hint ? whole.slice(hint.length) : whole;
  if (hasOtherName.test(fileName) && !isPlainlyTable(text))
    throw new UnreadableFile("This is a text file and not a table with cells, so nothing was read; send the plan as .xlsx, .docx or .csv.");
  const doubts = gatherDoubts();
  if (guessed) doubts.add("The file is not in UTF-8, so its accents and dashes were read as Windows writes them; look them over, or save it as “CSV UTF-8”.");

  const rows = parseRows(text, hinted ?? findDelimiter(text));
  const tally = tallySheets();
  for (const { cells } of rows) tally.words(cells);
  const sheets = rows.length === 0 ? [] : [{ name: fileName.replace(/\.(csv|tsv|txt)$/i, ""), headings: [], rows }];
  return { kind: "read", sheets, doubts: doubts.all() };
}

/** Those that say they are notes, a log, data: of none of the kinds a plan comes as. */
const hasOtherName = /\.(?!(?:csv|tsv|tab|xlsx?|docx?)$)[a-z0-9]{1,8}$/i;

function parseRows(text: string, delimiter: string): SheetRow[] {
  if (hasEndlessRow(text, delimiter)) throw tooManyColumns(null);
  const rows: SheetRow[] = [];
  const tally = tallySheets();
  let row = 0;
  const options = {
    delimiter,
    // Whoever knows the headings can say which row has too many cells or too few.
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    on_record: (record: string[]) => {
      row += 1;
      if (record.every((cell) => cell.trim() === "")) return null;
      tally.row();
      if (record.slice(limits.columns).some((cell) => cell.trim() !== "")) throw tooManyColumns(row);
      rows.push({ row, cells: record.slice(0, limits.columns).map((cell) => unguardCell(cell).replace(/\r\n?/g, "\n")) });
      return null;
    },
  };
  try {
    parse(text, options);
    return rows;
  } catch (error) {
    throw error instanceof CsvError ? brokenQuote(row + 1, rows[0], text, delimiter, error) : error;
  }
}

/** Whether a row has more cells than any spreadsheet: the parser holds a whole row before it can be asked about its length. */
function hasEndlessRow(text: string, delimiter: string): boolean {
  const mostCells = 16_384;
  let cells = 1;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "\n" || character === "\r") cells = 1;
    else if (character === delimiter && ++cells > mostCells) return true;
  }
  return false;
}

function brokenQuote(row: number, headings: SheetRow | undefined, text: string, delimiter: string, error: CsvError): UnreadableFile {
  const sentence =
    error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "A quotation mark opens in this cell and is never closed, so the file cannot be read from here on."
      : "A quotation mark inside this cell is not doubled as CSV asks, so the file cannot be read from here on.";
  const column = typeof error.column === "number" ? (headings?.cells[error.column] ?? null) : null;
  // `bytes` is where the cell's delimiter stands, or its first character at the start of a row.
  const words = new TextDecoder().decode(new TextEncoder().encode(text).subarray(Number(error.bytes)));
  return new UnreadableFile(sentence, { row, column, asWritten: shorten(words.startsWith(delimiter) ? words.slice(1) : words) });
}

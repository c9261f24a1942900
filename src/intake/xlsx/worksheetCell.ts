import type { Doubts } from "../doubts.ts";
import { addressOf } from "./cellAddress.ts";
import type { CellColours } from "./cellColours.ts";
import { type CellFormats, numberAsShown } from "./cellFormats.ts";
import { asLines, unescaped } from "./richText.ts";

/** A cell as the file has it (ISO/IEC 29500-1, 18.3.1.4). */
export interface WorksheetCell {
  /** Counted from 0. */
  readonly column: number;
  /** `s` shared string, `str` a formula's string, `inlineStr`, `b` boolean, `e` error, `d` ISO date, `n` number. */
  readonly type: string;
  readonly style: number;
  readonly isFormula: boolean;
  /** What stands in its `v`. */
  readonly value: string;
  /** What stands in its `is`. */
  readonly inline: string;
}

/** What the cells of one workbook share. */
export interface CellParts {
  readonly strings: readonly string[];
  readonly formats: CellFormats;
  readonly colours: CellColours;
  readonly from1904: boolean;
}

/** The words a person sees in a cell. */
export function wordsOfCell({ type, value, inline, style }: WorksheetCell, { strings, formats, from1904 }: CellParts): string {
  if (type === "inlineStr") return inline;
  if (value === "") return "";
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" || value === "true" ? "TRUE" : "FALSE";
  if (type === "d") return value.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T00:00.*)?$/, "$3/$2/$1");
  const number = Number(value);
  if (type === "n" && Number.isFinite(number)) return numberAsShown(number, formats[style] ?? "General", from1904);
  return asLines(unescaped(value));
}

/** Says what is wrong with a cell that its owner may not have seen. */
export function doubtCell({ column, type, isFormula, value }: WorksheetCell, row: number, sheet: string, doubts: Doubts): void {
  // A formula's empty text is said to be text; without that, nobody has opened the file in a spreadsheet program yet.
  const isError = type === "e";
  const isUnknown = isFormula && value === "" && type !== "str";
  if (!isError && !isUnknown) return;
  const address = addressOf({ row: row - 1, column });
  const problem = isError
    ? `Cell ${address} shows an error instead of a value; put its formula right or type the value.`
    : `The formula in cell ${address} was never worked out, so the cell was read as blank; open the file in Excel, save it and send that.`;
  doubts.add(problem, { sheet, row, asWritten: value });
}

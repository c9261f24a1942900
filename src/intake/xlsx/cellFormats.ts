import { format, getFormatDateInfo, getFormatFromId } from "numfmt";
import { readPart } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import { tooMuchUnpacked } from "../unreadableFile.ts";

/** Number formats by cell style, as a cell's `s` counts them; a style not listed shows its numbers as they are. */
export type CellFormats = readonly string[];

/** Excel allows 65,490 styles in one workbook. */
const mostStyles = 65_536;
const dayMonthYear = "dd/mm/yyyy";
const hoursAndMinutes = "hh:mm";
/** From 1 January 1900, day 1 of Excel for Windows, to 1 January 1904, day 0 of the older Excel for Mac. */
const daysTo1904 = 1462;

export async function readCellFormats(zip: Zip, stylesPart: string): Promise<CellFormats> {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let within = "";
  await readPart(zip, stylesPart, {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmts" || name === "cellXfs") within = name;
      else if (name === "numFmt" && within === "numFmts") own.set(Number(numFmtId), formatCode);
      else if (name === "xf" && within === "cellXfs") formats.push(own.get(Number(numFmtId)) ?? getFormatFromId(Number(numFmtId), "en-GB") ?? "General");
      if (formats.length > mostStyles || own.size > mostStyles) throw tooMuchUnpacked();
    },
    close(name) {
      if (name === within) within = "";
    },
  });
  return formats;
}

/**
 * A number as a British spreadsheet shows it. A day is written `31/05/2022` whatever its format, so that every date of a
 * file reads alike; a format without a day (`mmm-yy`) is obeyed, because there the day was never meant. Time of day is
 * written only where the format has it and it is not midnight.
 */
export function numberAsShown(value: number, code: string, from1904: boolean): string {
  const date = getFormatDateInfo(code);
  const isDate = date.day || date.month || date.year;
  const serial = from1904 && isDate ? value + daysTo1904 : value;
  const shownBy = date.day ? dayMonthYear + (date.hours && !Number.isInteger(value) ? ` ${hoursAndMinutes}` : "") : code;
  // A format may hide its number (`;;;`) or be none; either way the number is there and is not lost.
  return formatted(shownBy, serial) || formatted("General", value);
}

function formatted(code: string, value: number): string {
  try {
    return format(code, value, { locale: "en-GB" }).trim();
  } catch {
    return String(value);
  }
}

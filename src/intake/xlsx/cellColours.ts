import { colourName } from "../colourName.ts";
import { readPart } from "../office/officePackage.ts";
import type { Zip } from "../office/openZip.ts";
import { tooMuchUnpacked } from "../unreadableFile.ts";

/** What people call the fill of each cell style, as a cell's `s` counts them; nothing for one without a rating's colour. */
export type CellColours = readonly (string | undefined)[];

/** The order in which a cell names the colours of a theme (ISO/IEC 29500-1, 18.8.3): light before dark, other than in the theme itself. */
const themeOrder = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/** The palette of the oldest workbooks (18.8.27), of which only what can be a rating's colour. */
const palette: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "2=FF0000 3=00FF00 4=0000FF 5=FFFF00 10=FF0000 11=00FF00 12=0000FF 13=FFFF00 16=800000 17=008000 22=C0C0C0 23=808080 30=0066CC",
    "40=00CCFF 42=CCFFCC 43=FFFF99 45=FF99CC 47=FFCC99 48=3366FF 50=99CC00 51=FFCC00 52=FF9900 53=FF6600 57=339966",
  ]
    .join(" ")
    .split(" ")
    .map((one) => one.split("=")),
);

/** Excel allows 65,490 styles in one workbook. */
const mostStyles = 65_536;

/** @param themePart - a workbook without one names its colours outright */
export async function readCellColours(zip: Zip, stylesPart: string, themePart: string): Promise<CellColours> {
  const theme = await readTheme(zip, themePart);
  const fills: (string | undefined)[] = [];
  const colours: (string | undefined)[] = [];
  let within = "";
  let isSolid = false;
  await readPart(zip, stylesPart, {
    open(name, { fillId = "0", patternType = "", rgb = "", theme: place = "", tint = "0", indexed = "" }) {
      if (name === "fills" || name === "cellXfs") within = name;
      else if (within === "fills" && name === "fill") fills.push(undefined);
      else if (within === "fills" && name === "patternFill") isSolid = patternType === "solid";
      else if (within === "fills" && name === "fgColor" && isSolid && fills.length > 0) {
        const hex = rgb ? rgb.slice(-6) : place ? tinted(theme[Number(place)] ?? "", Number(tint)) : (palette[indexed] ?? "");
        fills[fills.length - 1] = colourName(hex);
      } else if (within === "cellXfs" && name === "xf") colours.push(fills[Number(fillId)]);
      if (fills.length > mostStyles || colours.length > mostStyles) throw tooMuchUnpacked();
    },
    close(name) {
      if (name === within) within = "";
      else if (name === "patternFill") isSolid = false;
    },
  });
  return colours;
}

async function readTheme(zip: Zip, part: string): Promise<string[]> {
  const colours: string[] = themeOrder.map(() => "");
  let slot = -1;
  await readPart(zip, part, {
    open(name, { val = "", lastClr = "" }) {
      if (themeOrder.includes(name)) slot = themeOrder.indexOf(name);
      else if (slot >= 0 && (name === "srgbClr" || name === "sysClr")) colours[slot] ||= name === "sysClr" ? lastClr : val;
    },
    close(name) {
      if (name === "clrScheme") slot = -1;
    },
  });
  return colours;
}

/** @param tint - from -1, black, to 1, white (18.8.19) */
function tinted(hex: string, tint: number): string {
  if (!/^[0-9a-f]{6}$/i.test(hex) || !(Math.abs(tint) <= 1)) return hex;
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const mixed = parts.map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint));
  return mixed.map((part) => part.toString(16).padStart(2, "0")).join("");
}

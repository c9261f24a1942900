import { namesArea } from "./areaNames.ts";
import { isBlank } from "./isBlank.ts";
import { foldWords } from "./likeness.ts";
import type { PlanColumns } from "./planColumns.ts";
import type { PlanField } from "./planFields.ts";
import type { PlanTable } from "./planTable.ts";
import type { SheetRow } from "./workbook.ts";

/** What a row below the headings is. */
export type RowRole =
  | { readonly kind: "row" }
  /** Names the area of the rows below it. */
  | { readonly kind: "heading"; readonly area: string }
  /** Names the senior responsible officer of the area above it. */
  | { readonly kind: "officer"; readonly name: string }
  /** One cell of words that is neither. */
  | { readonly kind: "note" }
  /** Totals, counts, a row with its number and no words yet. */
  | { readonly kind: "tally" };

/** @param before - of the last row above that was a row or a heading; `below` is the one that comes next */
export function roleOf(row: SheetRow, table: PlanTable, { before, below }: { readonly before?: RowRole; readonly below?: SheetRow }): RowRole {
  const { columns } = table;
  const lone = loneCell(row, columns);
  if (lone === "heading") {
    const area = row.cells.find((cell) => !isBlank(cell)) ?? "";
    const name = officerNamed(area);
    if (name) return { kind: "officer", name };
    // Below `Priority 1: Timeliness`, another row merged across tells about it.
    return before?.kind === "heading" && namesArea(before.area) && !namesArea(area) ? { kind: "note" } : { kind: "heading", area };
  }
  if (lone === "note") return { kind: "note" };
  if (isTally(row, columns)) return { kind: "tally" };
  const area = headsNumbers(row, below, table);
  return area ? { kind: "heading", area } : { kind: "row" };
}

const officer =
  /^(?:senior responsible (?:officer|owner|lead|person)|sro|accountable (?:officer|lead|person|director)|executive (?:lead|sponsor)|strategic lead)s?(?: ?\([^)]*\))? ?[:–-] ?(.+)$/i;

/** The officer of `SRO: Director of Education`, or nothing. */
export function officerNamed(line: string): string | undefined {
  return officer.exec(line.replace(/\s+/g, " ").trim())?.[1]?.trim();
}

/** A row merged across, or with words in its first cell alone, heads the rows below it; alone elsewhere they are a note. */
function loneCell({ cells }: SheetRow, { at, meaning }: PlanColumns): "heading" | "note" | undefined {
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
  const words = new Set(filled.map((index) => cells[index]?.trim()));
  if (meaning.length < 3 || words.size > 1 || (filled.length > 1 && filled.length < cells.length - 1)) return undefined;
  const [first = 0] = filled;
  const text = cells[first] ?? "";
  if (totals.test(text.trim())) return "note";
  if (filled.length > 2) return "heading";
  if (first === at.actionRef && bareNumber.test(text.trim())) return undefined;
  if (first === at.area || (at.area === undefined && namesArea(text) && first !== at.actionRef)) return "heading";
  if (first === at.action || first === at.measure || first === at.evidence)
    return at.area === undefined && first === 0 && isCapitals(text) ? "heading" : undefined;
  return first === 0 && text.length <= 200 && at.area === undefined ? "heading" : "note";
}

/** An action to come, whose words nobody has written yet. */
const bareNumber = /^[a-z]{0,4}[ .-]?\d+(?:\.\d+)*[a-z]?\.?$/i;
const totals = /^(?:grand |sub[ -]?)?totals?\b/i;
const asked: readonly PlanField[] = ["lead", "due", "revised", "rating", "narrative"];
const telling: readonly PlanField[] = ["action", "measure", "outcome", "evidence"];

function isTally({ cells }: SheetRow, { at, others }: PlanColumns): boolean {
  if (!areBlank(asked, cells, at)) return false;
  const first = cells.find((cell) => !isBlank(cell))?.trim() ?? "";
  if (totals.test(first)) return true;
  return !telling.some((field) => /\p{L}/u.test(cells[at[field] ?? -1] ?? "")) && others.every((other) => (cells[other.at] ?? "").trim().length <= 10);
}

/** `1 | Improve transitions` with nothing beside it, above 1.1: whole numbers head the actions in a table that names no area. */
function headsNumbers({ cells }: SheetRow, below: SheetRow | undefined, { columns: { at }, titles }: PlanTable): string | undefined {
  if (at.area !== undefined || at.section !== undefined || at.measure !== undefined || at.actionRef === undefined || titles.some(namesArea)) return undefined;
  const number = /^(\d{1,2})\.?$/.exec((cells[at.actionRef] ?? "").trim())?.[1];
  const words = (cells[at.action ?? -1] ?? "").trim();
  const heads = number && words !== "" && areBlank([...asked, "evidence"], cells, at) && below?.cells[at.actionRef]?.trim().startsWith(`${number}.`);
  return heads ? `${number}: ${words}` : undefined;
}

function areBlank(fields: readonly PlanField[], cells: readonly string[], at: PlanColumns["at"]): boolean {
  return fields.every((field) => isBlank(cells[at[field] ?? -1] ?? ""));
}

function isCapitals(text: string): boolean {
  return foldWords(text) !== "" && text === text.toUpperCase();
}

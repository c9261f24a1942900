import { lastDate } from "../domain/duePhrase.ts";
import type { Problem } from "../domain/problem.ts";
import { readDuePhrase } from "../domain/readDuePhrase.ts";
import type { ColumnMap } from "./columnMap.ts";
import { judgeMeaning } from "./columnMeaning.ts";
import { type ColumnValues, valuesOf } from "./columnValues.ts";
import { meaningsOf, namesPartnersLead } from "./headingWords.ts";
import { fieldNames, foldHeading, type PlanField } from "./planFields.ts";
import type { SheetRow } from "./workbook.ts";

/** Where each field stands in a table. */
export interface PlanColumns {
  readonly at: Readonly<Partial<Record<PlanField, number>>>;
  /** Further columns of leads, each of another partner: all of them lead. */
  readonly alsoLeads: readonly number[];
  /** Columns that are kept and not read, under a name that is theirs alone. */
  readonly others: readonly { readonly heading: string; readonly at: number }[];
  /** As the table writes them, and as we would where it has none. */
  readonly heading: Readonly<Record<PlanField, string>>;
  /** Every column in the table's order, and what it was read as. */
  readonly meaning: readonly ColumnMeaning[];
}

/** `keep`: the cells are kept under the heading and not read. */
export interface ColumnMeaning {
  readonly heading: string;
  readonly field: PlanField | "keep";
  /** Counted from 0. */
  readonly at: number;
}

interface Bid {
  readonly at: number;
  readonly field: PlanField;
  readonly score: number;
}

/**
 * Finds what each column means: by its heading, and by its values where a heading could mean several things.
 *
 * @param map - corrections, which come before anything found
 */
export function recogniseColumns(headings: readonly string[], rows: readonly SheetRow[], map: ColumnMap = {}): { columns: PlanColumns; doubts: Problem[] } {
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
  const telling = rows.filter((row) => !isMergedAcross(row) && !isAside(row, width));
  const told = telling.length * 2 < rows.length ? rows : telling;
  const values = Array.from({ length: width }, (_, at) => valuesOf(told.map(({ cells }) => cells[at] ?? "")));
  const said = new Map(Object.entries(map).map(([heading, field]) => [foldHeading(heading), field]));
  const bids = values.flatMap((its, at) => bidsOf(headings[at] ?? "", at, its, values, said));
  const at = assign(bids, headings, values);

  const fieldAt = new Map(Object.entries(at).map(([field, column]) => [column, field as PlanField]));
  const alsoLeads = bids.flatMap(({ at: column, field }) =>
    field === "lead" && !fieldAt.has(column) && namesPartnersLead(headings[column] ?? "") ? [column] : [],
  );
  for (const column of alsoLeads) fieldAt.set(column, "lead");
  const names = uniqueNames(headings, values);
  const meaning = names.flatMap((heading, column) => (heading === "" ? [] : [{ heading, field: fieldAt.get(column) ?? ("keep" as const), at: column }]));
  const others = names.flatMap((heading, column) => (heading === "" || fieldAt.has(column) ? [] : [{ heading, at: column }]));
  const heading = { ...fieldNames };
  for (const [field, column] of Object.entries(at) as [PlanField, number][]) heading[field] = names[column] ?? heading[field];
  return { columns: { at, alsoLeads, others, heading, meaning }, doubts: doubtsOf(headings, names, values) };
}

function bidsOf(heading: string, at: number, values: ColumnValues, all: readonly ColumnValues[], said: ReadonlyMap<string, PlanField | "keep">): Bid[] {
  const field = said.get(foldHeading(heading));
  if (field) return field === "keep" ? [] : [{ at, field, score: 100 }];
  return meaningsOf(heading).flatMap((bid) => {
    const score = judgeMeaning(bid, values, all);
    return score > 0 ? [{ at, field: bid.field, score }] : [];
  });
}

/** A heading among the rows says nothing of the columns it is written over. */
function isMergedAcross({ cells }: SheetRow): boolean {
  const [first, second, third] = cells;
  return first !== undefined && first.trim() !== "" && first === second && second === third;
}

/** Totals and footnotes fill a cell or two of a wide table. */
function isAside({ cells }: SheetRow, width: number): boolean {
  return width >= 5 && cells.filter((cell) => cell.trim() !== "").length < 3;
}

/** Of two that mean the same the later, where both say a day (`Update Sept 2023`, `Update Dec 2023`); else the one further left, of ratings the last. */
function laterOf(a: Bid, b: Bid, headings: readonly string[]): number {
  if (a.field !== b.field) return a.at - b.at;
  const [left = "", right = ""] = [a, b].map(({ at }) => dayIn(headings[at] ?? ""));
  if (left !== "" && right !== "" && left !== right) return left < right ? 1 : -1;
  return a.field === "rating" ? b.at - a.at : a.at - b.at;
}

/** The day of `BRAG Dec 23`, `Update (Q2 2023/24)`; empty where a heading has none. */
function dayIn(heading: string): string {
  const [written] =
    /(?:\d{1,2}[/.-])?\d{1,2}[/.-]\d{2,4}|(?:q[1-4]|(?:\d{1,2}(?:st|nd|rd|th)? )?\b[a-z]{3,9}) ?['’]?\d{2,4}(?:[/-]\d{2,4})?/i.exec(heading) ?? [];
  return written ? (lastDate(readDuePhrase(written)) ?? "") : "";
}

/** The surest first; each field takes one column and each column one field. */
function assign(bids: readonly Bid[], headings: readonly string[], values: readonly ColumnValues[]): Partial<Record<PlanField, number>> {
  const at: Partial<Record<PlanField, number>> = {};
  const taken = new Set<number>();
  const inOrder = bids.toSorted((a, b) => b.score - a.score || laterOf(a, b, headings));
  for (const bid of inOrder) {
    if (at[bid.field] !== undefined || taken.has(bid.at)) continue;
    at[bid.field] = bid.at;
    taken.add(bid.at);
  }
  return settled(at, headings, values);
}

/** What only the whole set of columns tells. */
function settled(found: Partial<Record<PlanField, number>>, headings: readonly string[], values: readonly ColumnValues[]): Partial<Record<PlanField, number>> {
  const at = { ...found };
  const move = (from: PlanField, to: PlanField) => {
    if (at[from] === undefined || at[to] !== undefined) return;
    at[to] = at[from];
    delete at[from];
  };
  move("section", "area");
  move("sro", "lead");
  if (at.due === undefined) move("revised", "due");
  move("areaTitle", "area");
  // `Priority | Objective`: where the areas' cells are titles themselves, another such column is the level below.
  const areas = at.area === undefined ? undefined : values[at.area];
  if (areas && areas.refs < 0.6 && areas.length > 12 && !/title|name|description/i.test(headings[at.areaTitle ?? -1] ?? "title")) {
    move("areaTitle", "section");
    delete at.areaTitle;
  }
  // An area holds sections, never the other way round.
  const sections = values[at.section ?? -1];
  if (areas && sections && sections.filled > 0 && areas.distinct * areas.filled > sections.distinct * sections.filled) {
    [at.area, at.section] = [at.section, at.area];
  }
  // Of a table without actions, what stands beside the areas is what is to come of them.
  if (at.action === undefined && at.measure === undefined && at.lead === undefined && /outcome/i.test(headings[at.evidence ?? -1] ?? ""))
    move("evidence", "outcome");
  return at;
}

/** A heading that stands twice is told apart by a number, a blank one that has cells by its place. */
function uniqueNames(headings: readonly string[], values: readonly ColumnValues[]): string[] {
  const count = new Map<string, number>();
  return values.map(({ filled }, at) => {
    const name = (headings[at] ?? "").trim() || (filled > 0 ? `Column ${at + 1}` : "");
    const times = (count.get(foldHeading(name)) ?? 0) + 1;
    count.set(foldHeading(name), times);
    return name !== "" && times > 1 ? `${name} (${times})` : name;
  });
}

function doubtsOf(headings: readonly string[], names: readonly string[], values: readonly ColumnValues[]): Problem[] {
  return names.flatMap((name, at) => {
    const written = (headings[at] ?? "").trim();
    if (written === name) return [];
    const problem =
      written === ""
        ? `${values[at]?.filled === 1 ? "A cell stands in a column without a heading; it is" : `${values[at]?.filled} cells stand in a column without a heading; they are`} kept as “${name}”.`
        : `The column “${written}” is there twice; this one is called “${name}” here.`;
    return [{ row: null, column: name, asWritten: written, problem }];
  });
}

import type { Measure } from "../measure.ts";
import type { Plan } from "../plan.ts";
import type { OwnRow, OwnTable } from "./reportFacts.ts";

/** Where a column of the plan's own is said. */
export type Place = "once" | "section" | "action" | "row";

/** A value so short is said on one line with the next. */
const short = 12;

/**
 * Finds for each column how often it must be said: once where all rows say the same; above the rows of a section or of an
 * action where those do; else in each row. So what differs has the width of the page. What leads say of a measure stands
 * in its row, and so does whatever the plan puts behind it.
 */
export function placesOf({ said }: OwnTable, rows: readonly OwnRow[], columns: readonly number[], plan: Plan): ReadonlyMap<number, Place> {
  const sections = groupsBy(rows, (row) => measureOf(row, plan)?.section);
  const actions = groupsBy(rows, (row) => measureOf(row, plan)?.action);
  const firstSaid = Math.min(...said);
  const placeOf = (at: number): Place => {
    if (said.includes(at)) return "row";
    if (isSame([rows], at)) return "once";
    if (at > firstSaid) return "row";
    return isSame(sections, at) ? "section" : isSame(actions, at) ? "action" : "row";
  };
  return new Map(columns.map((at) => [at, placeOf(at)]));
}

/** The heading and the words of each column, one a line; blank ones are left out. */
export function bandWords(headings: readonly string[], columns: readonly number[], { cells }: OwnRow): string {
  const said = columns.map((at) => ({ heading: headings[at], words: (cells[at] ?? "").trim().replace(/\s*\n\s*/g, "; ") })).filter(({ words }) => words !== "");
  return said.map(({ heading, words }, n) => `${heading}: ${words}${n === said.length - 1 ? "" : words.length <= short ? " · " : "\n"}`).join("");
}

/** The first measure a row is about. */
export function measureOf({ measures: [ref] }: OwnRow, plan: Plan): Measure | undefined {
  return plan.measures.find((measure) => measure.ref === ref);
}

/** Rows that follow each other with the same key. */
function groupsBy(rows: readonly OwnRow[], keyOf: (row: OwnRow) => string | undefined): OwnRow[][] {
  const groups: OwnRow[][] = [];
  let last: string | undefined;
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined || key !== last) groups.push([]);
    groups.at(-1)?.push(row);
    last = key;
  }
  return groups;
}

/** Whether every group says one thing, and the groups are large enough for a line above them to save room. */
function isSame(groups: readonly (readonly OwnRow[])[], at: number): boolean {
  const rows = groups.reduce((sum, { length }) => sum + length, 0);
  return rows >= 1.5 * groups.length && groups.every((group) => group.every(({ cells }) => cells[at] === group[0]?.cells[at]));
}

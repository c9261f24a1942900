import type { Problem } from "../domain/problem.ts";
import { fieldNames, foldHeading, type PlanField, planFields } from "./planFields.ts";

/** A person's word on what columns mean, by heading: `{ When: "due", Notes: "keep" }`. `keep` leaves a column unread. */
export type ColumnMap = Readonly<Record<string, PlanField | "keep">>;

/** Shorter names than ours, as people type them. */
const aliases: Readonly<Record<string, PlanField>> = { ref: "actionRef", status: "rating", update: "narrative", accountable: "sro", date: "due" };

/**
 * Reads corrections as typed: `When=due`.
 *
 * @returns a problem for each that is no `heading=field`, naming the fields there are
 */
export function readColumnMap(typed: readonly string[]): { map: ColumnMap; problems: Problem[] } {
  const map: Record<string, PlanField | "keep"> = {};
  const problems: Problem[] = [];
  for (const one of typed) {
    const [, heading = "", name = ""] = /^(.*)=([^=]*)$/s.exec(one) ?? [];
    const field = fieldNamed(name);
    if (heading.trim() !== "" && field) map[heading.trim()] = field;
    else {
      const problem = `This is no correction of a column. Write HEADING=FIELD, where FIELD is one of ${planFields.join(", ")}, or keep.`;
      problems.push({ row: null, column: null, asWritten: one, problem });
    }
  }
  return { map, problems };
}

/** @returns one problem for each heading of the map that no table has, naming those there are */
export function checkColumnMap(map: ColumnMap, headings: readonly string[]): Problem[] {
  const there = new Set(headings.map(foldHeading));
  const names = [...new Set(headings.filter((heading) => heading.trim() !== ""))].map((heading) => `“${heading.trim()}”`).join(", ");
  return Object.keys(map)
    .filter((heading) => !there.has(foldHeading(heading)))
    .map((heading) => ({
      row: null,
      column: heading,
      asWritten: `${heading}=${map[heading]}`,
      problem: `No column is headed “${heading}”. The headings are ${names}.`,
    }));
}

function fieldNamed(name: string): PlanField | "keep" | undefined {
  const folded = name.trim().toLowerCase().replace(/\s+/g, "");
  const target = aliases[folded]?.toLowerCase() ?? folded;
  return target === "keep"
    ? "keep"
    : planFields.find((field) => [field, fieldNames[field].replace(/\s+/g, "")].some((known) => known.toLowerCase() === target));
}

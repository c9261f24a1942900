import type { Problem } from "../domain/problem.ts";
import { readRating } from "../domain/readRating.ts";
import type { FoundScheme } from "./findScheme.ts";
import { isBlank } from "./isBlank.ts";
import { type ReferredRow, wordsOf } from "./mintRefs.ts";
import type { PlanField } from "./planFields.ts";

/** In characters; a card's buttons carry references and hold no longer ones. */
const longestRef = 40;

/** Everything for which a file is refused once its rows are known: what a row lacks, and what two rows say differently. */
export function rowFaults(rows: readonly ReferredRow[], scheme: FoundScheme): Problem[] {
  return [...rows.flatMap((row) => faultsWithin(row, scheme)), ...repeatedRefs(rows), ...conflicts(rows)];
}

function faultsWithin(row: ReferredRow, { scheme, fixed }: FoundScheme): Problem[] {
  const faults: Problem[] = [];
  const add = (field: PlanField, problem: string) => faults.push(problemAt(row, field, problem));

  if (row.areaRef === "") add("area", "This row names no area.");
  else if (row.areaRef.length > longestRef) add("area", `The reference ${row.areaRef} is longer than ${longestRef} characters.`);
  // Without its area a row is given no reference either.
  if (row.measureRef === "" || (row.actionRef === "" && row.table.kind === "actions" && row.areaRef !== ""))
    add("actionRef", "This row has no action reference.");
  if (row.measureRef.length > longestRef) add("actionRef", `The reference ${row.measureRef} is longer than ${longestRef} characters.`);
  if (wordsOf(row) === "") add("measure", "Neither the action nor the measure has any words.");
  if (fixed && !isBlank(row.cells.rating) && !readRating(scheme, row.cells.rating)) {
    add("rating", `This is no rating of the plan's scheme, which has ${scheme.ratings.map((rating) => rating.label).join(", ")}.`);
  }
  return faults;
}

function repeatedRefs(rows: readonly ReferredRow[]): Problem[] {
  const first = new Map<string, ReferredRow>();
  return rows.flatMap((row) => {
    const earlier = first.get(row.measureRef);
    if (!earlier) first.set(row.measureRef, row);
    const known = earlier && (row.actionRef !== "" || row.table.kind !== "actions");
    const field = row.table.columns.at.measureNo === undefined ? "actionRef" : "measureNo";
    return known ? [problemAt(row, field, `The measure ${row.measureRef} is already in ${placeOf(earlier, row)}.`)] : [];
  });
}

interface Fact {
  readonly field: PlanField;
  readonly name: string;
  readonly owner: (row: ReferredRow) => string | undefined;
  readonly value: (row: ReferredRow) => string | undefined;
}

/** What every row of an area, section or action repeats, and must repeat alike. */
const repeatedFacts: readonly Fact[] = [
  { field: "areaTitle", name: "title of", owner: (row) => row.areaRef, value: (row) => row.cells.areaTitle },
  { field: "section", name: "title of section", owner: (row) => row.section?.ref, value: (row) => row.section?.title },
  { field: "area", name: "area of section", owner: (row) => row.section?.ref, value: (row) => row.areaRef },
  { field: "action", name: "words of action", owner: (row) => row.actionRef, value: (row) => row.cells.action },
  { field: "area", name: "area of action", owner: (row) => row.actionRef, value: (row) => row.areaRef },
  { field: "section", name: "section of action", owner: (row) => row.actionRef, value: (row) => row.section?.ref },
];

/** Blank cells say nothing, and differences of white space are none. */
function conflicts(rows: readonly ReferredRow[]): Problem[] {
  return repeatedFacts.flatMap(({ field, name, owner, value }) => {
    const first = new Map<string, { row: ReferredRow; value: string }>();
    return rows.flatMap((row) => {
      const key = owner(row);
      const said = value(row)?.replace(/\s+/g, " ").trim();
      if (!key || !said) return [];
      const earlier = first.get(key);
      if (!earlier) first.set(key, { row, value: said });
      if (!earlier || earlier.value === said) return [];
      const place = placeOf(earlier.row, row).replace(/^r/, "R");
      return [problemAt(row, field, `${place} gives the ${name} ${key} as “${earlier.value}”, so one of the two must be wrong.`)];
    });
  });
}

function placeOf(earlier: ReferredRow, row: ReferredRow): string {
  return earlier.table === row.table ? `row ${earlier.row}` : `row ${earlier.row} of “${earlier.table.sheet.name}”`;
}

export function problemAt(row: ReferredRow, field: PlanField, problem: string): Problem {
  return { ...placed(row), column: row.table.columns.heading[field], asWritten: row.cells[field], problem };
}

function placed({ row, table }: ReferredRow): Pick<Problem, "row" | "sheet"> {
  return { row, sheet: table.sheet.name };
}

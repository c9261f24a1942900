import type { Problem } from "../domain/problem.ts";
import { findRating, type RatingScheme } from "../domain/ratingScheme.ts";
import type { PlanColumns, PlanField } from "./planColumns.ts";
import { isBlank, type PlanRow } from "./planRows.ts";

/** In characters; a card's buttons carry references and hold no longer ones. */
const longestRef = 40;

/** Everything for which a file is refused once its rows are known: what a row lacks, and what two rows say differently. */
export function rowFaults(rows: readonly PlanRow[], scheme: RatingScheme, columns: PlanColumns): Problem[] {
  return [...rows.flatMap((row) => faultsWithin(row, scheme, columns)), ...repeatedRefs(rows, columns), ...conflicts(rows, columns)];
}

function faultsWithin(row: PlanRow, scheme: RatingScheme, columns: PlanColumns): Problem[] {
  const faults: Problem[] = [];
  const add = (field: PlanField, problem: string) => faults.push(problemAt(row, field, columns, problem));

  if (row.areaRef === "") add("area", "This row names no area.");
  if (row.actionRef === "") add("actionRef", "This row has no action reference.");
  if (row.measureRef.length > longestRef) add("actionRef", `The reference ${row.measureRef} is longer than ${longestRef} characters.`);
  if (isBlank(row.cells.action) && isBlank(row.cells.measure)) add("measure", "Neither the action nor the measure has any words.");
  if (!isBlank(row.cells.rating) && !findRating(scheme, row.cells.rating)) {
    add("rating", `This is no rating of the plan's scheme, which has ${scheme.ratings.map((rating) => rating.label).join(", ")}.`);
  }
  return faults;
}

function repeatedRefs(rows: readonly PlanRow[], columns: PlanColumns): Problem[] {
  const first = new Map<string, PlanRow>();
  const field = columns.at.measureNo === undefined ? "actionRef" : "measureNo";
  return rows.flatMap((row) => {
    const earlier = first.get(row.measureRef);
    if (!earlier) first.set(row.measureRef, row);
    const known = earlier && row.actionRef !== "";
    return known ? [problemAt(row, field, columns, `The measure ${row.measureRef} is already in row ${earlier.row}.`)] : [];
  });
}

interface Fact {
  readonly field: PlanField;
  readonly name: string;
  readonly owner: (row: PlanRow) => string | undefined;
  readonly value: (row: PlanRow) => string | undefined;
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
function conflicts(rows: readonly PlanRow[], columns: PlanColumns): Problem[] {
  return repeatedFacts.flatMap(({ field, name, owner, value }) => {
    const first = new Map<string, { row: number; value: string }>();
    return rows.flatMap((row) => {
      const key = owner(row);
      const said = value(row)?.replace(/\s+/g, " ").trim();
      if (!key || !said) return [];
      const earlier = first.get(key);
      if (!earlier) first.set(key, { row: row.row, value: said });
      if (!earlier || earlier.value === said) return [];
      return [problemAt(row, field, columns, `Row ${earlier.row} gives the ${name} ${key} as “${earlier.value}”, so one of the two must be wrong.`)];
    });
  });
}

export function problemAt(row: PlanRow, field: PlanField, columns: PlanColumns, problem: string): Problem {
  return { row: row.row, column: columns.heading[field], asWritten: row.cells[field], problem };
}

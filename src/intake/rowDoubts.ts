import type { MeasureAsImported } from "../domain/measure.ts";
import type { Problem } from "../domain/problem.ts";
import { isBlank } from "./isBlank.ts";
import { type ReferredRow, wordsOf } from "./mintRefs.ts";
import type { PlanField } from "./planFields.ts";
import type { PlanTable } from "./planTable.ts";
import { problemAt } from "./rowFaults.ts";

/** Reported, but no reason to refuse the plan. */
export function doubtsOf(row: ReferredRow, measure: MeasureAsImported): Problem[] {
  const { due, leads } = measure;
  const { at, heading } = row.table.columns;
  const aboutDate = due.kind === "invalid" ? [due.problem] : (due.doubts ?? []);
  const dueField = isBlank(row.cells.revised) ? "due" : "revised";
  const asked = (field: PlanField) => at[field] !== undefined && !isBlankThroughout(row.table, field);
  return [
    ...(row.wordsFrom && isBlank(row.cells.action) && wordsOf(row) === row.wordsFrom.words
      ? [problemAt(row, "action", `The action has no words, so it goes by its “${row.wordsFrom.heading}”.`)]
      : []),
    ...(asked("lead") && leads.length === 0 ? [problemAt(row, "lead", "No lead is named, so nobody will be asked about this measure.")] : []),
    ...aboutDate.map((doubt) => problemAt(row, dueField, doubt)),
    ...(asked("rating") ? aboutRating(row, measure) : []),
    ...(at.impact !== undefined && !isBlank(row.cells.impact) && !measure.impactAsImported
      ? [problemAt(row, "impact", `This is no rating of the plan's scheme, so it is kept as “${heading.impact}” and not read.`)]
      : []),
  ];
}

function aboutRating(row: ReferredRow, { ratingAsImported }: MeasureAsImported): Problem[] {
  if (ratingAsImported !== undefined) return [];
  if (isBlank(row.cells.rating)) return [problemAt(row, "rating", "No rating is given, so the measure counts as unrated.")];
  return [problemAt(row, "rating", "This is not one rating of the plan's scheme for certain, so the measure counts as unrated.")];
}

/** Said once of a table instead of in each of its rows. */
export function tableDoubts(table: PlanTable, rows: readonly ReferredRow[], measures: readonly MeasureAsImported[]): Problem[] {
  const { at, heading } = table.columns;
  const about = { row: null, asWritten: "", sheet: table.sheet.name };
  const count = rows.length === 1 ? "its row" : `its ${rows.length} rows`;
  const leaderless = (at.lead === undefined || isBlankThroughout(table, "lead")) && measures.some(({ leads }) => leads.length === 0);
  return [
    ...(leaderless
      ? [{ ...about, column: at.lead === undefined ? null : heading.lead, problem: `No lead is named in ${count}, so nobody will be asked about them.` }]
      : []),
    ...(at.rating !== undefined && isBlankThroughout(table, "rating")
      ? [{ ...about, column: heading.rating, problem: `No rating is given in ${count}, so they count as unrated.` }]
      : []),
  ];
}

/** Fewer rows are told one by one. */
const fewRows = 3;

function isBlankThroughout({ rows, columns }: PlanTable, field: PlanField): boolean {
  const at = columns.at[field];
  return at !== undefined && rows.length > fewRows && rows.every(({ cells }) => isBlank(cells[at] ?? ""));
}

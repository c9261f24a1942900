import type { Instant, LocalDate } from "../domain/localDate.ts";
import type { Action, Area, MeasureAsImported, PlanContent, PlanId, Section } from "../domain/plan.ts";
import type { Problem } from "../domain/problem.ts";
import { findRating, type RatingScheme } from "../domain/ratingScheme.ts";
import { readDuePhrase } from "../domain/readDuePhrase.ts";
import { compareRefs } from "../domain/ref.ts";
import { type PlanColumns, recogniseColumns } from "./planColumns.ts";
import { isBlank, type PlanRow, planRows } from "./planRows.ts";
import { problemAt, rowFaults } from "./rowFaults.ts";
import { splitLeads } from "./splitLeads.ts";
import type { Table } from "./table.ts";

/** What the file does not say of itself. */
export interface AboutPlan {
  readonly id: PlanId;
  readonly title: string;
  readonly scheme: RatingScheme;
  /** The day the file's ratings speak of. */
  readonly importedAsOf: LocalDate;
  readonly importedAt: Instant;
}

/** `problems` of a plan that was read are doubts somebody should look at; those of a refused file are why. By row. */
export type PlanReading =
  | { readonly kind: "read"; readonly content: PlanContent; readonly problems: readonly Problem[] }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Makes a plan of a table with one measure a row. Refuses it whole for any fault, and then names every fault it can see. */
export function readPlanTable(table: Table, about: AboutPlan): PlanReading {
  const [headings, ...records] = table.rows;
  if (!headings) return refused(table.faults.length > 0 ? table.faults : [noRows]);
  const { columns, faults: headingFaults } = recogniseColumns(headings);
  const { rows, faults: raggedRows } = planRows(table.rows, columns);
  const empty = table.faults.length === 0 && records.every((record) => record.every(isBlank));

  const faults = [...headingFaults, ...raggedRows, ...table.faults, ...(empty ? [noRows] : [])];
  // Without its columns a row says nothing, so that every row would be at fault.
  if (headingFaults.length === 0) faults.push(...rowFaults(rows, about.scheme, columns));
  if (faults.length > 0) return refused(faults);

  const measures = rows.map((row) => ({ row, measure: measureOf(row, about.scheme) }));
  const content = {
    ...about,
    areas: areasOf(rows),
    sections: sectionsOf(rows),
    actions: actionsOf(rows),
    measures: measures.map(({ measure }) => measure).sort(byRef),
  };
  return { kind: "read", content, problems: measures.flatMap(({ row, measure }) => doubtsOf(row, measure, columns)) };
}

const noRows: Problem = { row: null, column: null, asWritten: "", problem: "The file has no rows, so there is nothing to import." };

function refused(faults: readonly Problem[]): PlanReading {
  return { kind: "refused", problems: faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function measureOf(row: PlanRow, scheme: RatingScheme): MeasureAsImported {
  const { cells } = row;
  return {
    ref: row.measureRef,
    action: row.actionRef,
    area: row.areaRef,
    ...(row.section && { section: row.section.ref }),
    words: isBlank(cells.measure) ? cells.action : cells.measure,
    leads: splitLeads(cells.lead),
    evidence: cells.evidence,
    due: readDuePhrase(cells.due),
    ...(!isBlank(cells.rating) && { ratingAsImported: findRating(scheme, cells.rating)?.label }),
    narrativeAsImported: cells.narrative,
    other: row.other,
  };
}

function areasOf(rows: readonly PlanRow[]): Area[] {
  return grouped(rows, (row) => row.areaRef).map(([ref, its]) => ({
    ref,
    title: firstWords(its.map((row) => row.cells.areaTitle)),
    sros: distinct(its.map((row) => row.cells.sro)),
  }));
}

function sectionsOf(rows: readonly PlanRow[]): Section[] {
  return grouped(rows, (row) => row.section?.ref).map(([ref, its]) => ({
    ref,
    area: firstWords(its.map((row) => row.areaRef)),
    title: firstWords(its.map((row) => row.section?.title ?? "")),
    iStatement: distinct(its.map((row) => row.cells.iStatement)).join("\n"),
  }));
}

function actionsOf(rows: readonly PlanRow[]): Action[] {
  return grouped(rows, (row) => row.actionRef).map(([ref, its]) => {
    const section = its.find((row) => row.section)?.section?.ref;
    return {
      ref,
      area: firstWords(its.map((row) => row.areaRef)),
      ...(section && { section }),
      words: firstWords(its.map((row) => row.cells.action)),
      leads: distinct(its.flatMap((row) => splitLeads(row.cells.lead))),
      // Its measures may name different ones, as a list each; a line that two lists share is said once.
      resources: distinct(its.flatMap((row) => row.cells.resources.split("\n"))).join("\n"),
      evidence: distinct(its.map((row) => row.cells.evidence)),
    };
  });
}

/** Reported, but no reason to refuse the plan. */
function doubtsOf(row: PlanRow, { due, leads }: MeasureAsImported, columns: PlanColumns): Problem[] {
  const aboutDate = due.kind === "invalid" ? [due.problem] : (due.doubts ?? []);
  return [
    ...(leads.length === 0 ? [problemAt(row, "lead", columns, "No lead is named, so nobody will be asked about this measure.")] : []),
    ...aboutDate.map((doubt) => problemAt(row, "due", columns, doubt)),
    ...(isBlank(row.cells.rating) ? [problemAt(row, "rating", columns, "No rating is given, so the measure counts as unrated.")] : []),
  ];
}

/** In the order of refs; rows without one are left out. */
function grouped(rows: readonly PlanRow[], refOf: (row: PlanRow) => string | undefined): [string, PlanRow[]][] {
  const groups = Map.groupBy(rows, (row) => refOf(row) ?? "");
  groups.delete("");
  return [...groups].sort(([a], [b]) => compareRefs(a, b));
}

function byRef(a: { ref: string }, b: { ref: string }): number {
  return compareRefs(a.ref, b.ref);
}

function firstWords(cells: readonly string[]): string {
  return cells.find((cell) => !isBlank(cell)) ?? "";
}

function distinct(cells: readonly string[]): string[] {
  return [...new Set(cells.filter((cell) => !isBlank(cell)))];
}

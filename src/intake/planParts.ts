import type { Action, Area, Section } from "../domain/plan.ts";
import { compareRefs } from "../domain/ref.ts";
import type { BookedArea } from "./areaNames.ts";
import { isBlank } from "./isBlank.ts";
import { type ReferredRow, wordsOf } from "./mintRefs.ts";
import type { PlanRow } from "./planRows.ts";

/** The leads of a row's cell, after splitting it. */
export type LeadsOf = (row: PlanRow) => readonly string[];

/** @param outcomes - rows of tables that give areas their outcomes */
export function areasOf(rows: readonly ReferredRow[], outcomes: readonly PlanRow[], booked: readonly BookedArea[]): Area[] {
  const ofArea = Map.groupBy<string, PlanRow>([...rows, ...outcomes], (row) => row.areaRef);
  return booked
    .map(({ ref, title }) => {
      const its = ofArea.get(ref) ?? [];
      const stated = distinct(
        its.filter(({ table }) => table.kind === "outcomes").map((row) => (isBlank(row.cells.outcome) ? row.cells.evidence : row.cells.outcome)),
      );
      return {
        ref,
        title: firstWords(its.map((row) => row.cells.areaTitle)) || title,
        sros: distinct(its.map((row) => row.cells.sro)),
        ...(stated.length > 0 && { outcomes: stated }),
      };
    })
    .sort(byRef);
}

export function sectionsOf(rows: readonly ReferredRow[]): Section[] {
  return grouped(rows, (row) => row.section?.ref).map(([ref, its]) => ({
    ref,
    area: firstWords(its.map((row) => row.areaRef)),
    title: firstWords(its.map((row) => row.section?.title ?? "")),
    iStatement: distinct(its.map((row) => row.cells.iStatement)).join("\n"),
  }));
}

export function actionsOf(rows: readonly ReferredRow[], leadsOf: LeadsOf): Action[] {
  return grouped(rows, (row) => row.actionRef).map(([ref, its]) => {
    const section = its.find((row) => row.section)?.section?.ref;
    return {
      ref,
      area: firstWords(its.map((row) => row.areaRef)),
      ...(section && { section }),
      words: firstWords(its.map((row) => row.cells.action)) || firstWords(its.map(wordsOf)),
      leads: distinct(its.flatMap(leadsOf)),
      // Its measures may name different ones, as a list each; a line that two lists share is said once.
      resources: distinct(its.flatMap((row) => row.cells.resources.split("\n"))).join("\n"),
      evidence: distinct(its.map((row) => row.cells.evidence)),
    };
  });
}

/** In the order of refs; rows without one are left out. */
function grouped(rows: readonly ReferredRow[], refOf: (row: ReferredRow) => string | undefined): [string, ReferredRow[]][] {
  const groups = Map.groupBy(rows, (row) => refOf(row) ?? "");
  groups.delete("");
  return [...groups].sort(([a], [b]) => compareRefs(a, b));
}

export function byRef(a: { readonly ref: string }, b: { readonly ref: string }): number {
  return compareRefs(a.ref, b.ref);
}

function firstWords(cells: readonly string[]): string {
  return cells.find((cell) => !isBlank(cell)) ?? "";
}

function distinct(cells: readonly string[]): string[] {
  return [...new Set(cells.filter((cell) => !isBlank(cell)))];
}

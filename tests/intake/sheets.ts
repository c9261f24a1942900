import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { type AboutPlan, type ReadPlan, readPlan } from "../../src/intake/readPlan.ts";
import type { Sheet } from "../../src/intake/workbook.ts";

export const aboutPlan: AboutPlan = {
  id: "plan",
  title: "Improvement plan",
  importedAsOf: day("2022-11-21"),
  importedAt: instantOf("2022-11-21T09:00:00Z"),
};

/** Rows numbered from 1, blank ones left out. */
export function sheetOf(name: string, rows: readonly (readonly string[])[], headings: readonly string[] = []): Sheet {
  const numbered = rows.map((cells, at) => ({ row: at + 1, cells }));
  return { name, headings, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== "")) };
}

export function sampleSheets(...names: readonly string[]): Sheet[] {
  return names.map((name) => sheetOf(name, parse(readFileSync(`samples/${name}.csv`))));
}

/** @throws when the plan is refused, with the reasons */
export function readSheets(sheets: readonly Sheet[], about: Partial<AboutPlan> = {}): ReadPlan {
  const reading = readPlan(sheets, { ...aboutPlan, ...about });
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems, undefined, 1));
  return reading;
}

export function tally<T>(all: readonly T[], keyOf: (one: T) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(all, keyOf)].map(([key, its]) => [key, its.length]));
}

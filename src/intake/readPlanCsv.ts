import { readCsv } from "./readCsv.ts";
import { type AboutPlan, type PlanReading, readPlanTable } from "./readPlanTable.ts";

/** A council's plan kept as CSV, one measure a row. Either all of it is read or nothing is. */
export function readPlanCsv(bytes: Uint8Array, about: AboutPlan): PlanReading {
  return readPlanTable(readCsv(bytes), about);
}

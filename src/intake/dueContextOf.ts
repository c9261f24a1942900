import { type DueContext, planYears } from "../domain/readDuePhrase.ts";
import type { ReferredRow } from "./mintRefs.ts";

/** The years the plan's own dates lie in, by which `May 25` and a month without a year are understood. */
export function dueContextOf(rows: readonly ReferredRow[]): DueContext {
  const years = planYears([...new Set(rows.flatMap(({ cells }) => [cells.due, cells.revised]))]);
  return years ? { years } : {};
}

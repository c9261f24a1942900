import type { DigestRecord } from "../delivery.ts";
import { addDays, type LocalDate, lastDayOfMonth, localDateOf } from "../localDate.ts";
import type { ReportKind } from "./report.ts";

/**
 * The day a report tells changes from: of an exception or a full report the last digest of its kind, where there was one
 * before; else six weeks and three months before. For scrutiny and the stocktake six months before.
 */
export function reportPeriod(kind: ReportKind, asOf: LocalDate, digests: readonly DigestRecord[]): LocalDate {
  const last = digests
    .filter(({ digest, on, outcome }) => digest === kind && outcome === "owed" && on < asOf)
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (last) return last;
  return kind === "exception" ? addDays(asOf, -42) : monthsBefore(asOf, kind === "full" ? 3 : 6);
}

/** The same day of the month, or its last where that month is shorter. */
function monthsBefore(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const at = year * 12 + month - 1 - months;
  const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1];
  return localDateOf(inYear, inMonth, date) ?? lastDayOfMonth(inYear, inMonth);
}

import { addDays, type LocalDate, lastDayOfMonth, localDateOf } from "../localDate.ts";
import type { ReportKind } from "./report.ts";

/** The day a report tells changes from where no digest of its kind came before: six weeks, a month, three months or six months ago. */
export function reportPeriod(kind: ReportKind, asOf: LocalDate): LocalDate {
  if (kind === "exception") return addDays(asOf, -42);
  return monthsBefore(asOf, kind === "kpi" ? 1 : kind === "full" ? 3 : 6);
}

/** The same day of the month, or its last where that month is shorter. */
function monthsBefore(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const at = year * 12 + month - 1 - months;
  const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1];
  return localDateOf(inYear, inMonth, date) ?? lastDayOfMonth(inYear, inMonth);
}

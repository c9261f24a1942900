import { addDays, daysBetween, type LocalDate, lastDayOfMonth } from "./localDate.ts";

/** How far a date moved: `92 days (3 months) later`, `14 days earlier`, `the same day`. Months are whole calendar months, the days left over beside them. */
export function apartInWords(from: LocalDate, to: LocalDate): string {
  const days = daysBetween(from, to);
  if (days === 0) return "the same day";
  const [first, last] = days > 0 ? [from, to] : [to, from];
  const months = monthsBetween(first, last);
  const rest = daysBetween(addMonths(first, months), last);
  const inMonths = months === 0 ? "" : ` (${[counted(months, "month"), ...(rest > 0 ? [counted(rest, "day")] : [])].join(" and ")})`;
  return `${counted(Math.abs(days), "day")}${inMonths} ${days > 0 ? "later" : "earlier"}`;
}

function monthsBetween(first: LocalDate, last: LocalDate): number {
  const monthOf = (day: LocalDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const months = monthOf(last) - monthOf(first);
  return addMonths(first, months) > last ? months - 1 : months;
}

/** Month ends go to month ends: plans date by the end of a month, so from February to March is a month. */
function addMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const at = year * 12 + month - 1 + months;
  const end = lastDayOfMonth(Math.floor(at / 12), (at % 12) + 1);
  const isMonthEnd = day === lastDayOfMonth(year, month);
  return isMonthEnd ? end : addDays(end, Math.min(0, date - Number(end.slice(8))));
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

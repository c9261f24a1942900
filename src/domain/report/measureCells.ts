import { lastDate } from "../duePhrase.ts";
import { impactOf } from "../impact.ts";
import { daysBetween, inWords, type LocalDate } from "../localDate.ts";
import type { Measure, Plan } from "../plan.ts";
import { ratingOf } from "../standing.ts";
import { isOverdue, noStatus } from "../summary.ts";
import type { Cell } from "./report.ts";

/** The progress rating in force, and what waits for the board. */
export function progressCell(measure: Measure, { scheme }: Plan): Cell {
  const rating = ratingOf(measure, scheme);
  const waits = measure.standing?.proposedComplete ? ", proposed complete" : "";
  return rating ? { kind: "rating", rating, words: `${rating.label}${waits}` } : `${noStatus}${waits}`;
}

export function impactCell(measure: Measure, { scheme }: Plan): Cell {
  const rating = impactOf(measure, scheme);
  return rating ? { kind: "rating", rating, words: rating.label } : "Not recorded";
}

/** The date as the plan writes it; what it was read as where it does not say that itself; and how long it has gone by. */
export function dueCell(measure: Measure, { scheme }: Plan, asOf: LocalDate): string {
  const written = measure.due.asWritten.trim() || "No date";
  const last = lastDate(measure.due);
  if (!last || !isOverdue(measure, scheme, asOf)) return written;
  return `${written}\nOverdue by ${counted(daysBetween(last, asOf), "day")}`;
}

/** The last date of a phrase, as people read it; its words where it has none. */
export function lastDateCell(due: Measure["due"]): string {
  const last = lastDate(due);
  return last ? inWords(last) : due.asWritten.trim() || "No date";
}

/** Joint leads below each other. */
export function leadsCell({ leads }: Pick<Measure, "leads">): string {
  return leads.join("\n") || "Nobody named";
}

/** `1 day`, `14 days`; words that do not end in s alone are given in both. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

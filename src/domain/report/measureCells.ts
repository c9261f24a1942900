import { lastDate } from "../duePhrase.ts";
import { impactOf } from "../impact.ts";
import { daysBetween, inWords, type LocalDate } from "../localDate.ts";
import type { Measure } from "../measure.ts";
import { movedDate } from "../originalDue.ts";
import type { Plan } from "../plan.ts";
import type { RatingScheme } from "../ratingScheme.ts";
import { timesInWords } from "../slipInWords.ts";
import { isComplete, ratingOf } from "../standing.ts";
import { isOverdue, noStatus } from "../summary.ts";
import type { Cell } from "./report.ts";

/** The progress rating in force, and what the board decided of it or has still to decide. */
export function progressCell(measure: Measure, { scheme }: Plan): Cell {
  const rating = ratingOf(measure, scheme);
  const words = [rating?.label ?? noStatus, ...boardOn(measure, scheme)].join(", ");
  return rating ? { kind: "rating", rating, words } : words;
}

/** `proposed complete`, `signed off 3 October 2022`, `released 1 May 2023`: what the board decides of it. */
export function boardOn(measure: Measure, scheme: RatingScheme): string[] {
  const { standing, released } = measure;
  const signedOff = isComplete(measure, scheme) && standing?.decided?.kind === "signOff" ? standing.decided : undefined;
  return [
    ...(standing?.proposedComplete ? ["proposed complete"] : []),
    ...(signedOff ? [`signed off ${inWords(signedOff.on)}`] : []),
    ...(released ? [`released ${inWords(released.on)}`] : []),
  ];
}

export function impactCell(measure: Measure, { scheme }: Plan): Cell {
  const rating = impactOf(measure, scheme);
  return rating ? { kind: "rating", rating, words: rating.label } : "Not recorded";
}

/** The date as the plan writes it; what it was read as where it does not say that itself; and how long it has gone by. */
export function dueCell(measure: Measure, { scheme }: Plan, asOf: LocalDate): string {
  const written = measure.due.asWritten.trim() || "No date";
  const last = lastDate(measure.due);
  const moved = movedDate(measure);
  const late = last && isOverdue(measure, scheme, asOf) ? daysBetween(last, asOf) : 0;
  return [
    written,
    ...(moved ? [`At first ${lastDateCell(moved.original)}, moved ${timesInWords(moved.moves)}`] : []),
    ...(late > 0 ? [`Overdue by ${counted(late, "day")}`] : []),
  ].join("\n");
}

/** Why a date moved, as people read it. */
export function moveReason(reason: string): string {
  return reason === "import" ? "with a new version of the plan" : reason;
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

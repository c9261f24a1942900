import { dateShifts } from "../domain/dateShift.ts";
import { type DuePhrase, datesOf, type Milestone } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import type { MovedDate } from "../domain/originalDue.ts";
import { slipInWords, timesInWords } from "../domain/slipInWords.ts";
import { excerpt } from "./cutAtWord.ts";

/** `31 January 2023`; of several dates all of them, of none the words as written. */
export function phraseInWords(due: DuePhrase): string {
  const dates = datesOf(due);
  if (dates.length > 0) return excerpt(dates.map(stepInWords).join(", "), 200);
  return due.asWritten.trim() === "" ? "no date" : `“${excerpt(due.asWritten, 120)}”`;
}

/** `31 January 2023`; of one among several dates `30 September 2023 (125 weeks) in place of 30 June 2023`. */
export function newDateInWords(before: DuePhrase | undefined, after: DuePhrase): string {
  const shifts = before ? dateShifts(before, after) : [];
  const isPart = shifts.length > 0 && shifts.length < datesOf(after).length;
  if (!isPart) return phraseInWords(after);
  return excerpt(shifts.map(({ from, to }) => `${stepInWords(to)}${from ? ` in place of ${inWords(from.on)}` : ""}`).join(", "), 200);
}

/** `At first 31 July 2022, moved twice: 92 days (3 months) later`; undefined for a date that never moved. */
export function movedInWords(due: DuePhrase, moved: MovedDate | undefined): string | undefined {
  if (!moved) return undefined;
  const slip = slipInWords(moved.original, due);
  return `At first ${phraseInWords(moved.original)}, moved ${timesInWords(moved.moves)}${slip ? `: ${slip}` : ""}`;
}

/** `31 December 2022 counts`, `30 June 2023, 31 March 2024 count` */
export function countsInWords(due: DuePhrase): string {
  return `${phraseInWords(due)} ${datesOf(due).length > 1 ? "count" : "counts"}`;
}

function stepInWords({ on, label, target }: Milestone): string {
  return `${inWords(on)}${target || label ? ` (${target || label})` : ""}`;
}

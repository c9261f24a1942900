import { apartInWords } from "./apartInWords.ts";
import { dateShifts } from "./dateShift.ts";
import { type DuePhrase, lastDate } from "./duePhrase.ts";

/** `31 days (1 month) later`: of the one date that differs, else of the last dates; undefined where one of them has none. */
export function slipInWords(before: DuePhrase, after: DuePhrase): string | undefined {
  const [only, ...others] = dateShifts(before, after);
  if (only?.from && others.length === 0) return apartInWords(only.from.on, only.to.on);
  const [from, to] = [lastDate(before), lastDate(after)];
  return from && to && apartInWords(from, to);
}

/** `once`, `twice`, `3 times` */
export function timesInWords(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

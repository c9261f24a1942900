import { type LocalDate, parseLocalDate } from "../domain/localDate.ts";
import { readDuePhrase } from "../domain/readDuePhrase.ts";

/** A month alone is no day: its beginning or its end may be meant. */
const dayMonthYear = /^(?:the\s+|[a-z]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s/.-]+(?:[a-z]{3,9}|\d{1,2})[\s/.,-]+\d{2,4}$/i;

/** The day written after `as of`; undefined for words that are none, or not one for certain. */
export function asOfDay(written: string, today: LocalDate): LocalDate | undefined {
  if (/^today$/i.test(written)) return today;
  const due = dayMonthYear.test(written) ? readDuePhrase(written) : undefined;
  return parseLocalDate(written) ?? (due?.kind === "day" && !due.doubts ? due.on : undefined);
}

import { monthIn, type Period } from "../englishPeriods.ts";
import { addDays, day, inWords, lastDayOfMonth, localDateOf } from "../localDate.ts";
import { anyMonth, monthName, monthNumber } from "./monthNames.ts";
import { fullYear, periodForms, type YearSpan } from "./periodForms.ts";

/** What one way of writing a date makes of the words it found. */
export type Found =
  /** `doubt` when it is only probable that this is what was meant. */
  | (Period & { readonly doubt?: string })
  /** Looks like a date and is none; `meant` is the nearest real one, to offer and never to take. */
  | { readonly because: string; readonly meant?: string; readonly unclear?: true }
  /** Not a date after all; the words stay. */
  | undefined;

export type Parts = Readonly<Record<string, string | undefined>>;

export interface DateForm {
  /** Over the words, whatever their capitals; its named groups are given to `read`. */
  readonly pattern: string;
  readonly read: (parts: Parts, written: string, years?: YearSpan) => Found;
}

const ordinal = " ?(?:st|nd|rd|th)?";
const midnight = "(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?";
/** `Phase 2 March 2022` has no second of March. */
const notNumbered = "(?<!\\b(?:phase|stage|step|part|tranche|cohort|wave|round|version|draft|priority|action|group|tier|level|year|term|week|key stage|ks) ?)";
const yearInTwo = `['’‘]?\\d{2}(?!${ordinal}(?: of)? ?${anyMonth})`;

/** Each way of writing one date, the longest first. Another way is another line. British order: the day before the month. */
export const dateForms: readonly DateForm[] = [
  { pattern: `(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})${midnight}`, read: dayOf },
  { pattern: "(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})", read: dayOf },
  { pattern: `(?<day>\\d{1,2}) ?(?<mark>[/.-]) ?(?<month>\\d{1,2}) ?\\k<mark> ?(?<year>\\d{4}|\\d{2})${midnight}`, read: dayOf },
  { pattern: `${notNumbered}(?<day>\\d{1,2})${ordinal}[ /.-]?(?:of )?(?<month>${anyMonth})[ ,/.-]{0,2}(?<year>\\d{4})`, read: dayOf },
  { pattern: `${notNumbered}(?<day>\\d{1,2})${ordinal}[ /.-]?(?:of )?(?<month>${anyMonth})[ /.-]?(?<year>${yearInTwo})`, read: dayOf },
  { pattern: `(?<month>${anyMonth}) (?<day>\\d{1,2})${ordinal},? (?<year>\\d{4})`, read: dayOf },
  { pattern: `(?<month>${anyMonth})(?: half[ -]?term)?[ ,/.-]{0,3}(?:of )?(?<year>\\d{4})`, read: monthOf },
  { pattern: `(?<month>${anyMonth}) half[ -]?term (?<year>${yearInTwo})`, read: monthOf },
  { pattern: `(?<month>${anyMonth})(?:[-/] ?['’‘]?| ?['’‘] ?)(?<year>${yearInTwo})`, read: monthOf },
  { pattern: `(?<month>${anyMonth}) ?(?<year>${yearInTwo})`, read: monthOrDay },
  { pattern: "(?<month>0?[1-9]|1[0-2])[/.-](?<year>(?:19|20)\\d{2})", read: monthOf },
  ...periodForms,
  { pattern: "(?<year>20\\d{2})-(?<month>0[1-9]|1[0-2])", read: monthOf },
  { pattern: "^(?<serial>[2-7]\\d{4}|80000)(?:\\.\\d+)?$", read: serialOf },
];

function dayOf({ year = "", month = "", day: written = "" }: Parts): Found {
  const number = /^\d+$/.test(month) ? Number(month) : monthNumber(month);
  const inFull = fullYear(year);
  const swapped = Number(written) <= 12 ? localDateOf(inFull, Number(written), number) : undefined;
  if (!monthName(number)) return { because: `there is no month ${month}`, ...(swapped && { meant: inWords(swapped) }) };
  if (!localDateOf(inFull, number, 1)) return { because: `the year ${year} is too far off` };
  const date = localDateOf(inFull, number, Number(written));
  if (date) return { first: date, last: date };

  const last = lastDayOfMonth(inFull, number);
  const name = number === 2 ? `February ${inFull}` : monthName(number);
  // Only the days a longer month has were meant for the last of this one; `45 March` was meant for nobody knows what.
  const meant = Number(written) > 0 && Number(written) <= 31 ? { meant: inWords(last) } : {};
  return { because: `${name} has ${last.slice(8)} days`, ...meant };
}

function monthOf({ year = "", month = "" }: Parts): Found {
  return monthIn(/^\d+$/.test(month) ? Number(month) : monthNumber(month), fullYear(year)) ?? { because: `the year ${year} is too far off` };
}

/** `May 25`: British order writes a day before its month, so it is a month and its year, unless the plan's years speak against it. */
function monthOrDay(parts: Parts, written: string, years?: YearSpan): Found {
  const found = monthOf(parts);
  const year = fullYear(parts.year ?? "");
  const number = monthNumber(parts.month ?? "");
  const noSuchDay = Number(parts.year?.slice(-2)) > Number(lastDayOfMonth(2024, number || 1).slice(8)) || /['’‘]/.test(parts.year ?? "");
  if (!found || "because" in found || noSuchDay) return found;
  if (!years) return { ...found, doubt: `“${written}” was read as ${monthName(number)} ${year} and not as a day; write the year in full to be sure.` };
  return year >= years.first - 1 && year <= years.last + 1
    ? found
    : { unclear: true, because: `a day, or ${monthName(number)} ${year}, which lies outside the plan's other years` };
}

/** A spreadsheet's number for a day: 25569 is 1 January 1970. */
function serialOf({ serial }: Parts): Found {
  const date = addDays(day("1970-01-01"), Number(serial) - 25_569);
  return { first: date, last: date };
}

declare const localDate: unique symbol;
declare const instant: unique symbol;

/** A calendar day in the plan's time zone, `YYYY-MM-DD`. Sorts as text. Never an instant. */
export type LocalDate = string & { readonly [localDate]: true };

/** A moment, ISO 8601 in UTC with milliseconds: `2022-11-21T09:00:00.000Z`. Sorts as text. */
export type Instant = string & { readonly [instant]: true };

const dayMs = 86_400_000;

/** @returns the day, or undefined when the words are not a day that exists (`2022-09-31`) */
export function parseLocalDate(words: string): LocalDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  return match ? localDateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** @param month - 1 to 12
 *  @returns undefined when the calendar has no such day */
export function localDateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? fromEpochDay(date.getTime() / dayMs) : undefined;
}

/** @throws RangeError for a day that does not exist; for literals in code and tests */
export function day(words: string): LocalDate {
  const parsed = parseLocalDate(words);
  if (!parsed) throw new RangeError(`no such day: ${words}`);
  return parsed;
}

/** The last day of a month; a due month means this day (a month as written has no other). */
export function lastDayOfMonth(year: number, month: number): LocalDate {
  return fromEpochDay(Date.UTC(year, month, 0) / dayMs);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDay(to) - epochDay(from);
}

/** 1 Monday to 7 Sunday. */
export function dayOfWeek(date: LocalDate): number {
  return ((epochDay(date) + 3) % 7) + 1;
}

/** The day itself when it is a Monday. */
export function mondayOnOrAfter(date: LocalDate): LocalDate {
  return addDays(date, (8 - dayOfWeek(date)) % 7);
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** As people read it: `21 November 2022`. */
export function inWords(date: LocalDate): string {
  const [year, month, dayOfMonth] = date.split("-").map(Number) as [number, number, number];
  return `${dayOfMonth} ${months[month - 1]} ${year}`;
}

/** @throws RangeError when the text is no instant */
export function instantOf(value: string | number | Date): Instant {
  return new Date(value).toISOString() as Instant;
}

function epochDay(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

function fromEpochDay(days: number): LocalDate {
  return new Date(days * dayMs).toISOString().slice(0, 10) as LocalDate;
}

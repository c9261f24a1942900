import { monthNumber } from "./due/monthNames.ts";
import { datesOf } from "./duePhrase.ts";
import { calendarYear, financialYear, monthIn, type Period, quarter, schoolYear, type Term, termIn } from "./englishPeriods.ts";
import { addDays, dayOfWeek, type LocalDate, parseLocalDate } from "./localDate.ts";
import { numberWords } from "./numberWords.ts";
import { readDuePhrase } from "./readDuePhrase.ts";
import { readRelativeDate } from "./readRelativeDate.ts";
import { weekdays } from "./weekdayNames.ts";

const numbers: Readonly<Record<string, number>> = { a: 1, couple: 2, few: 3, ...numberWords };
const count = `(\\d{1,3}|${Object.keys(numbers).join("|")})`;
/** Before any plan. */
export const firstDay = "1900-01-01" as LocalDate;

/**
 * A time that has been, as people ask about it: `since 1 September`, `in October`, `last month`, `last three weeks`, `this term`,
 * `between 3 October and 10 November`. A day or month without a year is the latest of that name that has begun.
 *
 * @returns both days counted in, the last never after today; undefined for any other words, and for what is still ahead
 */
export function readPastPeriod(words: string, today: LocalDate): Period | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, "")
    .replace(/\s+/g, " ");
  const read = spanned(said, today) ?? open(said, today) ?? named(said.replace(/^(?:in|during|within|on|of|for|from) /, ""), today);
  return read && read.first <= today && read.first <= read.last ? { first: read.first, last: read.last < today ? read.last : today } : undefined;
}

function spanned(said: string, today: LocalDate): Period | undefined {
  const [, from = "", to = ""] = /^(?:between|from) (.+?) (?:and|to|until|till) (.+)$/.exec(said) ?? [];
  const [first, last] = [named(from, today), named(to, today)];
  return first && last && { first: first.first, last: last.last };
}

function open(said: string, today: LocalDate): Period | undefined {
  const [, how, what = ""] = /^(since|after|from|before|until|till|up to) (.+)$/.exec(said) ?? [];
  const one = how ? named(what.replace(/^the (?:start|beginning) of /, ""), today) : undefined;
  if (!one) return undefined;
  if (how === "since" || how === "from") return { first: one.first, last: today };
  if (how === "after") return { first: addDays(one.last, 1), last: today };
  return { first: firstDay, last: how === "before" ? addDays(one.first, -1) : one.last };
}

function named(said: string, today: LocalDate): Period | undefined {
  return counted(said, today) ?? namedPeriod(said, today) ?? namedDay(said, today);
}

/** `last three weeks` ends today; `three weeks ago` is a day. */
function counted(said: string, today: LocalDate): Period | undefined {
  const [, many = "", unit = "", ago] =
    new RegExp(`^(?:the )?(?:(?:last|past|previous) )?(?:a )?${count}(?: of)? (day|week|fortnight|month|year)s?( ago)?$`).exec(said) ?? [];
  const days = { day: 1, week: 7, fortnight: 14, month: 30.44, year: 365.25 }[unit];
  if (!days || (!ago && !/^(?:the )?(?:last|past|previous) /.test(said))) return undefined;
  const first = addDays(today, -Math.round(days * (numbers[many] ?? Number(many))));
  return { first, last: ago ? first : today };
}

function namedPeriod(said: string, today: LocalDate): Period | undefined {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const monday = addDays(today, 1 - dayOfWeek(today));
  const [, which, what] = /^(this|the|last|past|previous) (week|month|quarter|term|year|school year|academic year|financial year)$/.exec(said) ?? [];
  const back = which === "this" || which === "the" ? 0 : 1;
  const financial = month < 4 ? year - 1 : year;
  switch (what) {
    case "week":
      return { first: addDays(monday, -7 * back), last: addDays(monday, 6 - 7 * back) };
    case "month":
      return month - back > 0 ? monthIn(month - back, year) : monthIn(12, year - 1);
    case "quarter":
      return latest(today, (began) => [1, 2, 3, 4].map((number) => quarter(number, began)), financial, back);
    case "term":
      return latest(today, (of) => (["spring", "summer", "autumn"] as const).map((term) => termIn(term, of)), year, back);
    case "year":
      return calendarYear(year - back);
    case "school year":
    case "academic year":
      return schoolYear((month < 9 ? year - 1 : year) - back);
    case "financial year":
      return financialYear(financial - back);
  }
  const [, name = "", inYear] = /^([a-z]{3,9})\.?(?: term)?(?: (\d{4}))?$/.exec(said) ?? [];
  const number = monthNumber(name);
  const isTerm = /^(?:autumn|spring|summer)$/.test(name);
  if (number === 0 && !isTerm) return undefined;
  const years = inYear ? [Number(inYear)] : [year, year - 1];
  return years.map((one) => (isTerm ? termIn(name as Term, one) : monthIn(number, one))).find((period) => period && period.first <= today);
}

/** The one of a year's parts that today lies in, or one before. */
function latest(today: LocalDate, partsOf: (year: number) => readonly (Period | undefined)[], year: number, back: number): Period | undefined {
  const begun = [...partsOf(year - 1), ...partsOf(year)].filter((period) => period !== undefined).filter(({ first }) => first <= today);
  return begun.at(-1 - back);
}

function namedDay(said: string, today: LocalDate): Period | undefined {
  const on = dayMeant(said, today);
  return on && { first: on, last: on };
}

function dayMeant(said: string, today: LocalDate): LocalDate | undefined {
  if (said === "yesterday") return addDays(today, -1);
  const weekday = weekdays.indexOf(said.replace(/^(?:last|this) /, ""));
  if (weekday >= 0) return addDays(today, -(((dayOfWeek(today) - weekday - 2 + 7) % 7) + 1));
  if (said === "today") return readRelativeDate(said, today);
  // `2.1` is a part of the plan.
  if (!/\d/.test(said) || /^\d+(?:\.\d+)+$/.test(said)) return undefined;
  const year = Number(today.slice(0, 4));
  const written = [said, ...[year, year - 1].flatMap((one) => [`${said} ${one}`, `${said}/${one}`])];
  const days = written.map((one) => parseLocalDate(one) ?? dayWritten(one));
  return days.find((one) => one !== undefined && one <= today);
}

/** A month means its last day there, so only what names a day counts. */
function dayWritten(words: string): LocalDate | undefined {
  if (!/^\d{1,2}(?:st|nd|rd|th)?(?: of)?[ /.-]|\b\d{1,2}(?:st|nd|rd|th)?,? \d{4}$/.test(words)) return undefined;
  const due = readDuePhrase(words);
  return due.kind === "day" && !due.doubts ? datesOf(due)[0]?.on : undefined;
}

import { datesOf } from "./duePhrase.ts";
import { addDays, dayOfWeek, type LocalDate, localDateOf } from "./localDate.ts";
import { readDuePhrase } from "./readDuePhrase.ts";

const span =
  /^(?:(?:for |over |in )?the )?(?:last |past )?(?<count>\d{1,3}|a|an|one|two|three|four|five|six|twelve)? ?(?<unit>days?|weeks?|fortnights?|months?|years?|quarters?)(?: ago)?$/i;
const numbers: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, twelve: 12 };
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * The day somebody means who asks what happened since: `1 September`, `September`, `last month`, `two weeks ago`,
 * `yesterday`, `Monday`. A day without its year is the last one of that name; a month means its first day.
 *
 * @returns undefined where no day can be read, or where it lies ahead
 */
export function readPastDate(words: string, today: LocalDate): LocalDate | undefined {
  const plain = words
    .trim()
    .toLowerCase()
    .replace(/[.?!]+$/, "")
    .replace(/^(?:the )?(?:start|beginning) of /, "")
    .replace(/\s+/g, " ");
  const found = readNamed(plain, today) ?? readSpan(plain, today) ?? readWritten(plain, today);
  return found !== undefined && found <= today ? found : undefined;
}

function readNamed(plain: string, today: LocalDate): LocalDate | undefined {
  if (plain === "today") return today;
  if (plain === "yesterday") return addDays(today, -1);
  const [year, month] = today.split("-").map(Number) as [number, number];
  if (plain === "this month" || plain === "the month") return localDateOf(year, month, 1);
  if (plain === "this year" || plain === "the year") return localDateOf(year, 1, 1);
  if (plain === "this week" || plain === "the week") return addDays(today, 1 - dayOfWeek(today));
  const weekday = weekdays.indexOf(plain.replace(/^last /, "")) + 1;
  return weekday > 0 ? addDays(today, -((dayOfWeek(today) - weekday + 7) % 7 || 7)) : undefined;
}

function readSpan(plain: string, today: LocalDate): LocalDate | undefined {
  const { count = "1", unit } = span.exec(plain)?.groups ?? {};
  if (!unit || !/last|past|ago|for|over/.test(plain)) return undefined;
  const many = numbers[count] ?? Number(count);
  if (unit.startsWith("day")) return addDays(today, -many);
  if (unit.startsWith("week")) return addDays(today, -7 * many);
  if (unit.startsWith("fortnight")) return addDays(today, -14 * many);
  return monthsBefore(today, many * (unit.startsWith("year") ? 12 : unit.startsWith("quarter") ? 3 : 1));
}

/** The same day of an earlier month, or that month's last where it has no such day. */
function monthsBefore(today: LocalDate, months: number): LocalDate | undefined {
  const [year, month, date] = today.split("-").map(Number) as [number, number, number];
  const at = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  for (let on = date; on > 27; on--) {
    const found = localDateOf(toYear, toMonth, on);
    if (found) return found;
  }
  return localDateOf(toYear, toMonth, date);
}

function readWritten(plain: string, today: LocalDate): LocalDate | undefined {
  const year = Number(today.slice(0, 4));
  const asWritten = firstDay(plain);
  if (asWritten) return asWritten;
  return [year, year - 1].map((one) => firstDay(`${plain} ${one}`)).find((on) => on !== undefined && on <= today);
}

/** Of a whole month or term its first day: whoever asks what happened since then wants all of it. */
function firstDay(words: string): LocalDate | undefined {
  const read = readDuePhrase(words);
  const [only, ...others] = datesOf(read);
  if (!only || others.length > 0 || read.doubts) return undefined;
  return /\d{1,2}\D+\d{4}$|^\d{4}-\d{2}-\d{2}$|^\d{1,2}[/.]/.test(words) ? only.on : localDateOf(Number(only.on.slice(0, 4)), Number(only.on.slice(5, 7)), 1);
}

import { addDays, dayOfWeek, type LocalDate, lastDayOfMonth, localDateOf } from "./localDate.ts";
import { numberWords } from "./numberWords.ts";
import { weekdays } from "./weekdayNames.ts";

const numbers: Readonly<Record<string, number>> = { a: 1, an: 1, another: 1, ...numberWords };
const count = `(?<count>\\d{1,3}|${Object.keys(numbers).join("|")})`;
const unit = "(?<unit>working days?|days?|weeks?|fortnights?|months?|years?)";
const span = new RegExp(
  `^(?:in |for |by )?(?:another )?(?:an? )?(?:further )?${count}(?: more| extra| further)? ${unit}(?: more| longer| from now| from today)?$`,
  "i",
);

/**
 * Days that people count from today: `tomorrow`, `next Friday`, `in two weeks`, `end of next month`, `the new year`.
 *
 * A month and the new year mean their last day and 1 January; a week that is named means its Friday.
 *
 * @returns undefined for anything else, and for working days, which need a calendar
 */
export function readRelativeDate(words: string, today: LocalDate): LocalDate | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, "")
    .replace(/\s+/g, " ");
  const [year, month] = today.split("-").map(Number) as [number, number];
  const plain = said.replace(/^(?:by |on )/, "").replace(/^the (?=end|new|turn)/, "");
  switch (plain) {
    case "today":
      return today;
    case "tomorrow":
      return addDays(today, 1);
    case "end of week":
    case "end of the week":
    case "end of this week":
      return addDays(today, (12 - dayOfWeek(today)) % 7);
    case "next week":
    case "end of next week":
      return addDays(today, 12 - dayOfWeek(today));
    case "end of month":
    case "end of the month":
    case "end of this month":
      return lastDayOfMonth(year, month);
    case "next month":
    case "end of next month":
      return monthEnd(year, month + 1);
    case "end of year":
    case "end of the year":
    case "end of this year":
      return localDateOf(year, 12, 31);
    case "new year":
    case "turn of the year":
      return localDateOf(year + 1, 1, 1);
  }
  const weekday = weekdays.indexOf(plain.replace(/^(?:next |this )/, ""));
  if (weekday >= 0) return addDays(today, ((weekday + 1 - dayOfWeek(today) + 6) % 7) + 1);
  return spanFrom(said, today);
}

function spanFrom(said: string, today: LocalDate): LocalDate | undefined {
  const { count: written = "", unit: of = "" } = span.exec(said)?.groups ?? {};
  const many = numbers[written] ?? Number(written);
  if (!of || !many) return undefined;
  const [year, month, date] = today.split("-").map(Number) as [number, number, number];
  if (of.startsWith("day")) return addDays(today, many);
  if (of.startsWith("week")) return addDays(today, 7 * many);
  if (of.startsWith("fortnight")) return addDays(today, 14 * many);
  if (of.startsWith("month")) return localDateOf(...monthOf(year, month + many), date) ?? monthEnd(year, month + many);
  return of.startsWith("year") ? (localDateOf(year + many, month, date) ?? lastDayOfMonth(year + many, month)) : undefined;
}

function monthEnd(year: number, month: number): LocalDate {
  return lastDayOfMonth(...monthOf(year, month));
}

/** Month 13 is January of the year after. */
function monthOf(year: number, month: number): [number, number] {
  return [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
}

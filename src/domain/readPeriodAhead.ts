import { monthNumber } from "./due/monthNames.ts";
import { monthIn, type Period } from "./englishPeriods.ts";
import { addDays, dayOfWeek, type LocalDate } from "./localDate.ts";

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, twelve: 12 };
const lengths = { day: 1, week: 7, month: 30 } as const;

/**
 * A time to come, as people ask what falls due in it: `this month`, `next week`, `in December`, `in the next six weeks`. A
 * month is the next of that name, this one included; a week begins on Monday.
 *
 * @returns both days counted in, the first never before today; undefined for any other words
 */
export function readPeriodAhead(words: string, today: LocalDate): Period | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, "")
    .replace(/\s+/g, " ")
    .replace(/^(?:in|during|within|by the end of|over) /, "")
    .replace(/^the /, "");
  const period = named(said, today);
  return period && period.last >= today ? { first: period.first > today ? period.first : today, last: period.last } : undefined;
}

function named(said: string, today: LocalDate): Period | undefined {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const monday = addDays(today, 1 - dayOfWeek(today));
  switch (said) {
    case "today":
      return { first: today, last: today };
    case "this week":
      return { first: monday, last: addDays(monday, 6) };
    case "next week":
      return { first: addDays(monday, 7), last: addDays(monday, 13) };
    case "this month":
      return monthIn(month, year);
    case "next month":
      return month === 12 ? monthIn(1, year + 1) : monthIn(month + 1, year);
  }
  const [, count = "", length] = /^(?:next )?(\d{1,3}|[a-z]+) (day|week|month)s?$/.exec(said) ?? [];
  const many = numbers[count] ?? Number(count);
  if (length && many > 0) return { first: today, last: addDays(today, many * lengths[length as keyof typeof lengths]) };
  const [, name = "", written] = /^([a-z]+)(?: (\d{4}))?$/.exec(said) ?? [];
  const number = monthNumber(name);
  return number > 0 ? monthIn(number, written ? Number(written) : number < month ? year + 1 : year) : undefined;
}

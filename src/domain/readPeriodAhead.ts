import { monthNumber } from "./due/monthNames.ts";
import { monthIn, type Period } from "./englishPeriods.ts";
import { addDays, dayOfWeek, type LocalDate } from "./localDate.ts";
import { readRelativeDate } from "./readRelativeDate.ts";

/**
 * A time to come, as people ask what falls due in it: `this month`, `next week`, `in December`, `in the next six weeks`, `by
 * the end of March`. A month is the next of that name, this one included; a week begins on Monday.
 *
 * @returns both days counted in, the first never before today; undefined for any other words
 */
export function readPeriodAhead(words: string, today: LocalDate): Period | undefined {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, "")
    .replace(/\s+/g, " ")
    .replace(/^(?:in|during|within|over) /, "");
  const [isDeadline = ""] = /^by (?:(?:the )?end of )?/.exec(said) ?? [];
  const period = named(said.slice(isDeadline.length).replace(/^the /, ""), today);
  return period && period.last >= today ? { first: isDeadline || period.first < today ? today : period.first, last: period.last } : undefined;
}

function named(said: string, today: LocalDate): Period | undefined {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const monday = addDays(today, 1 - dayOfWeek(today));
  switch (said) {
    case "today":
      return { first: today, last: today };
    case "week":
    case "this week":
      return { first: monday, last: addDays(monday, 6) };
    case "next week":
      return { first: addDays(monday, 7), last: addDays(monday, 13) };
    case "month":
    case "this month":
      return monthIn(month, year);
    case "next month":
      return month === 12 ? monthIn(1, year + 1) : monthIn(month + 1, year);
  }
  const last = /^(?:next )?\w+ (?:day|week|month)s?$/.test(said) ? readRelativeDate(said.replace(/^next /, ""), today) : undefined;
  if (last) return { first: today, last };
  const [, name = "", written] = /^([a-z]+)(?: (\d{4}))?$/.exec(said) ?? [];
  const number = monthNumber(name);
  return number > 0 ? monthIn(number, written ? Number(written) : number < month ? year + 1 : year) : undefined;
}

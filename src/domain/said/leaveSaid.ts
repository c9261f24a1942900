import { anyMonth, monthNumber } from "../due/monthNames.ts";
import { addDays, dayOfWeek, type LocalDate, localDateOf, parseLocalDate } from "../localDate.ts";
import { readRelativeDate } from "../readRelativeDate.ts";

/** When somebody says they are away, and who is asked instead, as far as they said. */
export interface LeaveSaid {
  readonly from?: LocalDate;
  /** The last day; absent where they named none. */
  readonly to?: LocalDate;
  /** They do not come back to it. */
  readonly forGood: boolean;
  /** In their words. */
  readonly whom?: string;
}

const weekday = "(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const named = `\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?${anyMonth}(?: \\d{4})?)?`;
const oneDay = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}|${weekday}|tomorrow|today|${named})`;
const range = new RegExp(`\\b(?<from>${oneDay})\\s*(?:to|until|till|through|-|–)\\s*(?:the )?(?<to>${oneDay})(?![\\w/])`, "i");
const until = new RegExp(`\\b(?:until|till|til|to|through)\\s+(?:the )?(?<to>${oneDay})(?![\\w/])`, "i");
const since = new RegExp(`\\b(?:from|on|as of|starting|is|be|after)\\s+(?:the )?(?<from>${oneDay})(?![\\w/])`, "i");
const bare = new RegExp(`^(?<from>${oneDay})$`, "i");
const forGood = /\b(?:successor|leaving|retir\w+|last day|moving on|hand(?:ing|ed)? over|for good|taking over|takes over)\b/i;
const instead = new RegExp(
  `\\b(?:ask|contact|try|speak to|talk to|cover(?:ed)? by|to)\\s+@?(?!(?:the )?${oneDay})(?<whom>(?:my |the )?[\\p{L}@][^,.;]*?)(?=\\s+(?:from|on|until|till|as of|instead|please)\\b|[,.;]|$)`,
  "iu",
);
/** Who is meant, and no name. */
const nobodyNamed = /^(?:my |the |a |our )?(?:successor|deputy|team|colleagues?|somebody|someone|replacement)(?: .*)?$/i;

/**
 * Reads `1 December to 14 December, ask Priya`, `until 5 January`, `to my successor on Monday`. A day without a year is the
 * next of that name; a leave that has begun keeps its first day.
 */
export function leaveSaid(words: string, today: LocalDate): LeaveSaid {
  const said = words.replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  const whom = instead.exec(said)?.groups?.whom?.trim();
  const dates = datesIn(said, today);
  return { ...dates, forGood: dates.to === undefined && forGood.test(said), ...(whom && !nobodyNamed.test(whom) && { whom }) };
}

function datesIn(said: string, today: LocalDate): { from?: LocalDate; to?: LocalDate } {
  const both = range.exec(said)?.groups;
  if (both?.from && both.to) {
    const to = nextDay(both.to, today);
    const month = /[a-z]{3,}.*$/i.exec(both.to.replace(/\d+(?:st|nd|rd|th)/i, ""))?.[0] ?? "";
    const from = /^\d{1,2}(?:st|nd|rd|th)?$/i.test(both.from) ? `${both.from} ${month}` : both.from;
    const first = to && lastDayBefore(from, to, today);
    // From Monday to Friday, said on a Tuesday.
    return to && first ? { from: first, to: first > to ? addDays(to, 7) : to } : {};
  }
  if (/\bnext week\b/i.test(said)) {
    const monday = addDays(today, 8 - dayOfWeek(today));
    return { from: monday, to: addDays(monday, 4) };
  }
  const to = nextDay(until.exec(said)?.groups?.to ?? "", today);
  const from = nextDay((since.exec(said) ?? bare.exec(said))?.groups?.from ?? "", today);
  if (to) return { from: from && from <= to ? from : today, to };
  return from ? { from } : {};
}

/** The next day of that name. @param words - a day on its own, such as `1 February` or `Monday` */
export function nextDay(words: string, today: LocalDate): LocalDate | undefined {
  const relative = readRelativeDate(words, today) ?? parseLocalDate(words);
  if (relative) return relative;
  const { day, month, year } = partsOf(words) ?? {};
  if (day === undefined || month === undefined) return undefined;
  if (year !== undefined) return localDateOf(year, month, day);
  const now = Number(today.slice(0, 4));
  return [now, now + 1].map((one) => localDateOf(one, month, day)).find((one) => one !== undefined && one >= today);
}

/** The first day of a leave that ends on another: a name means the last such day up to then. */
function lastDayBefore(words: string, to: LocalDate, today: LocalDate): LocalDate | undefined {
  const { day, month, year } = partsOf(words) ?? {};
  if (day === undefined || month === undefined || year !== undefined) return nextDay(words, today);
  const last = Number(to.slice(0, 4));
  return [last, last - 1].map((one) => localDateOf(one, month, day)).find((one) => one !== undefined && one <= to);
}

function partsOf(words: string): { day: number; month: number; year?: number } | undefined {
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words.trim());
  if (slashes) return { day: Number(slashes[1]), month: Number(slashes[2]), year: Number(slashes[3]) };
  const [, day, name = "", year] = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+\.?)(?: (\d{4}))?$/i.exec(words.trim()) ?? [];
  const month = monthNumber(name);
  return day !== undefined && month > 0 ? { day: Number(day), month, ...(year !== undefined && { year: Number(year) }) } : undefined;
}

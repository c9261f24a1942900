import { monthIn, type Period, type Term, termIn } from "../englishPeriods.ts";
import { addDays, dayOfWeek, localDateOf } from "../localDate.ts";
import { firstDay, lastDay, markOf, oneDate, unmarked } from "./mark.ts";
import type { Notes } from "./markDates.ts";
import { anyMonth, monthNumber } from "./monthNames.ts";
import type { YearSpan } from "./periodForms.ts";

const weekdays = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";
/** `annually by 15 March`, `31 March each year` come round and are no date. */
export const everyYear =
  "(?<!\\b(?:annually|annual|yearly|every year|each year|each|every)(?: in| by| on| every| each)?(?: \\d{1,2}(?:st|nd|rd|th)?(?: of)?)? )";
export const eachYear = "(?! (?:each|every|per) (?:calendar )?(?:year|annum)| annually| yearly)";
/** A date without its year: `15 July`, `October`, `w/c Monday 21st November`, `Autumn term`. */
const yearless = new RegExp(
  `${everyYear}(?<![\\w/.\\-–⟨])(?:(?<week>w/c|w/b|week (?:commencing|beginning)) ?)?(?:(?<weekday>${weekdays}),? )?(?:(?<day>\\d{1,2})(?: ?(?:st|nd|rd|th))?(?: of)? )?(?:(?<month>${anyMonth})|(?<term>autumn|spring|summer)(?: term)?(?=$|[,;/\\n)]| ?[-–—] | and | & | to | / | onwards?))(?! ?\\(⟨)(?![\\w/–⟩%-])(?! \\d{4})${eachYear}`,
  "gi",
);
const turn = "(?:(?:early|mid|late|the end of|end of|end|start of|beginning of)[ -])?";
/** What joins it to the date whose year it shares. */
const joinedToNext = new RegExp(`^(?<joint>,? ?and |, ?| ?& ?| ?/ ?| ?[-–—] ?| to | until )${turn}(?<next>${oneDate})`, "i");

/**
 * Gives dates without a year theirs. A date joined to a later one has that one's (`July and December 2022`); else, and then
 * with a doubt, the one year of the other dates in the phrase, or the only one of the plan's years in which it can lie.
 * Where none of these tells it, the words stay and are unreadable.
 */
export function completeYears(text: string, notes: Notes, years?: YearSpan): string {
  const all = [...text.matchAll(yearless)];
  let done = text;
  // From the end, since a list hands its year back from one date to the one before.
  for (const found of all.reverse()) {
    const [written] = found;
    const parts = found.groups ?? {};
    if (/^may$/.test(written)) continue;
    const before = done.slice(0, found.index);
    const after = done.slice(found.index + written.length);
    const mark =
      yearFromNext(parts, after, written, notes) ?? yearFromPhrase(parts, before, after, written, notes) ?? yearFromPlan(parts, written, notes, years);
    if (mark) done = `${before}${parts.week ? `${parts.week} ` : ""}${mark}${after}`;
    else
      notes.problem ??= `“${written}” has no year, so no date was read; write it out, for instance “${parts.day ? `${Number(parts.day)} ` : ""}${parts.month ?? parts.term} 2022”.`;
  }
  return done;
}

type Parts = Readonly<Record<string, string | undefined>>;

function yearFromNext(parts: Parts, after: string, written: string, notes: Notes): string | undefined {
  const { joint = "", next = "" } = joinedToNext.exec(after)?.groups ?? {};
  if (!next) return undefined;
  const year = Number(firstDay(next).slice(0, 4));
  const same = periodIn(parts, year);
  if (same && same.last < lastDay(next)) return markOf(same.first, same.last);

  const earlier = periodIn(parts, year - 1);
  if (!earlier) return undefined;
  // Of a stretch of time only the end is due, so nothing hangs on when it began.
  const goesOn = /[-–—]|to|until/.test(joint) || (/\//.test(joint) && addDays(earlier.last, 1) === firstDay(next));
  if (!goesOn) notes.doubts.push(`“${written}” has no year and was read as ${year - 1}, since it stands before ${unmarked(next)}.`);
  return markOf(earlier.first, earlier.last);
}

function yearFromPhrase(parts: Parts, before: string, after: string, written: string, notes: Notes): string | undefined {
  const marks = new RegExp(oneDate, "g");
  const [earlier, later] = [before.match(marks) ?? [], after.match(marks) ?? []];
  const written4 = new Set([...earlier, ...later].map((mark) => lastDay(mark).slice(0, 4)));
  const [year] = written4;
  const period = written4.size === 1 ? periodIn(parts, Number(year)) : undefined;
  const previous = earlier.at(-1);
  // `October 2019, January` is more likely the January after it, which nobody wrote.
  if (!period || (previous && period.last < firstDay(previous))) return undefined;
  notes.doubts.push(`“${written}” has no year and was read as ${year}, like the other dates beside it.`);
  return markOf(period.first, period.last);
}

function yearFromPlan(parts: Parts, written: string, notes: Notes, years?: YearSpan): string | undefined {
  if (!years || years.last - years.first > 20) return undefined;
  const possible: Period[] = [];
  for (let year = years.first; year <= years.last; year++) {
    const period = periodIn(parts, year);
    if (period && falls(parts, period)) possible.push(period);
  }
  const [only] = possible;
  if (!only || possible.length > 1) return undefined;
  notes.doubts.push(`“${written}” has no year and was read as ${only.last.slice(0, 4)}, the only one of the plan's years it can lie in.`);
  return markOf(only.first, only.last);
}

/** A week commences on a Monday, and a day of the week falls on a date in some years only. */
function falls({ week, weekday }: Parts, { first }: Period): boolean {
  const wanted = weekday ? weekdayNumber(weekday) : week ? 1 : undefined;
  return wanted === undefined || dayOfWeek(first) === wanted;
}

/** @returns 1 Monday to 7 Sunday */
export function weekdayNumber(name: string): number {
  return ["mo", "tu", "we", "th", "fr", "sa", "su"].indexOf(name.slice(0, 2).toLowerCase()) + 1;
}

function periodIn({ day, month, term }: Parts, year: number): Period | undefined {
  if (term) return termIn(term.toLowerCase() as Term, year);
  const number = monthNumber(month ?? "");
  if (!day) return monthIn(number, year);
  const on = localDateOf(year, number, Number(day));
  return on && { first: on, last: on };
}

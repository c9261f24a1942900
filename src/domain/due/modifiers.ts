import { addDays, day as dayFrom, dayOfWeek, inWords, type LocalDate } from "../localDate.ts";
import { weekdayName } from "../weekdayNames.ts";
import { weekdayNumber } from "./completeYears.ts";
import { firstDay, isOneDay, lastDay, type Mark, markOf, oneDate, unmarked } from "./mark.ts";
import type { Notes } from "./markDates.ts";

type Change = (mark: Mark, words: string, notes: Notes, second: Mark) => string;

// `moved from June 2022 to September 2022` tells of two dates and of no stretch between them.
const between = "(?<!\\b(?:moved|changed|extended|revised|deferred|slipped|delayed|rescheduled|postponed|put back)(?: from)? )(?:(?:from|between) )?";
const until = "(?: ?[-–—] ?| to (?:the end of |end of |end )?| until (?:the end of |end of |end )?| till | through(?: to)? |(?<=between .{0,40}) and )";

/** Words that turn a date into another or join two into a stretch of time, in the order they are heeded. */
const modifiers: readonly (readonly [pattern: string, change: Change])[] = [
  [`(?<words>\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?),? (?:the )?(?<mark>${oneDate})`, checkWeekday],
  [`\\b(?:the )?(?<words>first|second|third|last|1st|2nd|3rd) week (?:of|in) (?<mark>${oneDate})`, weekOf],
  [
    `\\b(?:w/c|w/b|wc|week (?:commencing|beginning|of)):? ?(?:the )?(?<mark>${oneDate})`,
    (mark) => (isOneDay(mark) ? markOf(firstDay(mark), addDays(firstDay(mark), 6)) : mark),
  ],
  [`\\b(?:w/e|week ending):? ?(?<mark>${oneDate})`, (mark) => mark],
  [`\\b(?:before )?(?:the )?(?:very )?end(?: of)?(?: the)?(?: term| month)? (?:of )?(?<mark>${oneDate})`, (mark) => markOf(lastDay(mark), lastDay(mark))],
  [`\\b(?:the )?(?:start|beginning) of(?: the)? (?<mark>${oneDate})`, (mark) => markOf(firstDay(mark), firstDay(mark))],
  [`\\b(?<words>early|mid(?:dle of)?|mid-?way through|late)[ -](?:in )?(?<mark>${oneDate})`, partOf],
  [`(?<!\\bnot )\\b(?:before|prior to|ahead of) (?:the )?(?<mark>${oneDate})`, (mark) => markOf(dayBefore(mark), dayBefore(mark))],
  [`\\b(?:by )?(?:no|not) later than (?:the )?(?<mark>${oneDate})`, (mark) => `by ${mark}`],
  [`(?<mark>${oneDate}) / (?<second>${oneDate})(?: ?(?:,|and|&) ?(?<third>${oneDate}))?`, stretchOfMonths],
  [`${between}(?<mark>${oneDate})${until}(?<second>${oneDate})`, stretch],
];

const compiled = modifiers.map(([pattern, change]) => [new RegExp(pattern, "gi"), change] as const);

export function applyModifiers(text: string, notes: Notes): string {
  let done = text;
  for (const [pattern, change] of compiled) {
    done = done.replace(pattern, (written: string, ...rest: unknown[]) => {
      const { mark = "", words = "", second = "", third } = rest.at(-1) as Record<string, string | undefined>;
      const changed = change(mark, words, notes, second);
      if (third === undefined) return changed;
      // `June/ July and August 2019`: the month that follows on belongs to the stretch.
      if (changed.startsWith("⟨") && firstDay(third) === addDays(lastDay(changed), 1)) return markOf(firstDay(mark), lastDay(third));
      return written.replace(" / ", ", ");
    });
  }
  return done;
}

function checkWeekday(mark: Mark, words: string, notes: Notes): string {
  if (isOneDay(mark) && dayOfWeek(firstDay(mark)) !== weekdayNumber(words)) {
    notes.problem ??= `${inWords(firstDay(mark))} is a ${weekdayName(dayOfWeek(firstDay(mark)))} and not a ${weekdayName(weekdayNumber(words))}, so no date was read.`;
  }
  return mark;
}

/** Early is read as the first third and mid as the middle day, with a doubt, since neither names a day. */
function partOf(mark: Mark, words: string, notes: Notes): string {
  if (isOneDay(mark)) return mark;
  const [first, last] = [firstDay(mark), lastDay(mark)];
  if (/^late/i.test(words)) return markOf(last, last);
  const length = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  const on =
    length > 31
      ? addDays(first, Math.floor(length * (/^mid/i.test(words) ? 1 / 2 : 1 / 3)) - 1)
      : dayFrom(`${first.slice(0, 8)}${/^mid/i.test(words) ? "15" : "10"}`);
  notes.doubts.push(`“${words} ${unmarked(mark)}” names no day and was read as ${inWords(on)}.`);
  return markOf(on, on);
}

function weekOf(mark: Mark, words: string, notes: Notes): string {
  const nth = { f: 7, "1": 7, s: 14, "2": 14, t: 21, "3": 21 }[words.charAt(0).toLowerCase()];
  const on = nth === undefined ? lastDay(mark) : addDays(firstDay(mark), nth - 1);
  notes.doubts.push(`“${words} week of ${unmarked(mark)}” names no day and was read as ${inWords(on)}.`);
  return markOf(on, on);
}

/** Months or terms that follow on each other are one stretch (`July/August 2019`); others with a stroke between them are a list. */
function stretchOfMonths(mark: Mark, words: string, notes: Notes, second: Mark): string {
  return addDays(lastDay(mark), 1) !== firstDay(second) || isOneDay(mark) ? `${mark}, ${second}` : stretch(mark, words, notes, second);
}

function stretch(mark: Mark, _words: string, notes: Notes, second: Mark): string {
  if (lastDay(second) < firstDay(mark)) notes.problem ??= `“${unmarked(mark)} to ${unmarked(second)}” ends before it begins, so no date was read.`;
  return markOf(firstDay(mark), lastDay(second));
}

function dayBefore(mark: Mark): LocalDate {
  return addDays(firstDay(mark), -1);
}

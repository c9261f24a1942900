import { numberWords } from "./numberWords.ts";
import { weekdays } from "./weekdayNames.ts";

const words: Readonly<Record<string, number>> = { ...numberWords, second: 2, other: 2, third: 3, fourth: 4 };
const workdays = weekdays.slice(0, 5).join("|");
const nth: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
const number = "(\\d{1,2}|[a-z]+)";

/** How often, as a rule and as people say it. */
export interface Rhythm {
  /** RFC 5545 RRULE without DTSTART. */
  readonly rule: string;
  readonly rhythm: string;
  /** The rule names its own days, so that it needs no first one. */
  readonly byDay?: true;
}

/** `every six weeks`, `six-weekly`, `monthly`, `quarterly`, `termly`, `every second Tuesday of the month`: undefined for anything else. */
export function readRhythm(said: string): Rhythm | undefined {
  const plain = said.trim().toLowerCase();
  const [, ordinal, weekday] =
    new RegExp(`^(?:on )?(?:every|each|the)? ?(${Object.keys(nth).join("|")}) (${workdays}) (?:of|in) (?:the|each|every|a) month$`).exec(plain) ?? [];
  if (ordinal && weekday)
    return {
      rule: `FREQ=MONTHLY;BYDAY=${nth[ordinal]}${weekday.slice(0, 2).toUpperCase()}`,
      rhythm: `on the ${ordinal} ${capital(weekday)} of each month`,
      byDay: true,
    };
  const [, everyDay] = new RegExp(`^(?:every|each) (${workdays})$`).exec(plain) ?? [];
  if (everyDay) return { rule: `FREQ=WEEKLY;BYDAY=${everyDay.slice(0, 2).toUpperCase()}`, rhythm: `every ${capital(everyDay)}`, byDay: true };
  if (/^(?:termly|(?:every|each) (?:school )?term)$/.test(plain)) return { rule: "FREQ=YEARLY;BYMONTH=1,4,9;BYDAY=1MO", rhythm: "every term", byDay: true };
  const named: Readonly<Record<string, readonly [Unit, number]>> = {
    weekly: ["week", 1],
    fortnightly: ["week", 2],
    monthly: ["month", 1],
    quarterly: ["month", 3],
    "half-yearly": ["month", 6],
    yearly: ["month", 12],
    annually: ["month", 12],
  };
  const adverb = named[plain];
  if (adverb) return ruleOf(...adverb);
  const [, many, unit] =
    new RegExp(`^(?:every|each) (?:${number} )?(week|fortnight|month|quarter|year)s?$`).exec(plain) ??
    new RegExp(`^${number}[- ](week|month)ly$`).exec(plain) ??
    [];
  if (!unit) return undefined;
  const count = many === undefined ? 1 : (words[many] ?? Number(many));
  if (!Number.isInteger(count) || count < 1) return undefined;
  const [base, times] = ({ week: ["week", 1], fortnight: ["week", 2], month: ["month", 1], quarter: ["month", 3], year: ["month", 12] } as const)[
    unit as "week"
  ];
  return ruleOf(base, times * count);
}

type Unit = "week" | "month";

function ruleOf(unit: Unit, count: number): Rhythm {
  const rule = `FREQ=${unit.toUpperCase()}LY;INTERVAL=${count}`;
  if (unit === "month" && count === 3) return { rule, rhythm: "every quarter" };
  const [inLetters = String(count)] = Object.entries(words).find(([, value]) => value === count) ?? [];
  return { rule, rhythm: count === 1 ? `every ${unit}` : `every ${inLetters} ${unit}s` };
}

function capital(word: string): string {
  return word.replace(/^./, (first) => first.toUpperCase());
}

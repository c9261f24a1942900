import {
  calendarYear,
  easterSunday,
  financialYear,
  halfOf,
  numberedTerm,
  type Period,
  quarter,
  schoolYear,
  type Term,
  termIn,
  termOfSchoolYear,
} from "../englishPeriods.ts";
import { day } from "../localDate.ts";
import type { DateForm, Found, Parts } from "./dateForms.ts";
import { anyMonth } from "./monthNames.ts";

/** The calendar years a plan lies in, both counted in. */
export interface YearSpan {
  readonly first: number;
  readonly last: number;
}

const twoYears = "(?:20)?\\d{2} ?[/–-] ?(?:20)?\\d{2}|20\\d{2} to 20\\d{2}";
const anyYear = `(?:${twoYears}|\\d{4}|['’‘]?\\d{2})`;
/** After the name it belongs to, in a bracket or not. */
const itsYears = `(?:,| of| in|:)? ?(?:FY ?)?(?:\\((?<inBracket>${anyYear})\\)|(?<years>${anyYear}))`;
const season = "(?<term>autumn|aut|spring|spr|summer|sum|easter(?= term))";
const half = "(?<half>(?:[ -](?:term|half[ -]?term|[12])){0,3})";
const terms: Readonly<Record<string, Term>> = {
  autumn: "autumn",
  aut: "autumn",
  spring: "spring",
  spr: "spring",
  easter: "spring",
  summer: "summer",
  sum: "summer",
};
const nths: Readonly<Record<string, number>> = { first: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4, last: 4, final: 4 };
const quarterly = "(?:(?:Q|qtr\\.? ?|quarter )(?<number>[1-4])|(?<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final) (?:quarter|qtr))";

/** The ways of writing a term, a quarter, a year or a feast. */
export const periodForms: readonly DateForm[] = [
  { pattern: `${season}${half}${itsYears}`, read: termOf },
  { pattern: `(?<years>${anyYear})[ -]${season}${half}`, read: termOf },
  { pattern: `(?:term |t)(?<number>[1-6])${itsYears}`, read: numberedTermOf },
  { pattern: `${quarterly}${itsYears}`, read: quarterOf },
  { pattern: `(?:FY ?)?(?<years>${twoYears}|20\\d{2})(?:,| -)? ?${quarterly}`, read: quarterOf },
  {
    pattern: `(?:academic|school) (?:year|yr)\\.?:? ?\\(?(?<years>${twoYears})\\)?|AY ?(?<after>${twoYears})|(?<before>${twoYears}) (?:academic|school) year`,
    read: schoolYearOf,
  },
  {
    pattern: `(?:financial|fiscal|council) (?:year|yr)\\.?:? ?\\(?(?<years>${twoYears})\\)?|FY ?(?<after>${twoYears})|(?<before>${twoYears}) (?:financial|fiscal) year`,
    read: financialYearOf,
  },
  { pattern: "FY ?['’‘]?(?<year>\\d{2}|20\\d{2})(?! ?[/–-] ?\\d)", read: oneFinancialYearOf },
  { pattern: "(?:financial|fiscal) year end(?:ing)?:? (?:31 march )?(?<year>20\\d{2})", read: financialYearEndOf },
  { pattern: "year[ -]end (?<year>20\\d{2})", read: yearEndOf },
  { pattern: "(?<feast>Easter|Christmas|Xmas),? (?<year>20\\d{2})", read: feastOf },
  { pattern: `(?<!${anyMonth} |-)(?<years>20\\d{2} ?[/–-] ?(?:20)?\\d{2})`, read: bareYearsOf },
  { pattern: "(?:by )?(?:the )?end(?: of)?(?: the)?(?: calendar)?(?: year)? (?<year>20\\d{2})|calendar year (?<after>20\\d{2})", read: calendarYearOf },
  {
    pattern: "(?<=^(?:by |in |during |within |throughout |over |from )*)(?<from>20\\d{2}) ?(?:[–-]|to) ?(?<to>20\\d{2}|1[3-9]|[2-9]\\d)(?=\\.?$)",
    read: spanOfYears,
  },
  { pattern: "(?<=^(?:by |in |during |within |throughout |over |early |mid[ -]|late )*)(?<year>20\\d{2})(?=\\.?$)", read: bareYearOf },
];

/** @param written - `2023`, `23` or `'23`; two figures are of this century */
export function fullYear(written: string): number {
  const figures = written.replace(/\D/g, "");
  return figures.length === 2 ? 2000 + Number(figures) : Number(figures);
}

/** @returns the year in which `2021/22` begins; undefined for two years that do not follow each other */
function beginning(written: string): number | undefined {
  const [from, to] = written.split(/ ?[/–-] ?| to /).map(fullYear);
  return from !== undefined && to === from + 1 ? from : undefined;
}

const farOff = { because: "that year is too far off" };
const notFollowing = { because: "those two years do not follow each other" };

function termOf({ term: name = "", half: words = "", years, inBracket }: Parts): Found {
  const term = terms[name.toLowerCase()] ?? "autumn";
  const written = years ?? inBracket ?? "";
  const oneYear = /^\d{4}$|^['’‘]?\d{2}$/.test(written) ? fullYear(written) : undefined;
  const began = oneYear === undefined ? beginning(written) : oneYear - (term === "autumn" ? 0 : 1);
  if (began === undefined) return notFollowing;
  const number = /[12]/.exec(words)?.[0] ?? (/half/i.test(words) ? "1" : undefined);
  if (number) return numberedTerm(halfOf(term, Number(number) as 1 | 2), began) ?? farOff;
  return (oneYear === undefined ? termOfSchoolYear(term, began) : termIn(term, oneYear)) ?? farOff;
}

/** Terms 4 to 6 exist only where a year has six; 1 to 3 are read so too, since schools with three terms name them. */
function numberedTermOf(parts: Parts, written: string): Found {
  const number = Number(parts.number);
  const years = parts.years ?? parts.inBracket ?? "";
  const began = /^['’‘]?(?:\d\d)?\d\d$/.test(years) ? fullYear(years) - (number <= 2 ? 0 : 1) : beginning(years);
  if (began === undefined) return notFollowing;
  const found = numberedTerm(number, began);
  if (!found) return farOff;
  return number > 3 ? found : { ...found, doubt: `“${written}” was read as one of six terms in a school year; if yours has three, write the term's name.` };
}

/** With one year only (`Q3 2025`) it is read as the quarter of the financial year that begins in it. */
function quarterOf(parts: Parts, written: string): Found {
  const number = Number(parts.number ?? nths[parts.nth?.toLowerCase() ?? ""]);
  const years = parts.years ?? parts.inBracket ?? "";
  const alone = /^['’‘]?(?:\d\d)?\d\d$/.test(years);
  const began = alone ? fullYear(years) : beginning(years);
  if (began === undefined) return notFollowing;
  const found = quarter(number, began);
  if (!found || !alone) return found ?? farOff;
  return { ...found, doubt: `“${written}” was read as a quarter of the financial year ${shortYears(began)}; write both years to be sure.` };
}

function schoolYearOf({ years, before, after }: Parts): Found {
  return periodFrom(years ?? before ?? after, schoolYear);
}

function financialYearOf({ years, before, after }: Parts): Found {
  return periodFrom(years ?? before ?? after, financialYear);
}

function bareYearsOf({ years }: Parts, written: string): Found {
  const began = beginning(years ?? "");
  const found = began === undefined ? undefined : financialYear(began);
  return found && { ...found, doubt: `“${written}” was read as the financial year, which ends on 31 March; write “academic year” if that was meant.` };
}

function calendarYearOf({ year, after }: Parts): Found {
  return calendarYear(Number(year ?? after));
}

/** Some name it by the year in which it begins, others by that in which it ends. */
function oneFinancialYearOf({ year = "" }: Parts): Found {
  const named = fullYear(year);
  const [before, after] = [`${named - 1}/${String(named).slice(2)}`, `${named}/${String(named + 1).slice(2)}`];
  return { unclear: true, because: `the financial year ${before}, which ends in that year, or ${after}, which begins in it; write both years` };
}

/** `2021-2024`, as plans that run for years write it. Two years that follow each other are a financial year before they are this. */
function spanOfYears({ from = "", to = "" }: Parts, written: string): Found {
  const [first, last] = [calendarYear(Number(from)), calendarYear(fullYear(to))];
  const years = fullYear(to) - Number(from);
  if (!first || !last || years < 2 || years > 10) return undefined;
  return { first: first.first, last: last.last, doubt: `“${written}” names only years and was read as the end of ${fullYear(to)}.` };
}

/** Named by the year in which it ends. */
function financialYearEndOf({ year }: Parts): Found {
  return financialYear(Number(year) - 1);
}

function yearEndOf({ year }: Parts, written: string): Found {
  const found = calendarYear(Number(year));
  return found && { ...found, doubt: `“${written}” was read as the end of the calendar year; write “31 March ${year}” if the financial year was meant.` };
}

function bareYearOf({ year }: Parts, written: string): Found {
  const found = calendarYear(Number(year));
  return found && { ...found, doubt: `“${written}” names only a year and was read as the end of it.` };
}

function feastOf({ feast = "", year = "" }: Parts): Found {
  const on = /^easter$/i.test(feast) ? easterSunday(Number(year)) : day(`${year}-12-25`);
  return { first: on, last: on };
}

function periodFrom(written: string | undefined, periodOf: (year: number) => Period | undefined): Found {
  const began = beginning(written ?? "");
  return began === undefined ? notFollowing : (periodOf(began) ?? farOff);
}

function shortYears(began: number): string {
  return `${began}/${String(began + 1).slice(2)}`;
}

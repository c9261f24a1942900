import { day, type LocalDate, lastDayOfMonth, localDateOf } from "./localDate.ts";

/** Both days belong to it. */
export interface Period {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * The parts of a year as English councils and schools name them, in whole months. What is due in one is due by its last day.
 *
 * - Terms: a plan covers many schools, each with its own term dates, so no council's calendar is taken. These are the
 *   terms in which England funds early education: 1 September to 31 December, 1 January to 31 March and 1 April to
 *   31 August (Department for Education, "Early education and childcare", statutory guidance for local authorities).
 *   Their last days are also those the Education (Start of Compulsory School Age) Order 1998 (SI 1998/1607) prescribes.
 * - Numbered terms: six, as councils have them that number theirs, after the Independent Commission on the Organisation
 *   of the School Year (2001): two to each of the three. Schools break up for the half term near the ends of October,
 *   February and May.
 * - School year: 1 September to 31 August; its first term is the first to begin after July (Education Act 1996, s. 579).
 * - Financial year: twelve months from 1 April (Local Government Finance Act 1992, s. 69); its quarters are what the
 *   quarterly returns of councils and the NHS call Q1 to Q4.
 */
const months = {
  autumn: [9, 12],
  spring: [1, 3],
  summer: [4, 8],
  numberedTerms: [
    [9, 10],
    [11, 12],
    [1, 2],
    [3, 3],
    [4, 5],
    [6, 8],
  ],
  quarters: [
    [4, 6],
    [7, 9],
    [10, 12],
    [1, 3],
  ],
} as const;

export type Term = "autumn" | "spring" | "summer";

/** @param year - the calendar year the term lies in */
export function termIn(term: Term, year: number): Period | undefined {
  return inYear(months[term], year);
}

/** @param year - in which the school year begins: 2021 for 2021/22 */
export function termOfSchoolYear(term: Term, year: number): Period | undefined {
  return inYear(months[term], term === "autumn" ? year : year + 1);
}

/**
 * @param number - 1 to 6
 * @param year - in which the school year begins
 */
export function numberedTerm(number: number, year: number): Period | undefined {
  const span = months.numberedTerms[number - 1];
  return span && inYear(span, number <= 2 ? year : year + 1);
}

/** The term in which the first or second half of a term lies, as a number: the spring term's first half is 3. */
export function halfOf(term: Term, half: 1 | 2): number {
  return { autumn: 0, spring: 2, summer: 4 }[term] + half;
}

/**
 * @param number - 1 to 4
 * @param year - in which the financial year begins
 */
export function quarter(number: number, year: number): Period | undefined {
  const span = months.quarters[number - 1];
  return span && inYear(span, number <= 3 ? year : year + 1);
}

/** @param year - in which it begins */
export function schoolYear(year: number): Period | undefined {
  return between(localDateOf(year, 9, 1), localDateOf(year + 1, 8, 31));
}

/** @param year - in which it begins */
export function financialYear(year: number): Period | undefined {
  return between(localDateOf(year, 4, 1), localDateOf(year + 1, 3, 31));
}

export function calendarYear(year: number): Period | undefined {
  return between(localDateOf(year, 1, 1), localDateOf(year, 12, 31));
}

/** @param month - 1 to 12 */
export function monthIn(month: number, year: number): Period | undefined {
  return inYear([month, month], year);
}

/** Easter Sunday in the western churches, by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", ch. 8). */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const [century, yearOfIt] = [Math.floor(year / 100), year % 100];
  const [leapCenturies, sinceOne] = [Math.floor(century / 4), century % 4];
  const moonDrift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leapCenturies - moonDrift + 15) % 30;
  const toSunday = (32 + 2 * sinceOne + 2 * Math.floor(yearOfIt / 4) - moon - (yearOfIt % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const sinceMarch = moon + toSunday - 7 * late + 114;
  return day(`${year}-0${Math.floor(sinceMarch / 31)}-${String((sinceMarch % 31) + 1).padStart(2, "0")}`);
}

function inYear([from, to]: readonly [number, number], year: number): Period | undefined {
  return between(localDateOf(year, from, 1), localDateOf(year, to, 1) && lastDayOfMonth(year, to));
}

function between(first: LocalDate | undefined, last: LocalDate | undefined): Period | undefined {
  return first && last && { first, last };
}

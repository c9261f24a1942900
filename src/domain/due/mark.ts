import { inWords, type LocalDate, lastDayOfMonth } from "../localDate.ts";

/** How one date stands in a phrase while it is read: `⟨2022-07-01/2022-07-31⟩`, its first and its last day. */
export type Mark = string;

/** Matches one mark. */
export const oneDate = "⟨[\\d/-]{21}⟩";

export function markOf(first: LocalDate, last: LocalDate): Mark {
  return `⟨${first}/${last}⟩`;
}

export function firstDay(mark: Mark): LocalDate {
  return mark.slice(1, 11) as LocalDate;
}

/** What is due within a month, a term or a year is due by this day. */
export function lastDay(mark: Mark): LocalDate {
  return mark.slice(12, 22) as LocalDate;
}

export function isOneDay(mark: Mark): boolean {
  return firstDay(mark) === lastDay(mark);
}

/** A marked phrase as a person would write it: `July 2022` for the mark of that month. */
export function unmarked(text: string): string {
  return text.replace(new RegExp(oneDate, "g"), (mark) => {
    const [first, last] = [firstDay(mark), lastDay(mark)];
    const [year = 0, month = 0] = last.split("-").map(Number);
    if (first === last) return inWords(first);
    if (first === `${year}-01-01` && last === `${year}-12-31`) return String(year);
    if (first === `${last.slice(0, 8)}01` && last === lastDayOfMonth(year, month)) return inWords(last).slice(3);
    return `${inWords(first)} to ${inWords(last)}`;
  });
}

// The patterns are few and fixed; compiling one takes longer than matching it, and a plan has thousands of phrases.
const compiled = new Map<string, RegExp>();

/** @returns the named groups when the pattern takes in the whole text, whatever its capitals */
export function readWhole(pattern: string, text: string): Readonly<Record<string, string | undefined>> | undefined {
  let whole = compiled.get(pattern);
  if (!whole) {
    whole = new RegExp(`^(?:${pattern})$`, "is");
    compiled.set(pattern, whole);
  }
  const found = whole.exec(text);
  return found ? (found.groups ?? {}) : undefined;
}

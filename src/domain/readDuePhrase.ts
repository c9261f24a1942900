import { markDates } from "./due/markDates.ts";
import type { YearSpan } from "./due/periodForms.ts";
import { readMoves, readStartRevisedEnd } from "./due/readMoves.ts";
import { readLines, readNarratedSteps, readProvisional } from "./due/readNarrated.ts";
import { readOngoing, readRecurring, readStartOnly, readThenRecurring } from "./due/readStart.ts";
import { readSteps, readStepsBeforeLostWords, readTargets } from "./due/readSteps.ts";
import { readToBeAgreed, readToBeAgreedUnread, readUndated } from "./due/readWithoutDate.ts";
import type { Read, Way } from "./due/way.ts";
import { type DuePhrase, datesOf } from "./duePhrase.ts";

/** What is known of a plan when one of its due phrases is read. */
export interface DueContext {
  /** The years its other dates lie in (`planYears`); without them no year is ever supplied. */
  readonly years?: YearSpan;
}

/**
 * Reads a completion date as a council writes it. Pure: it knows no today and takes no year from it.
 *
 * A month, a term, a quarter or a year means its last day (`englishPeriods.ts` has their table), except after `From`,
 * where it means its first. What is only probable is read with a doubt; anything that is not understood is `invalid`
 * with a sentence that says why, and nothing is ever corrected: the nearest real date is offered there and not taken
 * (law 10). Never throws.
 *
 * @returns steps in date order, whatever their order in the phrase; labels and targets are the plan's own words
 */
export function readDuePhrase(asWritten: string, context: DueContext = {}): DuePhrase {
  return { ...read(asWritten, context), asWritten };
}

/** The years in which the dates of a plan's column lie, as far as they can be read without knowing them; undefined when none can. */
export function planYears(phrases: readonly string[]): YearSpan | undefined {
  const years = phrases
    .map((phrase) => readDuePhrase(phrase))
    .filter(({ doubts = [] }) => doubts.length === 0)
    .flatMap((due) => datesOf(due).map(({ on }) => Number(on.slice(0, 4))))
    .sort((a, b) => a - b);
  const middle = years[Math.floor(years.length / 2)];
  // A slip such as 2002 for 2022 must not stretch a plan over decades; no plan runs longer than this.
  const near = years.filter((year) => Math.abs(year - (middle ?? year)) <= 6);
  return near.length > 0 ? { first: Math.min(...near), last: Math.max(...near) } : undefined;
}

function read(asWritten: string, { years }: DueContext): Read {
  const marked = markDates(asWritten, years);
  if (marked.kind === "unreadable") return readToBeAgreedUnread(asWritten, marked.problem) ?? { kind: "invalid", problem: marked.problem };

  const reading = readMarked(marked.text);
  if (reading.kind === "invalid" || marked.doubts.length === 0) return reading;
  return { ...reading, doubts: [...marked.doubts, ...(reading.doubts ?? [])] };
}

function readMarked(text: string, depth = 0): Read {
  for (const readAs of depth < 3 ? ways : []) {
    const reading = readAs(text, (part) => readMarked(part, depth + 1));
    if (reading) return reading;
  }
  return { kind: "invalid", problem: whyNot(text) };
}

/** The known ways of writing a due phrase, each over the marked text; a new way is a new line here. */
const ways: readonly Way[] = [
  readUndated,
  readToBeAgreed,
  readStartOnly,
  readRecurring,
  readTargets,
  readSteps,
  readStepsBeforeLostWords,
  readStartRevisedEnd,
  readMoves,
  readOngoing,
  readThenRecurring,
  readProvisional,
  readLines,
  readNarratedSteps,
];

function whyNot(text: string): string {
  if (/\[[^\]]*\]/.test(text)) return "Words of this date are lost, so no date was read.";
  if (text.includes("⟨")) return "Not everything written here was understood, so no date was read.";
  if (!/\b20\d{2}\b/.test(text) && /\b(?:term|q[1-4]|quarter|easter|christmas|xmas|autumn|spring|summer|winter|year)\b/i.test(text))
    return `“${text}” does not say which year, so no date was read.`;
  if (/\b\d{1,2}[/.]\d{1,2}\b/.test(text)) return `“${text}” is not a whole date, so none was read; write the day, the month and the year.`;
  return "No date could be found in these words.";
}

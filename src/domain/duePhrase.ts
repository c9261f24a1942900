import type { LocalDate } from "./localDate.ts";

/** One dated step of a measure, with its own target where the plan gives one (`Sept 2022: 177 weeks`). */
export interface Milestone {
  readonly on: LocalDate;
  /** `interim milestone`, `baseline`, `final review`, `launch`: the plan's own words beside the date. */
  readonly label?: string;
  readonly target?: string;
  /** Whose step it is, where leads stand line by line beside the dates; else every lead of the measure's. */
  readonly leads?: readonly string[];
}

/** What a due phrase was read as. The phrase as written is kept for ever beside it. */
export type DueReading =
  | ({ readonly kind: "day" } & Milestone)
  /** At least two steps, in date order; the measure stays open until the last. */
  | { readonly kind: "milestones"; readonly steps: readonly Milestone[] }
  /** `every` in the plan's words (`quarterly`); without `until` it has no end. */
  | { readonly kind: "recurring"; readonly every: string; readonly until?: LocalDate }
  | { readonly kind: "startOnly"; readonly from: LocalDate }
  | { readonly kind: "undated" }
  /** Without `by` where the day is written so that it cannot be read; a doubt says so. */
  | { readonly kind: "toBeAgreed"; readonly by?: LocalDate }
  | { readonly kind: "invalid"; readonly problem: string };

export type DuePhrase = DueReading & {
  readonly asWritten: string;
  /** Said of a phrase that was read, but not all of it: `the evaluation date is lost`. Each became a problem at import. */
  readonly doubts?: readonly string[];
  /** The first day of the work, where the phrase gives one beside what is due (`Start: June 2021 / End: March 2022`). */
  readonly startsOn?: LocalDate;
  /** What was in force before, where the phrase says so (`December 2022 (was July 2022)`); itself moved where there were more. */
  readonly movedFrom?: DuePhrase;
};

/** Every date of the phrase by which something is due, earliest first; empty when it has none. */
export function datesOf(due: DueReading): readonly Milestone[] {
  switch (due.kind) {
    case "day":
      return [due];
    case "milestones":
      return due.steps;
    case "recurring":
      return due.until ? [{ on: due.until }] : [];
    default:
      return [];
  }
}

/** The first date not yet gone by, today's included. */
export function nextDate(due: DueReading, today: LocalDate): Milestone | undefined {
  return datesOf(due).find((step) => step.on >= today);
}

/** The date the whole measure is due: the last one in the phrase. */
export function lastDate(due: DueReading): LocalDate | undefined {
  return datesOf(due).at(-1)?.on;
}

/** The latest date that has gone by, of a measure with another still ahead. */
export function passedMilestone(due: DueReading, today: LocalDate): Milestone | undefined {
  return nextDate(due, today) ? datesOf(due).findLast((step) => step.on < today) : undefined;
}

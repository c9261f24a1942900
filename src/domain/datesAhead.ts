import { nextDate } from "./duePhrase.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { Rating, RatingScheme } from "./ratingScheme.ts";
import { isComplete, ratingOf } from "./standing.ts";

/** The next date of a measure that has one. */
export interface DateAhead {
  readonly ref: string;
  readonly area: string;
  readonly words: string;
  readonly leads: readonly string[];
  readonly on: LocalDate;
  /** What is to be reached by then, where the plan says it. */
  readonly target?: string;
  readonly rating?: Rating;
}

/** What falls due, today's included, soonest first: of each measure its next date. What is complete or released has none. */
export function datesAhead(measures: readonly Measure[], scheme: RatingScheme, today: LocalDate): DateAhead[] {
  return measures
    .flatMap((measure): DateAhead[] => {
      const next = isComplete(measure, scheme) || measure.released ? undefined : nextDate(measure.due, today);
      if (!next) return [];
      const { ref, area, words, leads } = measure;
      const target = next.target || next.label;
      return [{ ref, area, words, leads, on: next.on, ...(target && { target }), rating: ratingOf(measure, scheme) }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { RatingScheme } from "./ratingScheme.ts";
import { isSettled } from "./standing.ts";

/** What a lead said would help, in the report in force. */
export interface HelpAsked {
  readonly ref: string;
  readonly help: string;
  readonly on: LocalDate;
}

/** The help leads of open measures ask for, the latest first. */
export function helpAsked(measures: readonly Measure[], scheme: RatingScheme): HelpAsked[] {
  return measures
    .flatMap((measure): HelpAsked[] => {
      const { help, on } = measure.standing?.latest ?? {};
      return help && on && !isSettled(measure, scheme) ? [{ ref: measure.ref, help, on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

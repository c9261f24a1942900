import type { LocalDate } from "./localDate.ts";
import type { Plan } from "./plan.ts";
import type { Rating, RatingKind } from "./ratingScheme.ts";
import { ratingOf, reportedOn } from "./standing.ts";
import { summarise } from "./summary.ts";

/** A measure the board must look at, and why. */
export interface Exception {
  readonly ref: string;
  readonly words: string;
  readonly leads: readonly string[];
  readonly rating?: Rating;
  /** `112 days overdue; off track`: all that holds, in words. */
  readonly why: string;
  /** What its lead said last, and the day; what the file said where nobody has reported since. */
  readonly said?: string;
  readonly heardOn?: LocalDate;
  /** What its lead said would help. */
  readonly help?: string;
}

const worrying: Partial<Record<RatingKind, string>> = { offTrack: "off track", concern: "concerns" };

/** Red, amber, overdue or proposed complete, of what the board monitors; off track first, then concerns, then the longest overdue. */
export function exceptionsOf(plan: Plan, today: LocalDate): Exception[] {
  const lateBy = new Map(summarise(plan, today).areas.flatMap((area) => area.overdue.map((one) => [one.ref, one.daysOverdue] as const)));
  return plan.measures
    .filter(({ released }) => released === undefined)
    .flatMap((measure) => {
      const rating = ratingOf(measure, plan.scheme);
      const days = lateBy.get(measure.ref) ?? 0;
      const reasons = [
        rating && worrying[rating.kind],
        days > 0 && `${days} ${days === 1 ? "day" : "days"} overdue`,
        measure.standing?.proposedComplete && "proposed complete: waits for sign-off",
      ].filter((reason) => typeof reason === "string");
      const weight = (rating?.kind === "offTrack" ? 1e6 : rating?.kind === "concern" ? 1e5 : 0) + days;
      if (reasons.length === 0) return [];
      const moves = measure.dateMoves?.length ?? 0;
      if (moves > 0) reasons.push(`date moved ${moves === 1 ? "once" : `${moves} times`}`);
      const { ref, words, leads, narrativeAsImported } = measure;
      const latest = measure.standing?.latest;
      const said = latest?.narrative ?? narrativeAsImported;
      return [{ weight, exception: { ref, words, leads, rating, why: reasons.join("; "), said, heardOn: reportedOn(measure, plan), help: latest?.help } }];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ exception }) => exception);
}

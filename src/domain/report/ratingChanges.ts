import type { LocalDate } from "../localDate.ts";
import type { Measure, Plan } from "../plan.ts";
import type { Rating, RatingKind } from "../ratingScheme.ts";
import { ratingOf } from "../standing.ts";

/** From best to worst. What is not due or waits for others stands nowhere in it. */
const order: readonly RatingKind[] = ["complete", "onTrack", "underWay", "concern", "offTrack"];

export type Direction = "better" | "worse" | "proposed complete" | "rated otherwise";

export interface RatingChange {
  readonly measure: Measure;
  readonly from?: Rating;
  readonly to?: Rating;
  readonly direction: Direction;
}

/** Whose rating differs from what it was, in the order of their refs; what is new in the plan is not among them. */
export function ratingChanges(before: Plan, now: Plan): RatingChange[] {
  const earlier = new Map(before.measures.map((measure) => [measure.ref, measure]));
  return now.measures.flatMap((measure) => {
    const was = earlier.get(measure.ref);
    if (!was) return [];
    const [from, to] = [ratingOf(was, before.scheme), ratingOf(measure, now.scheme)];
    const proposed = measure.standing?.proposedComplete === true && was.standing?.proposedComplete !== true;
    if (from?.label === to?.label && !proposed) return [];
    return [{ measure, ...(from && { from }), ...(to && { to }), direction: from?.label === to?.label ? "proposed complete" : directionOf(from, to) }];
  });
}

function directionOf(from: Rating | undefined, to: Rating | undefined): Direction {
  const [was, is] = [from, to].map((rating) => (rating ? order.indexOf(rating.kind) : -1)) as [number, number];
  if (is < 0) return "rated otherwise";
  // What had not begun is better off only by going well.
  if (was < 0) return is <= order.indexOf("underWay") ? "better" : "worse";
  return is < was ? "better" : is > was ? "worse" : "rated otherwise";
}

/** Measures whose date moved after `since` and up to `asOf`. */
export function movedSince(plan: Plan, since: LocalDate, asOf: LocalDate): Measure[] {
  return plan.measures.filter(({ dateMoves = [] }) => dateMoves.some(({ on }) => on > since && on <= asOf));
}

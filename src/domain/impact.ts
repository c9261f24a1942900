import type { Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { findRating, type Rating, type RatingScheme } from "./ratingScheme.ts";

/** The rating of impact in force; undefined when nobody has given one, which is as good as any. */
export function impactOf(measure: Measure, scheme: RatingScheme): Rating | undefined {
  return findRating(scheme, measure.standing?.impact ?? measure.impactAsImported);
}

/** Whether leads are asked for the rating of impact besides that of progress: as the programme manager said, else where the plan's file has one. */
export function asksImpact({ settings, measures }: Pick<Plan, "settings" | "measures">): boolean {
  return settings.asksImpact ?? measures.some(({ impactAsImported }) => impactAsImported !== undefined);
}

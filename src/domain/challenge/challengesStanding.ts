import type { Measure } from "../measure.ts";
import type { RatingScheme } from "../ratingScheme.ts";
import { isComplete } from "../standing.ts";
import type { Challenge } from "./challenge.ts";

/** What stands against the report in force; nothing once the board has signed the measure off. */
export function challengesStanding(measure: Measure, scheme: RatingScheme): readonly Challenge[] {
  return isComplete(measure, scheme) ? [] : (measure.standing?.latest?.challenges ?? []);
}

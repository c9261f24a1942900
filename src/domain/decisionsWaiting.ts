import type { DateChange } from "./dateChange.ts";
import type { Measure } from "./measure.ts";
import type { RatingScheme } from "./ratingScheme.ts";
import { isComplete } from "./standing.ts";
import type { Update } from "./update.ts";

/** The report that proposes a measure as complete and waits to be signed off; what the board does not monitor waits for nobody. */
export function completionWaiting({ standing, released }: Measure): Update | undefined {
  return standing?.proposedComplete && !released ? standing.latest : undefined;
}

/** The new date that waits to be decided; of what is complete, or not monitored, none does. */
export function dateWaiting(measure: Measure, scheme: RatingScheme): DateChange | undefined {
  return isComplete(measure, scheme) || measure.released ? undefined : measure.dates?.waiting;
}

import type { PlanSettings } from "./planSettings.ts";

/**
 * Whether it is a time at which nothing is sent that nobody waits for.
 *
 * @param time - local time of the plan, `HH:MM`
 */
export function isQuiet({ quiet }: Pick<PlanSettings, "quiet">, time: string): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

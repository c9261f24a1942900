import { nextDigest } from "../domain/digestsOwed.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Cadence, DigestKind, Plan } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";

export const digestKinds: readonly DigestKind[] = ["exception", "full"];

/**
 * Changes when digests of a kind fall. @throws UserError for a rule that cannot be read, in the words of who reads it
 *
 * @param rule - RFC 5545 RRULE without DTSTART
 */
export async function setCadence(ports: Pick<Ports, "plans" | "calendar">, plan: Plan, cadence: Cadence): Promise<Plan> {
  try {
    ports.calendar.occurrences(cadence.rule, cadence.starts, cadence.starts, cadence.starts);
  } catch (error) {
    if (error instanceof RangeError)
      throw new UserError(`I can't read that rule: ${error.message}. A rule looks like FREQ=WEEKLY;INTERVAL=6 or FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO.`);
    throw error;
  }
  const cadences = [...plan.settings.cadences.filter((one) => one.kind !== cadence.kind), cadence];
  const settings = { ...plan.settings, cadences };
  await ports.plans.saveSettings(plan.id, settings);
  return { ...plan, settings };
}

/** When each kind of digest falls next: `exception every six weeks, next on 28 November 2022`. */
export function cadencesInWords(ports: Pick<Ports, "calendar">, plan: Plan, after: LocalDate): string[] {
  const isWorkingDay = (day: LocalDate) => ports.calendar.isWorkingDay(day, plan.settings.holidays);
  return plan.settings.cadences.map(({ kind, rule, rhythm }) => {
    const next = nextDigest(plan, kind, after, ports.calendar.occurrences, isWorkingDay);
    return `${kind} digest ${rhythm ?? `by the rule ${rule}`}, ${next ? `next on ${inWords(next.postOn)}` : "none to come"}`;
  });
}

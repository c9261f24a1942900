import { digestDays, type Occurrences, reachOf } from "./cadence.ts";
import { promisedFrom } from "./digestsOwed.ts";
import { addDays, type LocalDate } from "./localDate.ts";
import type { IsWorkingDay } from "./owed.ts";
import type { Plan } from "./plan.ts";

/** A round before a digest: from its day every lead with open measures is asked for it, once. */
export interface OpenRound {
  readonly digest: string;
  readonly on: LocalDate;
  readonly roundOn: LocalDate;
}

/** The rounds that are open on a day: from the day each opens until its digest is sent. For a digest that nobody gets nobody is asked. */
export function roundsOpen(plan: Plan, today: LocalDate, occurrences: Occurrences, isWorkingDay: IsWorkingDay): OpenRound[] {
  return plan.settings.cadences
    .filter((cadence) => cadence.roundBefore !== undefined && promisedFrom(plan, cadence) !== undefined)
    .flatMap((cadence) => digestDays(cadence, today, addDays(today, reachOf(cadence)), occurrences, isWorkingDay))
    .flatMap(({ digest, on, postOn, roundOn }) => (roundOn && roundOn <= today && today < postOn ? [{ digest, on, roundOn }] : []));
}

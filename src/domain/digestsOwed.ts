import type { DigestRecord } from "./delivery.ts";
import { addDays, type LocalDate } from "./localDate.ts";
import { type IsWorkingDay, workingDayOnOrBefore } from "./owed.ts";
import type { Cadence, Plan } from "./plan.ts";

/** One digest of a cadence. */
export interface DigestDay {
  readonly digest: Cadence["kind"];
  /** The day the rule names; it identifies the digest. */
  readonly on: LocalDate;
  /** The day it is posted: the rule's day, or the working day before when nobody works then. */
  readonly postOn: LocalDate;
}

export interface OwedDigest extends DigestDay {
  /** Its day has gone by. */
  readonly late: boolean;
  /** Earlier ones of its kind that nobody posted; recorded, never made up for. */
  readonly missed: readonly LocalDate[];
}

/** Days on which a rule falls, both ends included. */
export type Occurrences = (rule: string, starts: LocalDate, from: LocalDate, to: LocalDate) => readonly LocalDate[];

/** Longest run of days off that a digest can be brought forward over: Christmas with its weekend, doubled to be safe. */
const longestHoliday = 10;

/**
 * Finds the digests to be posted on a day. Of several missed only the latest is posted, marked late (law 1).
 *
 * @param records - digests owed or missed before; none is owed that fell before one of them
 * @returns at most one of each kind; none while no channel is bound, and none that fell before it was
 */
export function digestsOwed(
  plan: Plan,
  records: readonly DigestRecord[],
  today: LocalDate,
  occurrences: Occurrences,
  isWorkingDay: IsWorkingDay,
): OwedDigest[] {
  const boundOn = plan.channel?.boundOn;
  if (!boundOn) return [];
  return plan.settings.cadences.flatMap((cadence): OwedDigest[] => {
    const from = cadence.since !== undefined && cadence.since > boundOn ? cadence.since : boundOn;
    const days = digestDays(cadence, from, addDays(today, longestHoliday), occurrences, isWorkingDay);
    const settled = records.filter((record) => record.digest === cadence.kind).map((record) => record.on);
    const latestSettled = settled.sort().at(-1) ?? "";
    const owed = days.filter((one) => one.postOn >= from && one.postOn <= today && one.on > latestSettled);
    const latest = owed.at(-1);
    if (!latest) return [];
    return [{ ...latest, late: latest.postOn < today, missed: owed.slice(0, -1).map((one) => one.on) }];
  });
}

/** The next digest of a kind after a day; undefined when the rule has ended or there is no such cadence. */
export function nextDigest(plan: Plan, kind: Cadence["kind"], after: LocalDate, occurrences: Occurrences, isWorkingDay: IsWorkingDay): DigestDay | undefined {
  const cadence = plan.settings.cadences.find((one) => one.kind === kind);
  return cadence && digestDays(cadence, after, addDays(after, 800), occurrences, isWorkingDay).find((one) => one.postOn > after);
}

function digestDays(cadence: Cadence, from: LocalDate, to: LocalDate, occurrences: Occurrences, isWorkingDay: IsWorkingDay): DigestDay[] {
  return occurrences(cadence.rule, cadence.starts, from, to).map((on) => ({ digest: cadence.kind, on, postOn: workingDayOnOrBefore(on, isWorkingDay) }));
}

import { cadenceName, type DigestDay, digestDays, findCadence, nextDigests, type Occurrences, reachOf } from "./cadence.ts";
import type { DigestRecord } from "./delivery.ts";
import { addDays, type LocalDate } from "./localDate.ts";
import type { IsWorkingDay } from "./owed.ts";
import { rolesInForce } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";
import type { Cadence } from "./planSettings.ts";

export interface OwedDigest extends DigestDay {
  /** Its day has gone by. */
  readonly late: boolean;
  /** Earlier ones of its cadence that nobody posted; recorded, never made up for. */
  readonly missed: readonly LocalDate[];
}

/**
 * Finds the digests to be sent on a day. Of several missed only the latest is sent, marked late (law 1).
 *
 * @param records - digests owed or missed before; none is owed that fell before one of them
 * @param time - local time of day, `HH:MM`: a digest, a late one too, waits for the hour of its cadence
 * @returns at most one of each cadence; none for a channel while none is bound, and none that fell before it was
 */
export function digestsOwed(
  plan: Plan,
  records: readonly DigestRecord[],
  today: LocalDate,
  occurrences: Occurrences,
  isWorkingDay: IsWorkingDay,
  time = "23:59",
): OwedDigest[] {
  return plan.settings.cadences.flatMap((cadence): OwedDigest[] => {
    const from = promisedFrom(plan, cadence);
    if (!from) return [];
    const days = digestDays(cadence, from, addDays(today, reachOf(cadence)), occurrences, isWorkingDay);
    const settled = records.filter((record) => record.digest === cadenceName(cadence)).map((record) => record.on);
    const latestSettled = settled.sort().at(-1) ?? "";
    const owed = days.filter((one) => one.postOn >= from && one.postOn <= today && one.on > latestSettled);
    const latest = owed.at(-1);
    if (!latest || time < (cadence.at ?? plan.settings.speaksAt)) return [];
    return [{ ...latest, late: latest.postOn < today, missed: owed.slice(0, -1).map((one) => one.on) }];
  });
}

/** The day before which nothing was promised; undefined while there is nobody to send it to. */
export function promisedFrom(plan: Plan, { to, since }: Cadence): LocalDate | undefined {
  const boundOn = !to || to.channel ? plan.channel?.boundOn : undefined;
  const others = [...(to?.channels ?? []), ...digestReaders(plan, to)].length > 0 ? plan.importedAsOf : undefined;
  const firsts = [boundOn, others].filter((day) => day !== undefined).sort();
  const [first] = firsts;
  return first && since && since > first ? since : first;
}

/** Object ids of those it is meant for one to one, each once. Whoever may not read the plan any more is sent nothing (`composeNotice`). */
export function digestReaders(plan: Pick<Plan, "roles">, to: Cadence["to"]): ObjectId[] {
  const byRole = rolesInForce(plan)
    .filter(({ role }) => to?.roles?.includes(role))
    .map(({ objectId }) => objectId);
  return [...new Set([...byRole, ...(to?.people ?? [])])];
}

/** The next digest of a cadence after a day; undefined when it has ended or there is no such cadence. */
export function nextDigest(plan: Plan, digest: string, after: LocalDate, occurrences: Occurrences, isWorkingDay: IsWorkingDay): DigestDay | undefined {
  const cadence = findCadence(plan, digest);
  return cadence && nextDigests(cadence, after, 1, occurrences, isWorkingDay)[0];
}

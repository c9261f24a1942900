import type { NoticedSoFar } from "../domain/delivery.ts";
import { digestDeliveries } from "../domain/digestDeliveries.ts";
import { digestsOwed } from "../domain/digestsOwed.ts";
import type { LocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";

/**
 * Posts the digests owed at a moment, each once to everybody who gets it. Stopped half way, the next run posts the rest:
 * the record that ends a digest's turn is written last.
 *
 * @param time - local time of day, `HH:MM`
 * @returns how many deliveries were posted
 */
export async function postDigests(ports: Ports, plan: Plan, noticed: NoticedSoFar, today: LocalDate, time: string): Promise<number> {
  const isWorkingDay = (one: LocalDate) => ports.calendar.isWorkingDay(one, plan.settings.holidays);
  const postedAt = ports.clock.realNow();
  let posted = 0;
  for (const owed of digestsOwed(plan, noticed.digests, today, ports.calendar.occurrences, isWorkingDay, time)) {
    const { own, others, records } = digestDeliveries(plan, owed, today);
    for (const { delivery, marks } of others) {
      if (marks.some(({ key }) => noticed.marks.has(key))) continue;
      if (await ports.notices.post({ ...delivery, postedAt }, { plan: plan.id, marks, digests: [] })) posted++;
    }
    if (await ports.notices.post(own && { ...own, postedAt }, { plan: plan.id, marks: [], digests: records })) posted += own ? 1 : 0;
  }
  return posted;
}

import { calendar } from "../../src/clock/calendar.ts";
import { dateNoticesOwed } from "../../src/domain/dateNoticesOwed.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { digestsOwed } from "../../src/domain/digestsOwed.ts";
import type { LocalDate } from "../../src/domain/localDate.ts";
import { noticesOwed, undeliveredOwed } from "../../src/domain/noticesOwed.ts";
import { managersOf } from "../../src/domain/permission.ts";
import type { Store } from "../../src/storage/openStore.ts";

/** What a plan still owes on a day. */
export interface Unsettled {
  /** Every mark the domain owes on that day, as if nothing had been noticed. */
  readonly marks: readonly string[];
  readonly missing: readonly string[];
  /** Digests and news of what was not delivered that nobody posted. */
  readonly others: readonly string[];
  /** Deliveries on their way, or waiting for somebody who has been heard of by now. */
  readonly underWay: readonly string[];
}

export async function unsettled(store: Store, planId: string, today: LocalDate): Promise<Unsettled> {
  const read = await store.plans.readWithNoticed(planId);
  if (!read) throw new Error(`the plan ${planId} is gone`);
  const { plan, noticed } = read;
  const isWorkingDay = (one: LocalDate) => calendar.isWorkingDay(one, plan.settings.holidays);
  const managers = managersOf(plan, []);
  const owed = [...noticesOwed(plan, new Set(), today, isWorkingDay, managers), ...dateNoticesOwed(plan, new Set(), today, [])];
  const marks = owed.flatMap((notice) => notice.marks.map(({ key }) => key));
  const news = undeliveredOwed(plan.id, noticed.open, noticed.marks, today, managers);
  const digests = digestsOwed(plan, noticed.digests, today, calendar.occurrences, isWorkingDay);
  const known = new Set((await store.people.all()).filter(({ address }) => address).map(({ objectId }) => objectId));
  const isUnderWay = ({ state, notice }: Delivery) =>
    state.kind === "owed" || state.kind === "attempting" || (state.kind === "waiting" && notice.kind !== "digest" && known.has(notice.to));
  return {
    marks,
    missing: marks.filter((mark) => !noticed.marks.has(mark)),
    others: [...news.map(({ delivery }) => delivery.key), ...digests.map(({ digest, on }) => `the ${digest} digest of ${on}`)],
    underWay: noticed.open.filter(isUnderWay).map(({ key }) => key),
  };
}

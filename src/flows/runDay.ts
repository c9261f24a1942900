import { completionNoticesOwed } from "../domain/completionNoticesOwed.ts";
import { dateNoticesOwed } from "../domain/dateNoticesOwed.ts";
import type { Delivery, NoticedSoFar } from "../domain/delivery.ts";
import { escalationsOwed } from "../domain/escalationsOwed.ts";
import { figureNoticesOwed } from "../domain/figureNoticesOwed.ts";
import { handoverNoticesOwed } from "../domain/handoverNoticesOwed.ts";
import { isKnownNotice } from "../domain/isKnownNotice.ts";
import { isQuiet } from "../domain/isQuiet.ts";
import { instantOf, type LocalDate } from "../domain/localDate.ts";
import { noticesOwed, undeliveredOwed } from "../domain/noticesOwed.ts";
import { managersOf } from "../domain/permission.ts";
import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import { roundsOpen } from "../domain/roundsOpen.ts";
import { spentMarks } from "../domain/spentMarks.ts";
import type { Ports } from "../ports.ts";
import { postDigests } from "./postDigests.ts";
import { letOut, releaseWaiting } from "./releaseWaiting.ts";
import { settleStale } from "./settleStale.ts";
import { sideBySide } from "./sideBySide.ts";

/** The store writes those asked for side by side together. */
const postedAtOnce = 8;
/** Real time. */
const leftToPosterMs = 60_000;

/**
 * What a plan does on a day: reads its partition once, works out what is owed, and posts each notice with its marks
 * (law 2). Any replica may run it and running it twice is harmless.
 *
 * @returns how many deliveries were posted, and how many of all are on their way
 */
export async function runDay(ports: Ports, planId: PlanId, admins: readonly ObjectId[]): Promise<{ posted: number; onTheirWay: number }> {
  const read = await ports.plans.readWithNoticed(planId);
  if (!read) return { posted: 0, onTheirWay: 0 };
  const { plan, noticed } = read;
  if (noticed.finished.length > 0) await ports.notices.file(noticed.finished);
  const { timeZone, holidays, speaksAt } = plan.settings;
  const { day, time } = ports.calendar.localTime(ports.clock.now(), timeZone);
  const quiet = isQuiet(plan.settings, time);
  const spent = spentMarks(plan, noticed.markedOn, day);
  if (spent.length > 0) await ports.notices.forget(planId, spent);
  await settleStale(ports, quiet ? noticed.open.filter(({ state }) => state.kind !== "owed") : noticed.open);
  const leftAlone = await releaseKnown(ports, noticed.open);
  // In quiet hours nothing is, and the quarter of an hour in which they end is a run of its own.
  const onTheirWay = leftAlone + noticed.open.filter(({ state }) => (state.kind === "owed" && !quiet) || state.kind === "attempting").length;
  if (!ports.calendar.isWorkingDay(day, holidays)) return { posted: 0, onTheirWay };

  const notices = time < speaksAt ? { owed: 0, posted: 0 } : await postNotices(ports, plan, noticed, day, admins);
  const digests = await postDigests(ports, plan, noticed, day, time);
  const posted = notices.posted + digests;
  if (posted > 0) ports.log.info("notices posted", { plan: planId, day, posted });
  // What was not posted failed, or was there by now and may not be queued: both are looked after again.
  return { posted, onTheirWay: onTheirWay + notices.owed + digests };
}

/**
 * Whoever was to let out what waits for a person may have died between hearing of them and doing it, or between posting
 * a card's parts and letting them out, and then nobody has looked for the person yet. What was posted within the minute is left
 * to whoever did: they may be posting its other parts.
 *
 * @returns for how many people it is to be looked at again
 */
async function releaseKnown(ports: Ports, open: readonly Delivery[]): Promise<number> {
  const minuteAgo = instantOf(Date.parse(ports.clock.realNow()) - leftToPosterMs);
  const waiting = open.flatMap(({ state, notice, postedAt = "" }) =>
    state.kind === "waiting" && isKnownNotice(notice) && notice.kind !== "digest" ? [{ to: notice.to, postedAt }] : [],
  );
  let leftAlone = 0;
  for (const [objectId, theirs] of Map.groupBy(waiting, ({ to }) => to)) {
    const person = await ports.people.find(objectId);
    if (person?.awaited && !person.address) continue;
    if (theirs.some(({ postedAt }) => postedAt > minuteAgo)) leftAlone++;
    else await releaseWaiting(ports, objectId);
  }
  return leftAlone;
}

/** Each lead fails alone (law 6): one that cannot be written is left for the next run. */
async function postNotices(
  ports: Ports,
  plan: Plan,
  noticed: NoticedSoFar,
  day: LocalDate,
  admins: readonly ObjectId[],
): Promise<{ owed: number; posted: number }> {
  const isWorkingDay = (one: LocalDate) => ports.calendar.isWorkingDay(one, plan.settings.holidays);
  const managers = managersOf(plan, admins);
  const owed = [
    ...noticesOwed(plan, noticed.marks, day, isWorkingDay, managers, roundsOpen(plan, day, ports.calendar.occurrences, isWorkingDay)),
    ...dateNoticesOwed(plan, noticed.marks, day, admins),
    ...figureNoticesOwed(plan, noticed.marks, day, admins),
    ...escalationsOwed(plan, noticed, day, isWorkingDay, admins),
    ...handoverNoticesOwed(plan, noticed.marks, day, admins),
    ...completionNoticesOwed(plan, noticed.marks, day, admins),
    ...undeliveredOwed(plan.id, noticed.open, noticed.marks, day, managers),
  ];
  let posted = 0;
  const inParts = new Set<ObjectId>();
  await sideBySide(owed, postedAtOnce, async ({ delivery, marks }) => {
    const { notice, state } = delivery;
    try {
      if (!(await ports.notices.post({ ...delivery, postedAt: ports.clock.realNow() }, { plan: plan.id, marks, digests: [] }))) return;
      posted++;
      if (state.kind === "waiting" && notice.kind !== "digest") inParts.add(notice.to);
    } catch (error) {
      ports.log.error("notice not posted", error, { plan: plan.id, kind: notice.kind });
    }
  });
  for (const objectId of inParts) {
    try {
      await letOut(ports, plan.id, objectId);
    } catch (error) {
      ports.log.error("parts of a card not let out", error, { plan: plan.id });
    }
  }
  return { owed: owed.length, posted };
}

import type { Delivery } from "../domain/delivery.ts";
import { isKnownNotice } from "../domain/isKnownNotice.ts";
import { instantOf } from "../domain/localDate.ts";
import type { Ports } from "../ports.ts";
import { keyInLog } from "./keyInLog.ts";
import { sideBySide } from "./sideBySide.ts";

/** A send gives up after 8 s, so an attempt this old (real time) belongs to a process that died. */
const attemptIsDeadAfterMs = 120_000;
/** What is queued side by side goes in one message. */
const settledAtOnce = 8;

/**
 * Makes good what a process that died left behind: an owed delivery whose queue message may be lost is queued again
 * (a second message is harmless), an attempt nobody finished is unknown and never repeated by itself (law 3).
 */
export async function settleStale(ports: Pick<Ports, "notices" | "people" | "clock" | "log">, open: readonly Delivery[]): Promise<void> {
  const now = ports.clock.realNow();
  const dead = instantOf(Date.parse(now) - attemptIsDeadAfterMs);
  const known = open.filter(({ notice }) => isKnownNotice(notice));
  await sideBySide(known, settledAtOnce, async (delivery) => {
    const { state } = delivery;
    if (state.kind === "owed" && (state.notBefore ?? now) <= now) await ports.notices.queue(delivery);
    if (state.kind === "attempting" && state.attemptingSince < dead) {
      const moved = await ports.notices.move(delivery, { kind: "unknown", at: now, why: "Drumbeat stopped while it was sending" });
      // So that the next that arrives makes it good.
      if (moved && delivery.notice.kind !== "digest") await ports.people.save({ objectId: delivery.notice.to, missed: true });
      ports.log.warn("delivery unknown", { plan: delivery.plan, delivery: keyInLog(delivery.key) });
    }
  });
}

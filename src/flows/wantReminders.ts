import type { Ports } from "../ports.ts";
import { arrange } from "./arrange.ts";
import type { AtPlan } from "./atPlan.ts";

/** Turns reminders before the last one on or off, for whoever says so. The last one, and chases, always come. */
export async function wantReminders(ports: Ports, at: AtPlan, early: boolean, nonce: string): Promise<void> {
  const { objectId } = at.person;
  const onlyLast = at.plan.matters.arrangements[objectId]?.onlyLast === true;
  if (onlyLast === early) await arrange(ports, at, objectId, { kind: "early", wanted: early }, { nonce, via: "chat" });
}

import { type ArrangementChange, arrangementWith } from "../domain/arrangement.ts";
import { nextUpdateId } from "../domain/standing.ts";
import type { Ports } from "../ports.ts";
import { type AtPlan, readAgainAt } from "./atPlan.ts";

/** Turns reminders before the last one on or off, for whoever says so. The last one, and chases, always come. */
export async function wantReminders(ports: Ports, at: AtPlan, early: boolean, nonce: string): Promise<void> {
  const { objectId } = at.person;
  const before = at.plan.matters.arrangements[objectId];
  if ((before?.onlyLast === true) === !early) return;
  const change: ArrangementChange = {
    id: nextUpdateId(before?.last),
    at: ports.clock.now(),
    on: at.today,
    by: { objectId, name: at.name },
    via: "chat",
    nonce,
    person: objectId,
    change: { kind: "early", wanted: early },
  };
  const outcome = await ports.plans.append(at.plan.id, "arrangements", change, arrangementWith(before, change));
  if (outcome.kind === "behind") return wantReminders(ports, await readAgainAt(ports, at), early, nonce);
}

import { randomUUID } from "node:crypto";
import type { Measure } from "../domain/plan.ts";
import { isComplete, nextUpdateId, standingAfter } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/**
 * The board accepts a measure as completed and embedded; from then on it counts as complete.
 *
 * @throws UserError when nobody has proposed it, or its lead updated it at the same moment
 */
export async function signOff(ports: Ports, at: AtPlan, measure: Measure): Promise<void> {
  const { plan, person, name, today } = at;
  if (isComplete(measure, plan.scheme)) throw new UserError(`${measure.ref} is complete already. Type “history ${measure.ref}” to see how it got there.`);
  if (!measure.standing?.proposedComplete)
    throw new UserError(`Nobody has proposed ${measure.ref} as complete. Type “history ${measure.ref}” to see where it stands.`);
  const history = await ports.plans.history(plan.id, measure.ref);
  const last = history.at(-1)?.id;
  const row: Update = {
    id: nextUpdateId(last),
    ref: measure.ref,
    at: ports.clock.now(),
    on: today,
    by: { objectId: person.objectId, name },
    via: "chat",
    kind: "signOff",
    narrative: "",
    nonce: randomUUID(),
  };
  const standing = standingAfter(measure, [...history, row], plan.scheme);
  const outcome = standing && (await ports.plans.record(plan.id, row, standing));
  if (outcome?.kind !== "stored")
    throw new UserError(`${measure.ref} was updated at the same moment. Look at “history ${measure.ref}” and sign it off again if it still holds.`);
}

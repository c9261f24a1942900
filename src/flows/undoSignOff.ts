import type { CardAction } from "../cards/cardAction.ts";
import { standingAfter } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeSignOff } from "./composeSignOff.ts";
import { measureNamed, refuseUnlessSigner, withMeasures } from "./decideCompletion.ts";
import { entryBase } from "./entryBase.ts";

/**
 * Takes back one's own sign-off by a new row, while nothing came after it: the measure waits for its decision again.
 *
 * @throws UserError when it was somebody else's or something came after it, RefusedError for somebody who does not sign off
 */
export async function undoSignOff(ports: Ports, at: AtPlan, { ref, update, nonce }: Extract<CardAction, { verb: "undoSignOff" }>): Promise<Message> {
  refuseUnlessSigner(at);
  const measure = measureNamed(at, ref);
  const history = await ports.plans.history(at.plan.id, ref);
  const taken = history.find(({ id, kind }) => id === update && kind === "signOff");
  if (!taken || taken.by.objectId !== at.person.objectId) throw new UserError(`That is not a sign-off of yours, so ${ref} stays as it is.`);
  const row: Update = {
    ...entryBase(ports, at, taken.id, { via: "card", nonce }),
    ref,
    kind: "withdrawal",
    narrative: "",
    amends: taken.id,
  };
  const after = history.filter(({ id }) => id > taken.id);
  const standing = standingAfter(measure, after.length > 0 ? history : [...history, row], at.plan.scheme);
  // Pressed again, it says the same.
  const isUndone = after.length === 1 && after[0]?.kind === "withdrawal";
  const stored = after.length === 0 && standing && (await ports.plans.record(at.plan.id, row, standing)).kind === "stored";
  if (!isUndone && !stored)
    throw new UserError(`Something was said of ${ref} after it was signed off, so that can't be undone. Type “reopen ${ref} because …” to open it again.`);
  const outcome = { kind: "done", title: `The sign-off of ${ref} was taken back`, lines: ["It waits for a decision again. The history shows both."] } as const;
  return composeSignOff(withMeasures(at.plan, [{ ...measure, standing }]), 1, [outcome]);
}

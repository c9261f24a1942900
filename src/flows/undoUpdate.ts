import type { CardAction } from "../cards/cardAction.ts";
import { standingAfter } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { entryBase } from "./entryBase.ts";
import { measureToAnswer } from "./measureToAnswer.ts";
import { receiptFor } from "./recordUpdate.ts";

type UndoUpdate = Extract<CardAction, { verb: "undoUpdate" }>;

/**
 * Takes back an update by a new row that names it; the measure stands again where it stood before.
 *
 * @throws UserError when it was somebody else's, is gone, or somebody updated the measure at the same moment
 */
export async function undoUpdate(ports: Ports, at: AtPlan, press: UndoUpdate): Promise<Message> {
  const measure = measureToAnswer(at, press.ref);
  const history = await ports.plans.history(at.plan.id, measure.ref);
  const taken = history.find((update) => update.id === press.update && update.kind === "report");
  if (!taken || taken.by.objectId !== at.person.objectId) throw new UserError(`That is not an update of yours on ${measure.ref}, so it stays as it is.`);

  const withdrawal: Update = {
    ...entryBase(ports, at, history.at(-1)?.id, { via: "card", nonce: press.nonce }),
    ref: measure.ref,
    by: taken.by,
    kind: "withdrawal",
    narrative: "",
    amends: taken.id,
  };
  const already = history.some((update) => update.kind === "withdrawal" && update.amends === taken.id);
  const standing = standingAfter(measure, already ? history : [...history, withdrawal], at.plan.scheme);
  if (!already && standing) {
    const outcome = await ports.plans.record(at.plan.id, withdrawal, standing);
    if (outcome.kind === "behind") throw new UserError(`${measure.ref} was updated at the same moment. Type “history ${measure.ref}” and try again.`);
  }
  return receiptFor(at, { ...measure, standing }, taken, press.list, true);
}

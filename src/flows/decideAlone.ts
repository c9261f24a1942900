import type { CardAction } from "../cards/cardAction.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { pageOf } from "./composeSignOff.ts";
import { openDateDecision } from "./decideDate.ts";
import { reachPerson } from "./reachPerson.ts";
import { showSignOff } from "./signOff.ts";

/**
 * Sends a decision to whoever pressed it where others read, one to one.
 *
 * @throws UserError when it is not theirs to decide, or there is no way to them
 */
export async function decideAlone(ports: Ports, at: AtPlan, { ref, request }: Extract<CardAction, { verb: "decideAlone" }>): Promise<Message> {
  const decision = request ? await openDateDecision(ports, at, { ref, request }) : showSignOff(at, pageOf(at.plan, ref));
  const way = await reachPerson(ports, at.person.objectId);
  const sent = way && way !== "notSaid" && (await ports.messenger.send(way.address, decision)).kind === "sent";
  if (!sent) throw new UserError("I could not write to you one to one. Open me there and type “agenda”.");
  return { text: "I sent it to you one to one.", alert: "Drumbeat" };
}

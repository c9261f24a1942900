import { randomUUID } from "node:crypto";
import { cardButton } from "../cards/cardButton.ts";
import { excerpt } from "../cards/cutAtWord.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { ownUpdates } from "./ownUpdates.ts";

/** Of several said together, which is meant is asked. */
const mostShown = 3;

/**
 * The last updates somebody made that still stand, each with what takes it back: nothing is taken back before they press.
 *
 * @param updates - their own, the newest first
 * @throws UserError when there is none
 */
export function composeUndo(at: AtPlan, updates: readonly Update[] = ownUpdates(at)): Message {
  const { plan } = at;
  const own = updates.slice(0, mostShown);
  if (own.length === 0)
    throw new UserError("No update of yours stands that could be taken back. “mine” lists your measures, “history” and a reference what was said of one.");
  const buttons = own.flatMap(({ ref, id }) => [
    cardButton(`Take back ${ref}`, { verb: "undoUpdate", plan: plan.id, ref, nonce: randomUUID(), update: id }),
    cardButton(`Change ${ref}`, { verb: "openForm", plan: plan.id, ref, amends: id }),
  ]);
  const heading = own.length === 1 ? "Take back your last update?" : "Which update shall be taken back?";
  const lines = own.map(({ ref, rating, narrative }) => [ref, ...(rating ? [rating] : []), ...(narrative ? [`“${excerpt(narrative, 120)}”`] : [])].join(", "));
  const card = replyCard({ planTitle: plan.title, heading, lines: [...lines, "What it said before comes into force again; the history keeps both."], buttons });
  return { card, alert: heading };
}

import { type Deed, may } from "../domain/permission.ts";
import { RefusedError } from "../domain/userError.ts";
import { type AtPlan, speaksInChannelOf } from "../flows/atPlan.ts";
import { signOffRefusal } from "../flows/composeSignOff.ts";
import type { Asker } from "../ports.ts";

/** What somebody is told whose deed it is not. */
export const refusals: Readonly<Record<Deed, string>> = {
  read: "I can't show you that plan here.",
  answer: "That is for the plan's leads. Type “help” for what you can ask.",
  answerForOthers: "That is for the plan's programme manager.",
  signOff: "Signing measures off is for the plan's board.",
  oversee: "That is for those who sign measures off, and the plan's programme manager.",
  decideDates: "Dates are decided by the chair, or whom the plan names for it.",
  confide: "Only the programme manager, chair or vice chair can mark an item confidential.",
  manage: "That is for the plan's programme manager. Type “help” for what you can ask.",
};

/** In the plan's own channel everybody may read. @throws RefusedError where the deed is not theirs */
export function requireDeed({ plan, person }: AtPlan, asker: Asker, deed: Deed): void {
  if (may(person, deed) || (deed === "read" && speaksInChannelOf(plan, asker))) return;
  const isOfBoard = deed === "signOff" || deed === "oversee";
  throw new RefusedError(isOfBoard ? `${refusals[deed]} ${signOffRefusal(plan)}` : refusals[deed]);
}

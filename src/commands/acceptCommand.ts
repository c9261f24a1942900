import { completionWaiting, dateWaiting } from "../domain/decisionsWaiting.ts";
import type { Measure } from "../domain/measure.ts";
import type { Plan } from "../domain/plan.ts";
import { typedRef } from "../domain/typedRef.ts";
import type { AtPlan } from "../flows/atPlan.ts";
import { composeAgenda } from "../flows/composeAgenda.ts";
import { type DecisionTyped, openDecision } from "../flows/openDecision.ts";
import type { Message } from "../ports.ts";
import type { Call, PlanCommand } from "./command.ts";
import { findMeasure, measuresNamed } from "./findMeasure.ts";
import { withReason } from "./withReason.ts";

const dateOf =
  "(?:(?:the|this|that) )?(?:request for )?(?:(?:a|the) )?(?:(?:new|later|revised|due) )*(?:dates?|extension|request|date change)(?: asked)? (?:for|of|on) ";
const ofDate = new RegExp(`^${dateOf}`, "i");
/** A count with what is counted is no reference: `accept 3 schools onto the programme`. */
const countOf = "\\d+ (?!(?:because|as|since|until|till)\\b)[a-z]";
const decided = new RegExp(
  `^(?:${dateOf})?(?:(?:measure|action) )?(?!${countOf})${typedRef}(?! (?:has|have|is|was|are|were|will|needs?|should)\\b)(?:[\\s,:;].*)?$`,
  "i",
);
const untilDay = /^(?:but )?(?:only )?(?:until|till|to|by) (.+?)(?:[\s,;:]+(?:because|as|since)\b[\s,:]*(.*))?$/i;
const courtesy = /(?:[\s,]+(?:instead|please|pls|thanks|thank you))+$/i;

/** To read is enough: whoever may not decide is told who does. */
const decision = { where: ["personal"], deed: "read", takes: decided, unlisted: true, forManagers: true } as const;

/** Shows a request to whoever decides on it, filled with what they typed; the press decides. */
export const acceptCommand: PlanCommand = {
  name: "accept",
  aliases: ["approve", "i accept", "i approve", "yes accept", "yes approve"],
  usage: "accept REF [until DAY]",
  does: "For whoever decides on new dates: shows the one that waits, to be accepted",
  ...decision,
  run: (call, at) => show(call, at, "accept"),
};

export const refuseCommand: PlanCommand = {
  name: "refuse",
  aliases: ["reject", "decline", "i refuse", "i reject", "i decline"],
  usage: "refuse REF because WHY",
  does: "For whoever decides on new dates: shows the one that waits, to be refused",
  ...decision,
  run: (call, at) => show(call, at, "refuse"),
};

async function show({ ports, rest }: Call, at: AtPlan, how: DecisionTyped["how"]): Promise<Message> {
  if (rest === "") return composeAgenda(ports, at, at.person);
  const { named, reason } = withReason(rest.replace(ofDate, "").replace(courtesy, ""));
  const [, until = "", why = ""] = how === "accept" ? (untilDay.exec(reason) ?? []) : [];
  return openDecision(at, measureMeant(at.plan, named), { how, ofDate: ofDate.test(rest), until, comment: until ? why : reason });
}

/** Of an action with several measures the one of which something waits. @throws UserError when the words mean several */
function measureMeant(plan: Plan, named: string): Measure {
  const [waits, ...others] = measuresNamed(plan, named).filter((one) => dateWaiting(one, plan.scheme) ?? completionWaiting(one));
  return waits && others.length === 0 ? waits : findMeasure(plan, named);
}

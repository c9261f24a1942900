import type { AtPlan } from "../flows/atPlan.ts";
import { composeConfidential, setConfidential } from "../flows/setConfidential.ts";
import type { Call, PlanCommand } from "./command.ts";
import { findMeasure } from "./findMeasure.ts";
import { nonceOfMessage } from "./nonceOfMessage.ts";
import { whatFollows } from "./whatFollows.ts";
import { withReason } from "./withReason.ts";

/** `confidential` lists what is; `confidential 2.1 because the family would be known` marks a measure. */
export const confidentialCommand: PlanCommand = {
  name: "confidential",
  usage: "confidential [REF because …]",
  does: "Keep an item out of the channel and open documents",
  where: ["personal"],
  deed: "confide",
  unlisted: true,
  takes: whatFollows.measureFirst,
  run: (call, at) => (call.rest === "" ? Promise.resolve(composeConfidential(at)) : change(call, at, false)),
};

/** Opens one again. */
export const notConfidentialCommand: PlanCommand = {
  name: "not confidential",
  usage: "not confidential REF because …",
  does: "Let an item be told openly again",
  where: ["personal"],
  deed: "confide",
  unlisted: true,
  takes: whatFollows.measureFirst,
  run: (call, at) => change(call, at, true),
};

async function change(call: Call, at: AtPlan, open: boolean) {
  const { named, reason } = withReason(call.rest);
  const { ref } = findMeasure(at.plan, named);
  return setConfidential(call.ports, at, { ref, nonce: nonceOfMessage(call), basis: at.plan.matters.confidential[ref]?.last, open, reason });
}

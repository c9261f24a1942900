import type { Measure } from "../domain/measure.ts";
import { mayAnswer } from "../domain/permission.ts";
import { isComplete } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { AtPlan } from "./atPlan.ts";

/**
 * The measure, when this person may report on it.
 *
 * @throws UserError saying who leads it, or that it takes no updates any more
 */
export function measureToAnswer({ plan, person }: AtPlan, ref: string): Measure {
  const measure = plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${plan.title} any more. Type “mine” for the measures you lead now.`);
  if (!mayAnswer(person, measure)) {
    const leads = measure.leads.join(" and ") || "nobody yet";
    throw new UserError(`${ref} is led by ${leads}, so I can't take an update on it from you. Your programme manager can change who leads it.`);
  }
  if (isComplete(measure, plan.scheme))
    throw new UserError(`${ref} is complete and signed off, so it takes no more updates. Type “history ${ref}” to see how it got there.`);
  return measure;
}

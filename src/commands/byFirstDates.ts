import { withOriginalDates } from "../domain/originalDue.ts";
import type { Plan } from "../domain/plan.ts";

const asked = /^(?:by |against )?(?:the )?original(?: dates?)?\b\s*/i;

/** Takes `original` from the front of what was typed: then the plan is judged by the dates it began with. */
export function byFirstDates(plan: Plan, rest: string): { readonly plan: Plan; readonly rest: string; readonly original: boolean } {
  return asked.test(rest) ? { plan: withOriginalDates(plan), rest: rest.replace(asked, ""), original: true } : { plan, rest, original: false };
}

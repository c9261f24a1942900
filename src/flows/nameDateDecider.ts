import { dateDeciderOf } from "../domain/permission.ts";
import type { DateDecider, Plan } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";
import { deciderInWords } from "./composeDateForm.ts";

/** Names the role that decides on new dates. @returns who decides now, and where nobody holds that role who does meanwhile, as sentences */
export async function nameDateDecider(ports: Pick<Ports, "plans">, plan: Plan, decider: DateDecider): Promise<string> {
  const settings = { ...plan.settings, datesDecidedBy: decider };
  await ports.plans.saveSettings(plan.id, settings);
  const without = plan.areas.filter(({ ref }) => dateDeciderOf({ ...plan, settings }, { area: ref }) !== decider).map(({ ref }) => ref);
  const meanwhile =
    without.length === 0 ? "" : ` Nobody holds that role for ${without.join(", ")}, so the programme manager decides there until somebody does.`;
  return `New dates in ${plan.title} are decided by ${deciderInWords(decider)}.${meanwhile}`;
}

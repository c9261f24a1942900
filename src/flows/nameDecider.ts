import { dateDeciderOf, signOffDecidersOf } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import type { PlanSettings } from "../domain/planSettings.ts";
import type { Ports } from "../ports.ts";
import { deciderInWords } from "./composeDateForm.ts";

type Named = Required<Pick<PlanSettings, "datesDecidedBy">> | Required<Pick<PlanSettings, "signedOffBy">>;

/** Names who decides. @returns who that is now, and what happens while nobody holds that role, as sentences */
export async function nameDecider(ports: Pick<Ports, "plans">, plan: Plan, named: Named): Promise<string> {
  const now = { ...plan, settings: await ports.plans.saveSettings(plan.id, (settings) => ({ ...settings, ...named })) };
  return "signedOffBy" in named ? signersInWords(now, named.signedOffBy) : dateDecidersInWords(now, named.datesDecidedBy);
}

function signersInWords(plan: Plan, decider: Required<PlanSettings>["signedOffBy"]): string {
  const nobody = decider !== "manager" && signOffDecidersOf(plan, []).length === 0;
  const yet = nobody ? " Nobody holds that role yet, and nobody stands in: give it with “role”." : "";
  return `Measures of ${plan.title} are signed off as complete by ${deciderInWords(decider)}.${yet}`;
}

function dateDecidersInWords(plan: Plan, decider: Required<PlanSettings>["datesDecidedBy"]): string {
  const without = plan.areas.filter(({ ref }) => dateDeciderOf(plan, { area: ref }) !== decider).map(({ ref }) => ref);
  const meanwhile =
    without.length === 0 ? "" : ` Nobody holds that role for ${without.join(", ")}, so the programme manager decides there until somebody does.`;
  return `New dates in ${plan.title} are decided by ${deciderInWords(decider)}.${meanwhile}`;
}

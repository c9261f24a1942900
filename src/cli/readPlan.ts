import type { LocalDate } from "../domain/localDate.ts";
import { parseLocalDate } from "../domain/localDate.ts";
import type { Plan } from "../domain/plan.ts";
import { planAsOf } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";

export type CliPorts = Omit<Ports, "messenger">;

/** @throws UserError naming the plans there are */
export async function readPlan(ports: CliPorts, id: string): Promise<Plan> {
  const plan = await ports.plans.read(id);
  if (plan) return plan;
  const ids = (await ports.plans.list()).map((entry) => entry.id);
  throw new UserError(
    `There is no plan “${id}”. ${ids.length > 0 ? `There is ${ids.join(", ")}.` : "Import one first: npm run drumbeat -- import FILE --plan ID"}`,
  );
}

/** The only plan there is, when none was named. @throws UserError when there are several, or none */
export async function onlyPlan(ports: CliPorts, id: string | undefined): Promise<Plan> {
  if (id !== undefined) return readPlan(ports, id);
  const [entry, ...others] = await ports.plans.list();
  if (!entry) throw new UserError("There is no plan yet. Import one first: npm run drumbeat -- import FILE --plan ID");
  if (others.length > 0) throw new UserError(`Say which plan: ${[entry, ...others].map(({ id: one }) => `--plan ${one}`).join(" or ")}.`);
  return readPlan(ports, entry.id);
}

/** The plan as it stood at the end of a day (the plan's own today when none is given). @throws UserError for no day */
export async function readPlanAsOf(ports: CliPorts, id: string, asOf: string | undefined): Promise<{ plan: Plan; day: LocalDate }> {
  const plan = await readPlan(ports, id);
  const today = ports.calendar.localTime(ports.clock.now(), plan.settings.timeZone).day;
  const day = asOf === undefined ? today : readDay(asOf);
  if (day >= today) return { plan, day };
  return { plan: planAsOf(plan, await ports.plans.wholeHistory(id), day), day };
}

/** @throws UserError */
export function readDay(words: string): LocalDate {
  const day = parseLocalDate(words);
  if (!day) throw new UserError(`“${words}” is no day. Write it as 2022-11-21.`);
  return day;
}

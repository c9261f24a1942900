import { areaSummaryCard } from "../cards/areaSummaryCard.ts";
import type { Area, Plan } from "../domain/plan.ts";
import { timesAsked } from "../domain/silence.ts";
import { silentLeads } from "../domain/silentLeads.ts";
import { summarise } from "../domain/summary.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { changedInWords } from "./composeDigest.ts";
import { lookBackToDigest } from "./lookBack.ts";

/**
 * Where one area stands, what changed in it since the last digest, and who has not answered.
 *
 * @param plan - by the dates in force or, with `original`, by those it began with
 */
export async function composeAreaSummary(
  ports: Pick<Ports, "plans">,
  { plan, today, original }: Pick<AtPlan, "today"> & { plan: Plan; original: boolean },
  { ref }: Area,
): Promise<Message> {
  const summary = summarise(plan, today);
  const area = summary.areas.find((one) => one.ref === ref);
  if (!area) throw new Error(`area ${ref} has no summary`);
  // Against the dates of the last digest those the plan began with would all have moved.
  const [before, read] = await Promise.all([original ? undefined : lookBackToDigest(ports, plan), ports.plans.readWithNoticed(plan.id)]);
  const changed = before && changedInWords({ ...before, changes: before.changes.filter((change) => change.area === ref) }, plan);
  // Whoever was asked today has not left it yet.
  const markedOn = [...(read?.noticed.markedOn ?? [])].filter(([, on]) => on < today);
  const silent = silentLeads(plan, timesAsked(new Map(markedOn)), read?.noticed.open ?? [], ref);
  return { card: areaSummaryCard({ summary, area, scheme: plan.scheme, original, silent, ...(changed && { changed }) }), alert: `Summary of ${ref}` };
}

import type { EntryOf } from "../domain/matters.ts";
import type { PlanId } from "../domain/plan.ts";
import type { Update } from "../domain/update.ts";
import type { Ports } from "../ports.ts";

/** Of whose subjects are measures. */
type MeasureMatter = "dates" | "claims" | "assignments" | "confidential";

/** All rows about one measure, of each kind oldest first. What was decided of monitoring it is read with the plan. */
export type SaidOfMeasure = { readonly [M in MeasureMatter]: readonly EntryOf<M>[] } & { readonly updates: readonly Update[] };

export async function saidOfMeasure({ plans }: Pick<Ports, "plans">, plan: PlanId, ref: string): Promise<SaidOfMeasure> {
  const [updates, dates, claims, assignments, confidential] = await Promise.all([
    plans.history(plan, ref),
    plans.entries(plan, "dates", ref),
    plans.entries(plan, "claims", ref),
    plans.entries(plan, "assignments", ref),
    plans.entries(plan, "confidential", ref),
  ]);
  return { updates, dates, claims, assignments, confidential };
}

/** Of every measure at once, in two reads. */
export async function saidOfEvery({ plans }: Pick<Ports, "plans">, plan: PlanId): Promise<(ref: string) => SaidOfMeasure> {
  const [updates, matters] = await Promise.all([plans.wholeHistory(plan), plans.allEntries(plan)]);
  const all = {
    updates: byRef(updates),
    dates: byRef(matters.dates),
    claims: byRef(matters.claims),
    assignments: byRef(matters.assignments),
    confidential: byRef(matters.confidential),
  };
  return (ref) => ({
    updates: all.updates(ref),
    dates: all.dates(ref),
    claims: all.claims(ref),
    assignments: all.assignments(ref),
    confidential: all.confidential(ref),
  });
}

function byRef<T extends { readonly ref: string }>(rows: readonly T[] = []): (ref: string) => readonly T[] {
  const grouped = Map.groupBy(rows, ({ ref }) => ref);
  return (ref) => grouped.get(ref) ?? [];
}

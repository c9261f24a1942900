import type { EntryOf } from "../domain/matters.ts";
import type { Plan } from "../domain/plan.ts";
import { risksOf } from "../domain/risk.ts";
import type { Update } from "../domain/update.ts";
import type { Ports } from "../ports.ts";

/** Of whose subjects are measures. */

type MeasureMatter = "dates" | "figures" | "claims" | "assignments" | "confidential";

/** All rows about one measure, of each kind oldest first. What was decided of monitoring it is read with the plan. */
export type SaidOfMeasure = { readonly [M in MeasureMatter | "risks"]: readonly EntryOf<M>[] } & { readonly updates: readonly Update[] };

export async function saidOfMeasure({ plans }: Pick<Ports, "plans">, plan: Plan, ref: string): Promise<SaidOfMeasure> {
  const [updates, dates, figures, claims, assignments, confidential, risks] = await Promise.all([
    plans.history(plan.id, ref),
    plans.entries(plan.id, "dates", ref),
    plans.entries(plan.id, "figures", ref),
    plans.entries(plan.id, "claims", ref),
    plans.entries(plan.id, "assignments", ref),
    plans.entries(plan.id, "confidential", ref),
    Promise.all(risksOf(plan).flatMap((risk) => (risk.ref === ref ? plans.entries(plan.id, "risks", risk.risk) : []))),
  ]);
  return { updates, dates, figures, claims, assignments, confidential, risks: risks.flat() };
}

/** Of every measure at once, in two reads. */
export async function saidOfEvery({ plans }: Pick<Ports, "plans">, plan: Plan): Promise<(ref: string) => SaidOfMeasure> {
  const [updates, matters] = await Promise.all([plans.wholeHistory(plan.id), plans.allEntries(plan.id)]);
  const refOfRisk = new Map(risksOf(plan).map(({ risk, ref }) => [risk, ref]));
  const all = {
    updates: byRef(updates),
    dates: byRef(matters.dates),
    figures: byRef(matters.figures),
    claims: byRef(matters.claims),
    assignments: byRef(matters.assignments),
    confidential: byRef(matters.confidential),
    risks: Map.groupBy(matters.risks ?? [], ({ risk }) => refOfRisk.get(risk)),
  };
  return (ref) => ({
    updates: all.updates(ref),
    dates: all.dates(ref),
    figures: all.figures(ref),
    claims: all.claims(ref),
    assignments: all.assignments(ref),
    confidential: all.confidential(ref),
    risks: all.risks.get(ref) ?? [],
  });
}

function byRef<T extends { readonly ref: string }>(rows: readonly T[] = []): (ref: string) => readonly T[] {
  const grouped = Map.groupBy(rows, ({ ref }) => ref);
  return (ref) => grouped.get(ref) ?? [];
}

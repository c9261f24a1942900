import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { isComplete, ratingOf, reportedOn } from "./standing.ts";

type Measures = Pick<Plan, "measures" | "scheme" | "importedAsOf">;

/** By the ref of a measure, and by that of an action all of its measures. */
const indexes = new WeakMap<object, ReadonlyMap<string, readonly Measure[]>>();

/**
 * What a measure waits for and what is not complete: until then it is not asked about. Complete means signed off; a
 * completion that is only proposed may be sent back.
 *
 * A reference the plan does not have (any more) is waited for by nobody, and so is a measure that waits for this one in its
 * turn: two that wait for each other would never be asked about again.
 *
 * @returns refs as the plan names them, of measures or of actions; empty where it may start
 */
export function stillAwaited(plan: Measures, measure: Measure): readonly string[] {
  if (!measure.waitsFor?.length) return [];
  return awaitedRefs(plan, measure).filter((ref) => measuresUnder(plan, ref).some((one) => !isComplete(one, plan.scheme) && !one.released));
}

/**
 * Tells that a measure can start, since the last it waited for was completed. Of what was complete when a file brought it
 * its lead knows, unless the measure itself still stands as waiting or is not rated.
 *
 * @returns what it waited for and the day the last of it was reported complete; undefined where it waits, or never did
 */
export function canStart(plan: Measures, measure: Measure): { readonly on: LocalDate; readonly refs: readonly string[] } | undefined {
  if (!measure.waitsFor?.length) return undefined;
  const refs = awaitedRefs(plan, measure);
  if (refs.length === 0 || stillAwaited(plan, measure).length > 0) return undefined;
  const awaited = refs.flatMap((ref) => measuresUnder(plan, ref));
  const kind = ratingOf(measure, plan.scheme)?.kind;
  const isNews = awaited.some(({ standing }) => standing) || kind === undefined || kind === "waiting" || kind === "notDue";
  const on = awaited
    .flatMap((one) => reportedOn(one, plan) ?? [])
    .toSorted()
    .at(-1);
  return isNews ? { on: on ?? plan.importedAsOf, refs } : undefined;
}

function awaitedRefs(plan: Measures, measure: Measure): readonly string[] {
  return [...new Set(measure.waitsFor)].filter((ref) => {
    const under = measuresUnder(plan, ref);
    return under.length > 0 && !under.some((one) => reaches(plan, one, measure.ref, new Set()));
  });
}

/** Whether a measure is, or waits for, however indirectly, another. */
function reaches(plan: Measures, from: Measure, ref: string, seen: Set<string>): boolean {
  if (from.ref === ref) return true;
  if (seen.has(from.ref)) return false;
  seen.add(from.ref);
  return (from.waitsFor ?? []).some((next) => measuresUnder(plan, next).some((one) => reaches(plan, one, ref, seen)));
}

function measuresUnder({ measures }: Measures, ref: string): readonly Measure[] {
  const index = indexes.get(measures) ?? indexOf(measures);
  indexes.set(measures, index);
  return index.get(ref) ?? [];
}

function indexOf(measures: readonly Measure[]): ReadonlyMap<string, readonly Measure[]> {
  const index = new Map<string, Measure[]>();
  for (const measure of measures) {
    for (const key of new Set([measure.ref, measure.action ?? measure.ref])) index.set(key, [...(index.get(key) ?? []), measure]);
  }
  return index;
}

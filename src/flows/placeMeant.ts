import { areaMeant } from "../domain/areaMeant.ts";
import type { Measure } from "../domain/measure.ts";
import type { Area, Plan } from "../domain/plan.ts";
import { foldRef } from "../domain/ref.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";

/** A part of a plan, as somebody named it. */
export interface Place {
  /** As people know it. */
  readonly about: string;
  /** Withdrawn ones too. */
  readonly measures: readonly Measure[];
  /** Where it is an area. */
  readonly area?: Area;
}

/** The measure, section, action or area a reference means, the first of these there is: `1.1.1-1`, `2.1`, `area 2`, `2`. */
export function placeMeant(plan: Plan, typed: string): Place | undefined {
  const all = everMeasuresOf(plan);
  const wanted = foldRef(typed);
  const exact = all.filter(({ ref }) => foldRef(ref) === wanted);
  if (exact.length > 0) return { about: typed, measures: exact };

  const area = areaMeant(plan, typed);
  if (area) return { about: `${area.ref}, ${area.title}`, measures: all.filter((measure) => measure.area === area.ref), area };

  const sections = new Set(plan.actions.filter(({ section }) => section !== undefined && foldRef(section) === wanted).map(({ ref }) => ref));
  const within = all.filter(({ action }) => action !== undefined && sections.has(action));
  if (within.length > 0) return { about: typed, measures: within };

  const under = /\d/.test(wanted) ? all.filter(({ ref, action = ref }) => [ref, action].some((one) => isUnder(foldRef(one), wanted))) : [];
  return under.length > 0 ? { about: typed, measures: under } : undefined;
}

/** `2.1.1-1` is under `2.1` and `2.1.1`, and not under `2.11`. */
function isUnder(ref: string, wanted: string): boolean {
  return ref === wanted || (ref.startsWith(wanted) && /^[.-]/.test(ref.slice(wanted.length)));
}

import type { Measure } from "../domain/measure.ts";
import type { Plan } from "../domain/plan.ts";
import { foldRef } from "../domain/ref.ts";
import { UserError } from "../domain/userError.ts";
import { everMeasuresOf } from "../domain/withdrawn.ts";

/**
 * The measures a typed reference means: one by its own ref (`1.1.1-2`, any spacing, after “measure” if you like), or all of an action's (`1.1.1`).
 *
 * @throws UserError with the nearest refs there are
 */
export function findMeasures(plan: Plan, typed: string): readonly [Measure, ...Measure[]] {
  const wanted = foldRef(typed);
  if (!wanted) throw new UserError("Say which measure, by its reference, such as “1.1.1-1”. Type “mine” for yours.");
  const [first, ...others] = measuresNamed(plan, typed);
  if (first) return [first, ...others];
  const near = plan.measures.filter((measure) => foldRef(measure.ref).startsWith(wanted.slice(0, 3))).slice(0, 6);
  const hint = near.length > 0 ? `Near it are ${near.map((measure) => measure.ref).join(", ")}.` : "Type “mine” for the measures you lead.";
  throw new UserError(`${plan.title} has no measure “${typed.trim()}”. ${hint}`);
}

/** As `findMeasures`, and none where there are none. */
export function measuresNamed({ measures }: Pick<Plan, "measures">, typed: string): readonly Measure[] {
  const found = calledSo(measures, typed);
  return found.length > 0 ? found : calledSo(measures, typed.trim().replace(/^(?:measure|action)\s+/i, ""));
}

function calledSo(measures: readonly Measure[], typed: string): readonly Measure[] {
  const wanted = foldRef(typed);
  const exact = measures.find((measure) => foldRef(measure.ref) === wanted);
  return exact ? [exact] : measures.filter(({ action }) => action !== undefined && foldRef(action) === wanted);
}

/** @throws UserError when the words mean several */
export function findMeasure(plan: Plan, typed: string): Measure {
  const [measure, ...others] = findMeasures(plan, typed);
  if (others.length > 0)
    throw new UserError(`${typed.trim()} has ${others.length + 1} measures: ${[measure, ...others].map((one) => one.ref).join(", ")}. Say which.`);
  return measure;
}

/** As `findMeasure`, and among what was withdrawn too: its history stays. @throws UserError as `findMeasure` does */
export function findMeasureEver(plan: Plan, typed: string): Measure {
  return findMeasure({ ...plan, measures: everMeasuresOf(plan) }, typed);
}

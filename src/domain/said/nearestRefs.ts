import { slipsBetween } from "../slipsBetween.ts";

/** Refs in the order in which somebody may have meant them who mistyped one: those of the same action first, then the fewest slips. */
export function nearestRefs(asTyped: string, refs: readonly string[]): readonly string[] {
  const typed = stepsOf(asTyped);
  const ranked = refs.map((ref) => {
    const steps = stepsOf(ref);
    return { ref, shared: sharedSteps(steps, typed), slips: slipsBetween(steps.join("."), typed.join(".")) };
  });
  return ranked.sort((a, b) => b.shared - a.shared || a.slips - b.slips).map(({ ref }) => ref);
}

function stepsOf(ref: string): readonly string[] {
  return ref.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

function sharedSteps(steps: readonly string[], typed: readonly string[]): number {
  const differs = steps.findIndex((step, n) => step !== typed[n]);
  return differs < 0 ? steps.length : differs;
}

import { type DuePhrase, datesOf, type Milestone } from "./duePhrase.ts";

/** One date that takes another's place; without `from` where the phrase before had none for it. */
export interface DateShift {
  readonly from?: Milestone;
  readonly to: Milestone;
}

/**
 * Which dates differ between two phrases. Of phrases with as many dates those that both have are left out and the others are
 * compared in their order, so that a step moved among others, or past one, is told by itself; else the last dates alone, by
 * which the whole is due.
 *
 * @returns empty where the phrase after has no date, or the same ones
 */
export function dateShifts(before: DuePhrase, after: DuePhrase): DateShift[] {
  const [old, now] = [datesOf(before), datesOf(after)];
  if (old.length !== now.length) return shiftsOf(old.slice(-1), now.slice(-1));
  return shiftsOf(without(old, now), without(now, old));
}

function shiftsOf(old: readonly Milestone[], now: readonly Milestone[]): DateShift[] {
  return now.map((to, at) => ({ to, ...(old[at] && { from: old[at] }) })).filter(({ from, to }) => from?.on !== to.on);
}

function without(steps: readonly Milestone[], others: readonly Milestone[]): Milestone[] {
  return steps.filter((step) => !others.some(({ on, label, target }) => on === step.on && label === step.label && target === step.target));
}

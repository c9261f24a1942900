import { isConfidential } from "./confidential.ts";
import type { Entry } from "./entry.ts";
import type { Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { narrativeOf } from "./standing.ts";

/** A programme manager read a narrative for anything that identifies a child, and decided whether the public may read it. */
export interface LookOver extends Entry {
  readonly ref: string;
  readonly kind: "mayGoOut" | "leaveOut";
  /** The update it came with; absent for what the file said. */
  readonly update?: string;
  /** As it was read: a file may say something else without an update. */
  readonly narrative: string;
  /** What goes out in its place. */
  readonly instead?: string;
}

export interface LookedOver {
  readonly last: string;
  /** Only the last one counts. */
  readonly decided: LookOver;
}

/** @param history - every row of one measure, oldest first @returns undefined when there is none */
export function lookedOverAfter(history: readonly LookOver[]): LookedOver | undefined {
  const decided = history.at(-1);
  return decided && { last: decided.id, decided };
}

/** Measures of which something is told in words. What is confidential never goes out, so nobody need look it over. */
export function toLookOver(plan: Plan): Measure[] {
  return plan.measures.filter((measure) => narrativeOf(measure).trim() !== "" && !measure.hidden && !isConfidential(plan, measure));
}

/** What was decided of the narrative that stands; undefined where nobody has read that one yet. */
export function lookedOver({ matters }: Pick<Plan, "matters">, measure: Measure): LookOver | undefined {
  const decided = matters.lookedOver[measure.ref]?.decided;
  const isOfThis = decided?.update === measure.standing?.latest?.id && decided?.narrative === narrativeOf(measure);
  return isOfThis ? decided : undefined;
}

/** What the public may read of a measure: its narrative, or the words in its place; undefined where nobody said that it may go out. */
export function publicWords(plan: Plan, measure: Measure): string | undefined {
  const decided = isConfidential(plan, measure) ? undefined : lookedOver(plan, measure);
  return decided?.kind === "mayGoOut" ? (decided.instead ?? decided.narrative) : undefined;
}

import { inUnitOf, isChange, readQuantity } from "./challenge/quantity.ts";
import { datesOf } from "./duePhrase.ts";
import { targetInWords } from "./figure.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";

/** One target of a measure, as written, and the day by which it is wanted; without one for a measure that has no date. */
export interface TargetStep {
  readonly on?: LocalDate;
  readonly target: string;
}

export type WithTargets = Pick<Measure, "due" | "words" | "figures" | "trajectory">;

/** Every target in force, by date; the last date of a measure stands for its target as a whole, which may stand in its words alone. */
export function trajectoryOf({ due, words, figures, trajectory = [] }: WithTargets): TargetStep[] {
  const steps = datesOf(due).filter(({ label = "" }) => !isBaseline(label));
  const ofAll = figures?.target ?? targetSaid({ words, figures });
  if (steps.length + trajectory.length === 0) return ofAll === undefined ? [] : [{ target: ofAll }];
  const named = steps.map((step) => ({ on: step.on, target: step.target ?? (step === steps.at(-1) ? ofAll : undefined) }));
  return [...named, ...trajectory.map(({ on, target }) => ({ on, target }))]
    .flatMap(({ on, target }) => (target === undefined ? [] : [{ on, target }]))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** In the measure's words, unless it counts something else than its figures do: of `% of plans done in 20 weeks` the weeks are no target. */
function targetSaid({ words, figures }: Pick<Measure, "words" | "figures">): string | undefined {
  const target = isChange(words) ? undefined : targetInWords(words);
  const [wanted, known] = [target, figures?.baseline ?? figures?.latest].map((one) => readQuantity(one ?? ""));
  return wanted && known && inUnitOf(known, wanted) === undefined ? undefined : target;
}

/**
 * The target a figure is asked against: the next one ahead, else the last, else the first number in the measure's words.
 *
 * @returns undefined when the measure has none; then no figure is asked for
 */
export function targetOf(measure: WithTargets, today: LocalDate): string | undefined {
  const steps = trajectoryOf(measure);
  const wanted = steps.find(({ on }) => on !== undefined && on >= today) ?? steps.at(-1);
  return wanted?.target ?? measure.figures?.target ?? targetInWords(measure.words);
}

/** What it began with, as written: `242 weeks`. */
export function baselineOf({ due, words, figures }: WithTargets): string | undefined {
  const atFirst = datesOf(due).find(({ label = "" }) => isBaseline(label))?.target;
  return figures?.baseline ?? atFirst ?? baselinePattern.exec(words)?.[1];
}

const baselinePattern = /\b(?:was|were|from|baseline(?: of| is|:)?)\s+((?:£\s?)?\d[^\s,;)]*(?:\s?(?:%|weeks?|days?|months?|hours?))?)/i;

function isBaseline(label: string): boolean {
  return /baseline/i.test(label);
}

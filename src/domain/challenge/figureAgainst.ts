import { inWords, type LocalDate } from "../localDate.ts";
import type { Figure } from "../measure.ts";
import { baselineOf, type TargetStep, trajectoryOf, type WithTargets } from "../trajectory.ts";
import { amountInWords, inUnitOf, isChange, onlyQuantity, type Quantity, readQuantity } from "./quantity.ts";

/** How far a figure is from its target. */
export interface Against {
  /** As the plan writes it: `177 weeks`. */
  readonly target: string;
  /** The date it is wanted by; absent for a measure without one. */
  readonly on?: LocalDate;
  /** That date has gone by. */
  readonly isDue: boolean;
  /** In the target's unit; above nought is better than wanted, whichever way this measure counts. */
  readonly better: number;
  readonly unit?: string;
}

/** The target a figure was held against, whether or not anything says which way is better. */
export interface Held extends Omit<Against, "better"> {
  /** Absent where nothing does. */
  readonly better?: number;
  /** Whole per cent of the way from baseline to target, below nought where it goes wrong; absent without a baseline in that unit. */
  readonly way?: number;
}

/**
 * Holds a figure against the target whose date went by last, else against the next one. Whether lower or higher is
 * better is worked out from targets and baseline: 153 weeks on the way from 242 to 13 are ahead of 177.
 *
 * @returns undefined where there is no target, another unit, or nothing that says which way is better
 */
export function figureAgainst(measure: WithTargets, { asWritten }: Pick<Figure, "asWritten">, today: LocalDate): Against | undefined {
  return againstOf(heldAgainst(measure, asWritten, today));
}

/** @returns undefined where nothing says which way is better */
export function againstOf(held: Held | undefined): Against | undefined {
  if (held?.better === undefined) return undefined;
  const { better, way: _, ...against } = held;
  return { ...against, better };
}

/** As `figureAgainst`, and where nothing says which way is better too. @param figure - as written @returns undefined where there is no target, or one in another unit */
export function heldAgainst(measure: WithTargets, figure: string, today: LocalDate): Held | undefined {
  const targets = targetsOf(measure);
  const gone = targets.findLast(({ on }) => on !== undefined && on < today);
  const wanted = gone ?? targets[0];
  const said = isChange(figure) ? undefined : readQuantity(figure);
  const value = wanted && said && inUnitOf(said, wanted.quantity);
  if (!wanted || value === undefined) return undefined;
  const { on, target, quantity } = wanted;
  const direction = directionOf(measure, targets, quantity);
  const unit = quantity.unit ?? said?.unit;
  const baseline = readQuantity(baselineOf(measure) ?? "");
  const from = baseline && inUnitOf(baseline, quantity);
  const way = from === undefined || from === quantity.value ? undefined : Math.round((100 * (value - from)) / (quantity.value - from));
  return {
    ...{ target, ...(on && { on }), isDue: gone !== undefined, ...(unit && { unit }) },
    ...(direction && { better: (value - quantity.value) * direction }),
    ...(way !== undefined && { way }),
  };
}

/** `24 weeks better than the 177 weeks wanted by 30 September 2022` */
export function distanceInWords({ target, on, isDue, better, unit }: Against): string {
  const wanted = `${target.trim()} wanted${on ? ` by ${inWords(on)}` : ""}`;
  if (better === 0) return `exactly the ${wanted}`;
  const amount = amountInWords(better, unit);
  if (better > 0) return `${amount} better than the ${wanted}`;
  return isDue ? `${amount} worse than the ${wanted}` : `${amount} to go to the ${wanted}`;
}

/** Which way is better, where anything says so. */
export function betterWay(measure: WithTargets): "higher" | "lower" | undefined {
  const targets = targetsOf(measure);
  const last = targets.at(-1);
  const direction = last ? directionOf(measure, targets, last.quantity) : directionSaid(measure);
  return direction && (direction === 1 ? "higher" : "lower");
}

interface Target extends TargetStep {
  readonly quantity: Quantity;
}

/** Those that can be counted against. */
function targetsOf(measure: WithTargets): Target[] {
  return trajectoryOf(measure).flatMap((step) => {
    const quantity = isChange(step.target) ? undefined : onlyQuantity(step.target);
    return quantity ? [{ ...step, quantity }] : [];
  });
}

const lower =
  /\b(?:reduc\w*|decreas\w*|fewer|less|lower\w*|short(?:er|en)\w*|at most|no more than|maximum|within|under|below|longest|down to|waits?|waiting)\b/i;
const higher = /\b(?:increas\w*|more|higher|at least|improv\w*|rais(?:e|ed|ing)|minimum|above|over|up to|grow\w*)\b/i;

/** 1 where higher is better, -1 where lower is. */
function directionOf(measure: WithTargets, targets: readonly Target[], wanted: Quantity): 1 | -1 | undefined {
  const [first, last] = [targets[0], targets.at(-1)];
  const baseline = readQuantity(baselineOf(measure) ?? "");
  const start = baseline && inUnitOf(baseline, wanted);
  const byTargets = first && last && signOf(last.quantity.value - first.quantity.value);
  return byTargets ?? (start === undefined ? undefined : signOf(wanted.value - start)) ?? atTheEnd(wanted) ?? directionSaid(measure);
}

/** There is nothing above all, and nothing below none. */
function atTheEnd({ value, unit }: Quantity): 1 | -1 | undefined {
  if (value === 0) return -1;
  return value === 100 && unit === "%" ? 1 : undefined;
}

/** Where no two numbers tell: what the plan says is to happen, if it says one thing. */
function directionSaid({ words, figures }: WithTargets): 1 | -1 | undefined {
  for (const said of [figures?.expectedChange ?? "", words]) {
    const [down, up] = [lower.test(said), higher.test(said)];
    if (down !== up) return up ? 1 : -1;
  }
  return undefined;
}

function signOf(difference: number): 1 | -1 | undefined {
  return difference === 0 ? undefined : difference > 0 ? 1 : -1;
}

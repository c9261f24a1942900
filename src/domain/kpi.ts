import { type Against, againstOf, betterWay, heldAgainst } from "./challenge/figureAgainst.ts";
import { inUnitOf, readQuantity } from "./challenge/quantity.ts";
import { wordsOf } from "./confidential.ts";
import { readFigure } from "./figure.ts";
import type { LocalDate } from "./localDate.ts";
import type { Figure, Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { rowsInForce } from "./standing.ts";
import { baselineOf, type TargetStep, trajectoryOf } from "./trajectory.ts";
import type { Update } from "./update.ts";

/** A figure somebody reported; without a day where a file brought it. */
export interface FigureOnDay {
  readonly figure: Figure;
  readonly on?: LocalDate;
}

/** A measure with figures: where it began, where it is to go, and how far it has come. */
export interface Kpi {
  readonly ref: string;
  readonly words: string;
  /** As written, as are the targets. */
  readonly baseline?: string;
  readonly trajectory: readonly TargetStep[];
  /** `To increase`: what a plan wants that sets no target. */
  readonly expectedChange?: string;
  /** Oldest first; what was taken back or changed since is left out. */
  readonly said: readonly FigureOnDay[];
  /** Where it stands now, as written; words where a file brought no number. */
  readonly latest?: string;
  /** How far the latest is from its target; absent where that cannot be told. */
  readonly against?: Against;
  /** Whole per cent of the way from baseline to target, below nought where it goes wrong; absent where that cannot be told. */
  readonly way?: number;
  readonly better?: "higher" | "lower";
  /** How the latest stands to the one before; absent where they cannot be compared. */
  readonly trend?: "better" | "worse" | "the same" | "higher" | "lower";
}

/** Measures of a plan that have figures, in its order. @param history - of the whole plan, oldest first within a ref */
export function kpisOf(plan: Plan, history: readonly Update[], today: LocalDate): Kpi[] {
  const byRef = Map.groupBy(history, ({ ref }) => ref);
  return plan.measures.filter(({ hidden }) => !hidden).flatMap((measure) => kpiOf(plan, measure, byRef.get(measure.ref) ?? [], today) ?? []);
}

/** @param updates - of the measure, oldest first @returns undefined for a measure without figures */
export function kpiOf(plan: Pick<Plan, "matters">, measure: Measure, updates: readonly Update[], today: LocalDate): Kpi | undefined {
  const baseline = baselineOf(measure);
  const trajectory = trajectoryOf(measure);
  const said = figuresSaid(measure, updates);
  const latest = said.at(-1)?.figure.asWritten ?? measure.figures?.latest;
  if (!baseline && trajectory.length === 0 && !latest) return undefined;
  const held = latest ? heldAgainst(measure, latest, today) : undefined;
  const against = againstOf(held);
  const expectedChange = measure.figures?.expectedChange;
  const better = betterWay(measure);
  const trend = trendOf(said, better);
  return {
    ref: measure.ref,
    words: wordsOf(plan, measure),
    ...(baseline && { baseline }),
    trajectory,
    ...(expectedChange && { expectedChange }),
    said,
    ...(latest && { latest }),
    ...(against && { against }),
    ...(held?.way !== undefined && { way: held.way }),
    ...(better && { better }),
    ...(trend && { trend }),
  };
}

/** Behind a target that is due. */
function isBehind({ against }: Kpi): boolean {
  return against?.isDue === true && against.better < 0;
}

/** Behind a target that is due comes first, then due and without a figure, then with a figure, the others last. */
export function pressingFirst(kpis: readonly Kpi[], today: LocalDate): Kpi[] {
  const place = (kpi: Kpi) => {
    if (kpi.latest) return isBehind(kpi) ? 0 : 2;
    return kpi.trajectory.some(({ on }) => on !== undefined && on < today) ? 1 : 3;
  };
  return kpis.toSorted((a, b) => place(a) - place(b));
}

/** `3 behind a target that is due`, `5 without a figure yet` */
export function kpisInShort(kpis: readonly Kpi[]): string[] {
  return [`${kpis.filter(isBehind).length} behind a target that is due`, `${kpis.filter(({ latest }) => !latest).length} without a figure yet`];
}

function figuresSaid({ figures }: Measure, updates: readonly Update[]): FigureOnDay[] {
  const imported = readFigure(figures?.latest ?? "");
  const reported = rowsInForce(updates).flatMap(({ kind, figure, on }) => (kind === "report" && figure ? [{ figure, on }] : []));
  return [...(imported ? [{ figure: imported }] : []), ...reported];
}

/** Values that can be put beside each other, in the unit of the latest; oldest first. */
export function comparable(said: readonly FigureOnDay[]): number[] {
  const last = readQuantity(said.at(-1)?.figure.asWritten ?? "");
  if (!last) return [];
  return said.flatMap(({ figure }) => {
    const one = readQuantity(figure.asWritten);
    return (one && inUnitOf(one, last)) ?? [];
  });
}

function trendOf(said: readonly FigureOnDay[], better: Kpi["better"]): Kpi["trend"] {
  const [before, last] = comparable(said).slice(-2);
  if (before === undefined || last === undefined) return undefined;
  if (before === last) return "the same";
  const way = last > before ? "higher" : "lower";
  return better ? (way === better ? "better" : "worse") : way;
}

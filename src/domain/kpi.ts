import { type Against, betterWay, figureAgainst } from "./challenge/figureAgainst.ts";
import { inUnitOf, readQuantity } from "./challenge/quantity.ts";
import { wordsOf } from "./confidential.ts";
import { readFigure } from "./figure.ts";
import type { LocalDate } from "./localDate.ts";
import type { Figure, Measure, Plan } from "./plan.ts";
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
  /** Oldest first; what was taken back or changed since is left out. */
  readonly said: readonly FigureOnDay[];
  /** How far the latest is from its target; absent where that cannot be told. */
  readonly against?: Against;
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
  if (baseline === undefined && trajectory.length === 0 && said.length === 0) return undefined;
  const latest = said.at(-1)?.figure;
  const against = latest && figureAgainst(measure, latest, today);
  const better = betterWay(measure);
  const trend = trendOf(said, better);
  return {
    ref: measure.ref,
    words: wordsOf(plan, measure),
    ...(baseline !== undefined && { baseline }),
    trajectory,
    said,
    ...(against && { against }),
    ...(better && { better }),
    ...(trend && { trend }),
  };
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

import { datesOf } from "../duePhrase.ts";
import { readFigure } from "../figure.ts";
import { inWords, type LocalDate } from "../localDate.ts";
import type { Figure, Measure } from "../plan.ts";
import { targetOf } from "../trajectory.ts";

/** The figures of a measure and how far the latest is from the target in force. */
export interface Distance {
  readonly baseline?: string;
  readonly latest?: string;
  readonly target?: string;
  /** `24 weeks better than the target`; absent unless target and latest are both numbers whose better side is known. */
  readonly inWords?: string;
  /** Whole per cent of the way from baseline to target; absent without a baseline that is a number. */
  readonly way?: number;
}

/** @returns undefined for a measure nobody has given a figure of */
export function distanceOf(measure: Measure, asOf: LocalDate): Distance | undefined {
  const { figures = {}, standing, due } = measure;
  const latest = standing?.latest?.figure?.asWritten ?? figures.latest;
  if (!latest && !figures.baseline) return undefined;
  const steps = datesOf(due).filter(({ target }) => target !== undefined);
  // A target that has come due is what a figure is held against until the next one has.
  const step = steps.findLast(({ on }) => on <= asOf) ?? steps[0];
  const target = step?.target ?? figures.target ?? sameUnit(targetOf(measure, asOf), latest);
  const told = {
    ...(figures.baseline && { baseline: figures.baseline }),
    ...(latest && { latest }),
    ...(target && { target: step ? `${target} by ${inWords(step.on)}` : target }),
  };

  const [from, is, to] = [figures.baseline, latest, target].map((words) => (words ? readFigure(words) : undefined));
  const targets = steps.flatMap((one) => readFigure(one.target ?? "") ?? []);
  const wantsLess = lowerIsBetter(from, to, figures.expectedChange, targets);
  if (!is || !to || wantsLess === undefined || !sameUnit(target, latest)) return told;
  const better = wantsLess ? to.value - is.value : is.value - to.value;
  const way =
    from && from.value !== to.value && sameUnit(target, figures.baseline) ? Math.round(((is.value - from.value) / (to.value - from.value)) * 100) : undefined;
  return { ...told, inWords: distanceInWords(better, to), ...(way !== undefined && { way }) };
}

/** Which side is better: by the plan's word for it, else by where the targets lead. */
function lowerIsBetter(from: Figure | undefined, to: Figure | undefined, expected: string | undefined, targets: readonly Figure[]): boolean | undefined {
  if (/\b(decrease|reduce|fewer|less|fall|lower|down)/i.test(expected ?? "")) return true;
  if (/\b(increase|more|rise|grow|higher|up)\b/i.test(expected ?? "")) return false;
  const first = from ?? targets[0];
  const last = targets.at(-1) ?? to;
  return first && last && first.value !== last.value ? last.value < first.value : undefined;
}

function distanceInWords(better: number, { asWritten }: Figure): string {
  if (better === 0) return "On target";
  const unit = unitOf(asWritten);
  const apart = Math.abs(Math.round(better * 100) / 100);
  const size = unit === "%" ? `${apart} percentage points` : `${apart}${unit && ` ${unit}`}`;
  return better > 0 ? `${size} better than the target` : `${size} short of the target`;
}

/** The target, unless it counts something else than the figure: weeks are not held against per cent. */
function sameUnit(target: string | undefined, figure: string | undefined): string | undefined {
  const [wanted, given] = [unitOf(target ?? ""), unitOf(figure ?? "")];
  return given === "" || wanted === given ? target : undefined;
}

/** `%`, `weeks`; empty for a bare number. */
function unitOf(asWritten: string): string {
  return /^\D*[\d.,]+\s?(%|[a-z]+)?/i.exec(asWritten.trim())?.[1]?.toLowerCase() ?? "";
}

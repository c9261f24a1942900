import { distanceInWords, heldAgainst } from "../challenge/figureAgainst.ts";
import { inWords, type LocalDate } from "../localDate.ts";
import type { Measure } from "../plan.ts";
import { sentenceCase } from "./sentenceCase.ts";

/** The figures of a measure and how far the latest is from the target in force, as tables show them. */
export interface Distance {
  readonly baseline?: string;
  readonly latest?: string;
  /** `177 weeks by 30 September 2022` */
  readonly target?: string;
  /** `24 weeks better than the 177 weeks wanted by 30 September 2022`; absent where nothing says which way is better. */
  readonly inWords?: string;
  /** Whole per cent of the way from baseline to target; absent without a baseline that is a number. */
  readonly way?: number;
}

/** @returns undefined for a measure nobody has given a figure of */
export function distanceOf(measure: Measure, asOf: LocalDate): Distance | undefined {
  const { baseline, latest: ofFile, target: ofAll } = measure.figures ?? {};
  const latest = measure.standing?.latest?.figure?.asWritten ?? ofFile;
  const figure = latest ?? baseline;
  if (!figure) return undefined;
  const held = heldAgainst(measure, figure, asOf);
  const target = held ? `${held.target}${held.on ? ` by ${inWords(held.on)}` : ""}` : ofAll;
  const told = { ...(baseline && { baseline }), ...(latest && { latest }), ...(target && { target }) };
  if (!latest || !held) return told;
  const { better, way, ...against } = held;
  return { ...told, ...(better !== undefined && { inWords: sentenceCase(distanceInWords({ ...against, better })) }), ...(way !== undefined && { way }) };
}

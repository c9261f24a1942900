import { findRating } from "../domain/ratingScheme.ts";
import { readDuePhrase } from "../domain/readDuePhrase.ts";
import { statusSaid } from "../domain/readRating.ts";
import { schemePresets } from "../domain/schemePresets.ts";

/** Enough rows to know a column by, few enough that ten thousand cost nothing. */
const sampleSize = 200;

/** What the cells of a column look like; shares are of those that hold anything. */
export interface ColumnValues {
  readonly filled: number;
  /** Of distinct ones: 1 where no value stands twice. */
  readonly distinct: number;
  readonly ratings: number;
  readonly refs: number;
  /** Read only when asked for: dates cost more than the rest. */
  readonly dates: () => number;
  /** Of `PI`, `Audit`, `Voice` and `Review`, by which Walsall's board tells measures apart. */
  readonly kinds: number;
  /** Mean length in characters. */
  readonly length: number;
}

export function valuesOf(cells: readonly string[]): ColumnValues {
  const all = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const sample = all.slice(0, sampleSize);
  const share = (matches: (cell: string) => boolean) => (sample.length === 0 ? 0 : sample.filter(matches).length / sample.length);
  return {
    filled: all.length,
    distinct: all.length === 0 ? 0 : new Set(all.map((cell) => cell.toLowerCase())).size / all.length,
    ratings: share(looksLikeRating),
    refs: share((cell) => /^[a-z]{0,12}[ .-]?\d+(?:[a-z]|[ .\-/)]+(?:\d+|[a-z](?![a-z])))*\.?$/i.test(cell)),
    dates: () => share((cell) => cell.length <= 120 && hasDay(cell)),
    kinds: share((cell) => /^(?:(?:PI|Audit|Voice|Review)s?(?:\s*[,/&+]\s*|$))+$/i.test(cell)),
    length: sample.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, sample.length),
  };
}

/** A colour, alone or before a few words, its initial, or a status in a few words. */
export function looksLikeRating(cell: string): boolean {
  const said = cell.trim();
  if (said.length > 40) return false;
  const first = /^[a-z]+/i.exec(said)?.[0] ?? "";
  const isColour = schemePresets.some((scheme) => findRating(scheme, first) !== undefined);
  return isColour || /^[bragy](?:\s*\/\s*[bragy])?$/i.test(said) || statusSaid(said) !== undefined;
}

function hasDay(cell: string): boolean {
  const { kind } = readDuePhrase(cell);
  return kind === "day" || kind === "milestones";
}

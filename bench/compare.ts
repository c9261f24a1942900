import type { Row } from "./table.ts";

/** One measured thing; the larger number is the better, unless the row says otherwise. */
export type Measure = () => Promise<number>;

/** Of a side and of the ratios of each round: the middle one, and how far the ratios lay apart. */
export interface Compared {
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  readonly spread: readonly [number, number];
}

/**
 * Measures both sides round by round, taking turns in who goes first, so that what else the machine does falls on both.
 * One round before is thrown away: neither side has been compiled or has its connections by then.
 */
export async function compare(rounds: number, ours: Measure, bare: Measure): Promise<Compared> {
  const both: { ours: number; bare: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const first = round % 2 === 0 ? await ours() : await bare();
    const second = round % 2 === 0 ? await bare() : await ours();
    both.push(round % 2 === 0 ? { ours: first, bare: second } : { ours: second, bare: first });
  }
  return comparedOf(both.slice(1));
}

export function comparedOf(rounds: readonly { ours: number; bare: number }[]): Compared {
  const ratios = rounds.map((round) => round.ours / round.bare);
  return {
    ours: median(rounds.map((round) => round.ours)),
    bare: median(rounds.map((round) => round.bare)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

export function rowOf(what: string, { ours, bare, ratio, spread }: Compared, unit: string, more: Partial<Row> = {}): Row {
  return { what, ours: `${rounded(ours)}${unit}`, bare: `${rounded(bare)}${unit}`, ratio, spread, ...more };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

function rounded(number: number): string {
  return number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2);
}

/** Chance under a seed: the same seed makes the same choices in the same order. */
export interface Chance {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  happens(probability: number): boolean;
  oneOf<T>(choices: readonly T[]): T;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  /** Of a to p, which no reader takes for a number. */
  letters(count: number): string;
  /** An object id. */
  guid(): string;
  /** For work that goes on beside: what it chooses does not depend on who is quicker. */
  fork(): Chance;
}

/** mulberry32, which is enough to choose by and nothing else. @param seed - a whole number below 2³² */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const chance: Chance = {
    below: (limit) => Math.floor(next() * limit),
    happens: (probability) => next() < probability,
    oneOf: <T>(choices: readonly T[]) => choices[chance.below(choices.length)] as T,
    hex: (digits) => Array.from({ length: digits }, () => chance.below(16).toString(16)).join(""),
    letters: (count) => Array.from({ length: count }, () => String.fromCharCode(97 + chance.below(16))).join(""),
    fork: () => createChance(chance.below(2 ** 32)),
    guid: () => [8, 4, 4, 4, 12].map((digits) => chance.hex(digits)).join("-"),
  };
  return chance;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

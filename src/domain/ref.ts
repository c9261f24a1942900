/**
 * Orders references by their parts: numbers as numbers, the rest as text, so that `1.2` comes before `1.10`
 * and `Area 2` before `Area 10`. References themselves stay text: `1.1` and `1.10` differ.
 */
export function compareRefs(a: string, b: string): number {
  return compareParts(a, parts(a), b, parts(b));
}

/** In the order of `compareRefs`, which takes each reference apart only once this way. */
export function inRefOrder<T extends { readonly ref: string }>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, its: parts(thing.ref) }))
    .sort((a, b) => compareParts(a.thing.ref, a.its, b.thing.ref, b.its))
    .map(({ thing }) => thing);
}

function compareParts(a: string, left: readonly string[], b: string, right: readonly string[]): number {
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = comparePart(left[i], right[i]);
    if (order !== 0) return order;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

function parts(ref: string): string[] {
  return ref.toLowerCase().match(/\d+|[^\d.\-\s]+/g) ?? [];
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  const numeric = /^\d+$/.test(a) && /^\d+$/.test(b);
  if (numeric && Number(a) !== Number(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As two people may write the same one: `1.1.1 – 2` and `1.1.1-2`. */
export function foldRef(ref: string): string {
  return ref.toLowerCase().replace(/\s+/g, "").replace(/[–—]/g, "-");
}

/** A number and what it counts. */
export interface Quantity {
  readonly value: number;
  /** `%`, `£`, `weeks`; absent where none is written. */
  readonly unit?: string;
  /** `154 of 190`: out of how many. */
  readonly outOf?: number;
}

const units: readonly (readonly [string, RegExp])[] = [
  ["%", /^(?:%|per ?cent|pc)$/i],
  ["weeks", /^w/i],
  ["days", /^d/i],
  ["months", /^mo/i],
  ["minutes", /^mi/i],
  ["hours", /^h/i],
];
const pattern =
  /(£\s?)?(?<![\d.,])(-?\d[\d,]*(?:\.\d+)?)\s*(%|per ?cent\b|pc\b|weeks?\b|wks?\b|days?\b|months?\b|hours?\b|hrs?\b|minutes?\b|mins?\b)?(?:\s*(?:out of|of|\/)\s*(?:the |our |all )?(\d[\d,]*)(?![\d%]))?/gi;

/** The first quantity in some words. @returns undefined where there is no number */
export function readQuantity(words: string): Quantity | undefined {
  return quantitiesIn(words)[0];
}

/** The quantity of words that hold one, and not a range. */
export function onlyQuantity(words: string): Quantity | undefined {
  const [only, ...others] = quantitiesIn(words);
  return others.length === 0 ? only : undefined;
}

const changes = [
  /\d\s?(?:%|per ?cent)?\s+(?:fewer|less|lower|more|higher|better|reduction|increase|decrease|improvement|drop|fall|rise|growth)\b/i,
  /\b(?:reduction|increase|decrease|improvement|drop|fall|rise) of\b|\b(?:reduced?|increased?|decreased?|improved?|cut) by\b/i,
];

/** `20% fewer`, `a reduction of 10%`: how far from where it began, which stands nowhere in the same words. */
export function isChange(words: string): boolean {
  return changes.some((pattern) => pattern.test(words));
}

function quantitiesIn(words: string): Quantity[] {
  return [...words.matchAll(pattern)].map(([, pounds, number = "", unit, outOf]) => {
    const name = pounds ? "£" : units.find(([, written]) => unit !== undefined && written.test(unit))?.[0];
    return { value: numberOf(number), ...(name && { unit: name }), ...(outOf && { outOf: numberOf(outOf) }) };
  });
}

/**
 * What a quantity is in the unit of another: `154 of 190` is 81.05 in per cent. One without a unit is taken to be in the other's.
 *
 * @returns undefined for quantities that cannot be held against each other
 */
export function inUnitOf(quantity: Quantity, other: Quantity): number | undefined {
  if (other.unit === "%" && quantity.outOf !== undefined) return quantity.outOf > 0 ? (100 * quantity.value) / quantity.outOf : undefined;
  return quantity.unit === undefined || other.unit === undefined || quantity.unit === other.unit ? quantity.value : undefined;
}

/** `24 weeks`, `1 day`, `7 points` (of two percentages), `£1,200`, `12`. @param amount - in that unit, its sign left out */
export function amountInWords(amount: number, unit: string | undefined): string {
  const rounded = Math.round(Math.abs(amount) * 10) / 10;
  const written = rounded.toLocaleString("en-GB");
  if (unit === "£") return `£${written}`;
  if (unit === undefined) return written;
  const name = unit === "%" ? "points" : unit;
  return `${written} ${rounded === 1 ? name.replace(/s$/, "") : name}`;
}

function numberOf(written: string): number {
  return Number(written.replaceAll(",", ""));
}

import type { Figure } from "./measure.ts";

/** A number with what it counts: `80%`, `13 weeks`, `300 families`; years and dates are none. */
const targetPattern = /(?:£\s?)?\d[\d,]*(?:\.\d+)?\s?(?:%|weeks?\b|days?\b|months?\b|hours?\b)/i;

/** The first number with a unit in a measure's words. */
export function targetInWords(words: string): string | undefined {
  return targetPattern.exec(words)?.[0];
}

/** Reads a figure as typed: `153`, `153 weeks`, `64%`, `£1,200`, `154 of 190`. @returns undefined when it does not begin with a number */
export function readFigure(typed: string): Figure | undefined {
  const match = /^\s*(?:£\s?)?(-?\d[\d,]*(?:\.\d+)?)(?![\d.]|[kmb]\b)/i.exec(typed);
  const value = Number(match?.[1]?.replaceAll(",", ""));
  return match && Number.isFinite(value) ? { value, asWritten: typed.trim() } : undefined;
}

import type { Problem } from "../domain/problem.ts";

/** What any file holds before anybody asks what it means. */
export interface Table {
  /** As a spreadsheet shows them, blank rows included: the first is row 1, the headings. */
  readonly rows: readonly (readonly string[])[];
  /** Faults that made the rest of the file unreadable; one is enough to refuse it. */
  readonly faults: readonly Problem[];
}

/** Above these a file is not a plan, or would hold the service up. Characters are those of one cell: Excel holds no more. */
export const limits = { bytes: 20 * 1024 * 1024, rows: 20_000, characters: 32_767 } as const;

/** Enough of somebody's words to find the place by. */
export function shorten(words: string): string {
  return words.length > 100 ? `${words.slice(0, 99)}…` : words;
}

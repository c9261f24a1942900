import type { Problem } from "../domain/problem.ts";

/** What any file holds before anybody asks what it means. */
export interface Table {
  /** As a spreadsheet shows them, blank rows included: the first is row 1, the headings. */
  readonly rows: readonly (readonly string[])[];
  /** Faults that made the rest of the file unreadable; one is enough to refuse it. */
  readonly faults: readonly Problem[];
}

/**
 * Above these a file is not a plan, or would hold the service up. Rows and `allCharacters` are those of all its sheets
 * together; `characters` are those of one cell: Excel holds no more. `unpacked` is how many bytes may be inflated
 * out of one zipped file (of `entries` parts), `passage` how many of them may pass without a tag, `depth` how deep tags may nest.
 */
export const limits = {
  bytes: 20 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  characters: 32_767,
  allCharacters: 50_000_000,
  sheets: 500,
  merges: 100_000,
  doubts: 200,
  entries: 10_000,
  unpacked: 256 * 1024 * 1024,
  passage: 8 * 1024 * 1024,
  depth: 250,
} as const;

/** Enough of somebody's words to find the place by. */
export function shorten(words: string): string {
  return words.length > 100 ? `${words.slice(0, 99)}…` : words;
}

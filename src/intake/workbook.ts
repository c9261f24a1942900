import type { Problem } from "../domain/problem.ts";

/** One table of a file, before anybody asks what it means. */
export interface Sheet {
  /** The worksheet's name, the file's name for CSV, for a Word table the nearest heading above it. */
  readonly name: string;
  /** Headings that stand above a Word table, outermost first; they may name the area of its rows. A worksheet's title rows come with its rows. */
  readonly headings: readonly string[];
  /** Blank rows left out; cells as a person sees them, lines parted by `\n`. */
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** As a spreadsheet numbers it; in Word, the row of its table. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What people call the colours its cells are filled with (`colourName`), by column; absent where none has one. */
  readonly colours?: readonly (string | undefined)[];
}

export interface Workbook {
  readonly kind: "read";
  /** In the file's order; those without a word are left out. */
  readonly sheets: readonly Sheet[];
  /** What was read, but perhaps not as its owner meant it. */
  readonly doubts: readonly Problem[];
}

export interface RefusedFile {
  readonly kind: "refused";
  readonly problems: readonly Problem[];
}

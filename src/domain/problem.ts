/** A doubt about a file, said so that its owner can find the cell and put it right. */
export interface Problem {
  /** The table it stands in, where a plan came as several. */
  readonly sheet?: string;
  /** As a spreadsheet numbers rows, the header being row 1; null when it concerns the whole file. */
  readonly row: number | null;
  /** The column's own heading; null when it concerns the whole row or file. */
  readonly column: string | null;
  readonly asWritten: string;
  /** One sentence: what is wrong and what was done about it. */
  readonly problem: string;
}

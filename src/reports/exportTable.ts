/** A table on its way into a file: cells as people read them. */
export interface ExportTable {
  /** What its worksheet or its part of the file's name is made of. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Which row holds the headings; those above are titles. Absent when it has none. */
  readonly header?: number;
}

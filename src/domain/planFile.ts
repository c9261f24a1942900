/** The tables a plan was last imported from, as read, so that it can be given back in its own columns. */
export interface PlanFile {
  readonly tables: readonly FileTable[];
}

export interface FileTable {
  /** The worksheet's name, or the file's. */
  readonly name: string;
  /** All rows that held anything, title rows and headings too. */
  readonly rows: readonly FileRow[];
  /** Which of `rows` holds the headings; absent for a table that was passed over. */
  readonly header?: number;
  /** Its name, or a title above it, may be the area of its rows: it has no column of areas. */
  readonly namesArea?: boolean;
  /** Where in a row stands what chat can change; absent where the table has no such column. */
  readonly columns: { readonly rating?: number; readonly impact?: number; readonly narrative?: number; readonly due?: number };
}

export interface FileRow {
  readonly cells: readonly string[];
  /** Refs of the measures it was read as; absent when it is none. */
  readonly measures?: readonly string[];
}

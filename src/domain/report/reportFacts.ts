import type { LocalDate } from "../localDate.ts";
import type { Plan } from "../plan.ts";

/** What a report is made of. */
export interface ReportFacts {
  /** As it stood at the end of `asOf`. */
  readonly plan: Plan;
  readonly asOf: LocalDate;
  /** As it stood at the end of `since`, which changes are told against. */
  readonly before: Plan;
  readonly since: LocalDate;
  /** When the board meets next, as far as that is known. */
  readonly nextMeeting?: LocalDate;
  /** The plan's tables in its own columns. */
  readonly ownTables: readonly OwnTable[];
}

export interface OwnTable {
  readonly headings: readonly string[];
  readonly rows: readonly OwnRow[];
  /** Which column holds the rating; absent where none does. */
  readonly rating?: number;
  /** Columns that hold what leads say of a measure, its rating and its date among them. */
  readonly said: readonly number[];
}

export interface OwnRow {
  readonly cells: readonly string[];
  /** Refs of the measures it is about: at least one. */
  readonly measures: readonly string[];
}

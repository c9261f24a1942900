import type { Evidence } from "../evidence.ts";
import type { Kpi } from "../kpi.ts";
import type { LocalDate } from "../localDate.ts";
import type { Change } from "../picture.ts";
import type { Plan } from "../plan.ts";

/** What a report is made of. */
export interface ReportFacts {
  /** As it stood at the end of `asOf`. */
  readonly plan: Plan;
  readonly asOf: LocalDate;
  readonly since: LocalDate;
  /** What changed from the end of `since` on. */
  readonly changes: readonly Change[];
  /** Measures with figures, in the plan's order, by what was said up to `asOf`. */
  readonly kpis: readonly Kpi[];
  /** By ref what leads gave to show for their measures, up to `asOf`; oldest first. */
  readonly given: ReadonlyMap<string, readonly Given[]>;
  /** It tells confidential items, and is for those entitled to them alone. */
  readonly confidential?: true;
  /** When the board meets next, as far as that is known. */
  readonly nextMeeting?: LocalDate;
  /** The plan's tables in its own columns. */
  readonly ownTables: readonly OwnTable[];
}

/** A link or a file, and the day of the update it came with. */
export interface Given {
  readonly evidence: Evidence;
  readonly on: LocalDate;
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

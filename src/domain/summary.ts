import type { LocalDate } from "./localDate.ts";

/** Counts by the scheme's labels, every label present. */
export type Counts = Readonly<Record<string, number>>;

export interface AreaSummary {
  readonly ref: string;
  readonly title: string;
  readonly sros: readonly string[];
  readonly counts: Counts;
  readonly unrated: number;
  readonly total: number;
  readonly overdue: readonly OverdueMeasure[];
  readonly proposedComplete: readonly string[];
}

export interface OverdueMeasure {
  readonly ref: string;
  readonly words: string;
  readonly leads: readonly string[];
  readonly dueOn: LocalDate;
  readonly daysOverdue: number;
  readonly rating?: string;
}

export interface PlanSummary {
  readonly plan: string;
  readonly title: string;
  readonly asOf: LocalDate;
  readonly scheme: readonly string[];
  readonly areas: readonly AreaSummary[];
  /** Percentages are whole numbers, half rounded up, so they may add to 101. */
  readonly overall: { readonly counts: Counts; readonly unrated: number; readonly total: number; readonly percentages: Counts };
}

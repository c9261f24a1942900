import { type DuePhrase, lastDate } from "./duePhrase.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import type { Plan } from "./plan.ts";

/** What is told of a date that is not the one the plan began with. */
export interface MovedDate {
  readonly original: DuePhrase;
  /** How often another date came into force. */
  readonly moves: number;
}

/** The due phrase the plan began with; the one in force where it never moved. */
export function originalDue({ due, dateMoves }: Pick<MeasureAsImported, "due" | "dateMoves">): DuePhrase {
  return dateMoves?.[0]?.from ?? due;
}

/** @returns undefined for a date that never moved */
export function movedDate(measure: Pick<MeasureAsImported, "due" | "dateMoves">): MovedDate | undefined {
  const moves = measure.dateMoves?.length ?? 0;
  return moves > 0 ? { original: originalDue(measure), moves } : undefined;
}

/** The plan as if no date had ever moved, for judging it by what it promised at first. */
export function withOriginalDates(plan: Plan): Plan {
  return { ...plan, measures: plan.measures.map(({ dateMoves, ...measure }): Measure => ({ ...measure, due: originalDue({ ...measure, dateMoves }) })) };
}

/** Last dates, before and now; absent where a phrase has none. */
export interface DateFacts {
  readonly ref: string;
  readonly original?: LocalDate;
  readonly current?: LocalDate;
  readonly moves: number;
}

/** Of every measure whose date moved. */
export function movedMeasures(plan: Plan): DateFacts[] {
  return plan.measures.flatMap((measure) => {
    const moved = movedDate(measure);
    if (!moved) return [];
    const [original, current] = [lastDate(moved.original), lastDate(measure.due)];
    return [{ ref: measure.ref, ...(original && { original }), ...(current && { current }), moves: moved.moves }];
  });
}

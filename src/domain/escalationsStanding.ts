import type { EscalationLevel } from "./delivery.ts";
import { levels } from "./escalationsOwed.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { chaseDateOf, silentSince, timesAsked } from "./silence.ts";

/** An overdue measure nobody answers for, of which those above its leads were told. */
export interface EscalationStanding {
  readonly measure: Measure;
  /** That went by. */
  readonly date: LocalDate;
  /** When the silence began. */
  readonly since: LocalDate;
  /** The highest that was told; it is for them to act. */
  readonly level: EscalationLevel;
  /** When that level was told. */
  readonly on: LocalDate;
}

const escalationMark = /^[^|]*\|escalation\|(.+)\|(\d{4}-\d\d-\d\d)\|([a-z]+)$/;

/**
 * What was escalated and is not answered, moved or settled since, in the plan's order.
 *
 * @param markedOn - the day of each mark, by its key
 */
export function escalationsStanding(plan: Plan, markedOn: ReadonlyMap<string, LocalDate>): EscalationStanding[] {
  const times = timesAsked(markedOn);
  const told = [...markedOn].flatMap(([mark, on]) => {
    const [, ref, date, said] = escalationMark.exec(mark) ?? [];
    const level = levels.find((one) => one === said);
    return ref && level ? [{ ref, date, level, on }] : [];
  });
  return plan.measures.flatMap((measure): EscalationStanding[] => {
    const [date, since] = [chaseDateOf(measure), silentSince(plan, measure, times, true)];
    const theirs = told.filter((one) => since && one.ref === measure.ref && one.date === date && one.on >= since);
    const highest = theirs.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level) || (a.on < b.on ? -1 : 1))[0];
    return date && since && highest ? [{ measure, date, since, level: highest.level, on: highest.on }] : [];
  });
}

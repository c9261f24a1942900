import { calendar } from "../../src/clock/calendar.ts";
import type { Notice } from "../../src/domain/delivery.ts";
import { escalationsOwed } from "../../src/domain/escalationsOwed.ts";
import { addDays, day, type LocalDate } from "../../src/domain/localDate.ts";
import { noticesOwed } from "../../src/domain/noticesOwed.ts";
import type { IsWorkingDay } from "../../src/domain/owed.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { roundsOpen } from "../../src/domain/roundsOpen.ts";
import { aManager } from "./makePlan.ts";

export interface RanOn {
  readonly on: LocalDate;
  readonly notice: Notice;
}

/**
 * What the daily run tells leads and those above them, day after day, with the marks of the days before.
 *
 * @param planOn - the plan as it stands on a day, where something is said meanwhile
 * @throws Error when a mark is written twice, or the same day worked out again tells something
 */
export function runDays(planOn: (today: LocalDate) => Plan, from: string, to: string, isWorkingDay: IsWorkingDay, isUp: IsWorkingDay = () => true): RanOn[] {
  const told: RanOn[] = [];
  const marks = new Set<string>();
  const markedOn = new Map<string, LocalDate>();
  for (let today = day(from); today <= to; today = addDays(today, 1)) {
    if (!isWorkingDay(today) || !isUp(today)) continue;
    const owed = () => [
      ...noticesOwed(planOn(today), marks, today, isWorkingDay, [aManager], roundsOpen(planOn(today), today, calendar.occurrences, isWorkingDay)),
      ...escalationsOwed(planOn(today), { marks, markedOn }, today, isWorkingDay, [aManager]),
    ];
    // A level is reached by what was asked before; so what a run marks may let the next tell more, never the same.
    for (const { delivery, marks: its } of owed()) {
      told.push({ on: today, notice: delivery.notice });
      for (const { key } of its) {
        if (marks.has(key)) throw new Error(`${key} was told twice`);
        marks.add(key);
        markedOn.set(key, today);
      }
    }
    if (owed().length > 0) throw new Error(`${today} worked out again tells ${JSON.stringify(owed())}`);
  }
  return told;
}

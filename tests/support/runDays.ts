import { calendar } from "../../src/clock/calendar.ts";
import type { Notice } from "../../src/domain/delivery.ts";
import { escalationsOwed } from "../../src/domain/escalationsOwed.ts";
import { addDays, day, type LocalDate } from "../../src/domain/localDate.ts";
import { noticesOwed } from "../../src/domain/noticesOwed.ts";
import type { IsWorkingDay } from "../../src/domain/owed.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { roundsOpen } from "../../src/domain/roundsOpen.ts";
import { spentMarks } from "../../src/domain/spentMarks.ts";
import { aManager } from "./makePlan.ts";

export interface RanOn {
  readonly on: LocalDate;
  readonly notice: Notice;
}

/** Marks as they stand at the end. */
export interface Marked {
  readonly markedOn: Map<string, LocalDate>;
  /** Whether marks that are spent are taken away, as the run does. */
  readonly forgets: boolean;
}

/**
 * What the daily run tells leads and those above them, day after day, with the marks of the days before.
 *
 * @param planOn - the plan as it stands on a day, where something is said meanwhile
 * @throws Error when a mark is written twice, or the same day worked out again tells something
 */
export function runDays(
  planOn: (today: LocalDate) => Plan,
  from: string,
  to: string,
  isWorkingDay: IsWorkingDay,
  isUp: IsWorkingDay = () => true,
  { markedOn, forgets }: Marked = { markedOn: new Map(), forgets: true },
): RanOn[] {
  const told: RanOn[] = [];
  const toldEver = new Set<string>();
  for (let today = day(from); today <= to; today = addDays(today, 1)) {
    if (!isWorkingDay(today) || !isUp(today)) continue;
    if (forgets) for (const mark of spentMarks(planOn(today), markedOn, today)) markedOn.delete(mark);
    const owed = () => [
      ...noticesOwed(
        planOn(today),
        new Set(markedOn.keys()),
        today,
        isWorkingDay,
        [aManager],
        roundsOpen(planOn(today), today, calendar.occurrences, isWorkingDay),
      ),
      ...escalationsOwed(planOn(today), { marks: new Set(markedOn.keys()), markedOn }, today, isWorkingDay, [aManager]),
    ];
    // A level is reached by what was asked before; so what a run marks may let the next tell more, never the same.
    for (const { delivery, marks: its } of owed()) {
      told.push({ on: today, notice: delivery.notice });
      for (const { key } of its) {
        if (toldEver.has(key)) throw new Error(`${key} was told twice`);
        toldEver.add(key);
        markedOn.set(key, today);
      }
    }
    if (owed().length > 0) throw new Error(`${today} worked out again tells ${JSON.stringify(owed())}`);
  }
  return told;
}

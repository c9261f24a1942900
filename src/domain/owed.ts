import { lastDate, nextDate, passedMilestone } from "./duePhrase.ts";
import { addDays, daysBetween, type LocalDate } from "./localDate.ts";
import type { Measure, Plan } from "./plan.ts";
import { isSettled, reportedOn } from "./standing.ts";

/** One threshold a measure has reached. Its date and name make the mark that says it was noticed. */
export interface Threshold {
  /** The date of the phrase it belongs to. */
  readonly date: LocalDate;
  /** `14 before`, `7 after`, `passed`. */
  readonly name: string;
}

/** What one measure owes its leads on a day. */
export interface Ask {
  readonly measure: Measure;
  readonly thresholds: readonly Threshold[];
  /** Orders a card: the next date, or the one overdue. */
  readonly on: LocalDate;
}

export type IsWorkingDay = (day: LocalDate) => boolean;

/**
 * Finds what is owed to leads on a day: of the days before a date (`leadTimes`) the nearest reached, of the weeks
 * after it the latest reached, and a milestone that went by with no report since. Reached, never "equal": a day the
 * process was down is made good by the next, without a backlog (law 1).
 *
 * @param today - calendar day in the plan's time zone
 * @param isWorkingDay - a threshold on a day that is none is brought forward to the working day before, though an
 *   overdue measure is never chased before it is overdue
 * @returns soonest date first; complete and proposed complete measures owe nothing
 * @throws RangeError when a lead time is negative or not a whole number
 */
export function asksOwed(plan: Plan, today: LocalDate, isWorkingDay: IsWorkingDay): Ask[] {
  const bad = plan.settings.leadTimes.find((days) => !Number.isInteger(days) || days < 0);
  if (bad !== undefined) throw new RangeError(`a lead time must be whole days, got ${bad}`);

  // Plans name the same month ends again and again, and working days are slow to find.
  const reminderOf = once((on: LocalDate) => reminder(on, plan, today, isWorkingDay));
  const chaseOf = once((on: LocalDate) => chase(on, plan, today, isWorkingDay));
  return plan.measures
    .filter((measure) => !isSettled(measure, plan.scheme))
    .flatMap((measure): Ask[] => {
      const next = nextDate(measure.due, today);
      const on = next?.on ?? lastDate(measure.due);
      if (!on) return [];
      const thresholds = next ? [...reminderOf(on), ...passed(measure, plan, today)] : chaseOf(on);
      return thresholds.length > 0 ? [{ measure, thresholds, on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function reminder(dueOn: LocalDate, plan: Plan, today: LocalDate, isWorkingDay: IsWorkingDay): Threshold[] {
  const reached = plan.settings.leadTimes.filter((days) => workingDayOnOrBefore(addDays(dueOn, -days), isWorkingDay) <= today);
  return reached.length > 0 ? [{ date: dueOn, name: `${Math.min(...reached)} before` }] : [];
}

/** Thresholds of a chase lie 1, 8, 15 … days after the due day. */
function chase(dueOn: LocalDate, plan: Plan, today: LocalDate, isWorkingDay: IsWorkingDay): Threshold[] {
  const every = plan.settings.chaseEveryDays;
  const daysLate = daysBetween(dueOn, today);
  const current = Math.floor((daysLate - 1) / every) * every + 1;
  const following = current + every;
  const broughtForward = workingDayOnOrBefore(addDays(dueOn, following), isWorkingDay) <= today;
  return [{ date: dueOn, name: `${broughtForward ? following : current} after` }];
}

function passed(measure: Measure, plan: Plan, today: LocalDate): Threshold[] {
  const milestone = passedMilestone(measure.due, today);
  if (!milestone) return [];
  const reported = reportedOn(measure, plan);
  return reported && reported >= milestone.on ? [] : [{ date: milestone.on, name: "passed" }];
}

/** The day itself when people work on it, else the last working day before. */
export function workingDayOnOrBefore(day: LocalDate, isWorkingDay: IsWorkingDay): LocalDate {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}

function once<T>(work: (day: LocalDate) => T): (day: LocalDate) => T {
  const done = new Map<LocalDate, T>();
  return (day) => {
    const known = done.get(day);
    if (known !== undefined) return known;
    const result = work(day);
    done.set(day, result);
    return result;
  };
}

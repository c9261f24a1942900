import { lastDate, nextDate, passedMilestone } from "./duePhrase.ts";
import { addDays, daysBetween, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { Plan } from "./plan.ts";
import { isSettled, reportedOn } from "./standing.ts";
import { canStart, stillAwaited } from "./stillAwaited.ts";

/** One threshold a measure has reached. Its date and name make the mark that says it was noticed. */
export interface Threshold {
  /** The date of the phrase it belongs to. */
  readonly date: LocalDate;
  /** `14 before`, `7 after`, `passed`, `to agree`, `can start`. */
  readonly name: string;
  /** What somebody may put off or turn off: reminders before the last one, and chases after the first. Absent of all others. */
  readonly weight?: "early" | "chase";
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
 * after it the latest reached, a milestone that went by with no report since, a date that was to be agreed by that day, and
 * once that a measure can start. Reached, never "equal": a day the process was down is made good by the next, without a
 * backlog (law 1).
 *
 * @param today - calendar day in the plan's time zone
 * @param isWorkingDay - a threshold on a day that is none is brought forward to the working day before, though an
 *   overdue measure is never chased before it is overdue
 * @returns soonest date first, those that owe nothing today without a threshold; complete and proposed complete measures are
 *   left out, and so are those that wait for another
 * @throws RangeError when a lead time is negative or not a whole number
 */
export function openAsks(plan: Plan, today: LocalDate, isWorkingDay: IsWorkingDay): Ask[] {
  const bad = plan.settings.leadTimes.find((days) => !Number.isInteger(days) || days < 0);
  if (bad !== undefined) throw new RangeError(`a lead time must be whole days, got ${bad}`);

  // Plans name the same month ends again and again, and working days are slow to find.
  const reminderOf = once((on: LocalDate) => reminder(on, plan, today, isWorkingDay));
  const chaseOf = once((on: LocalDate) => chase(on, plan, today, isWorkingDay));
  const byDate = (measure: Measure): Threshold[] => {
    const next = nextDate(measure.due, today);
    if (next) return [...reminderOf(next.on), ...passed(measure, plan, today)];
    const last = lastDate(measure.due) ?? dateToAgreeBy(measure);
    if (!last) return [];
    return last < today ? chaseOf(last) : workingDayOnOrBefore(last, isWorkingDay) <= today ? [{ date: last, name: "to agree" }] : [];
  };
  return plan.measures
    .filter((measure) => !isSettled(measure, plan.scheme) && stillAwaited(plan, measure).length === 0)
    .map((measure): Ask => {
      const start = canStart(plan, measure);
      const on = nextDate(measure.due, today)?.on ?? lastDate(measure.due) ?? dateToAgreeBy(measure) ?? today;
      return { measure, on, thresholds: [...byDate(measure), ...(start ? [{ date: start.on, name: "can start" }] : [])] };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The day by which a date is to be agreed, where none is asked for yet: then it is for whoever decides. */
function dateToAgreeBy({ due, dates }: Measure): LocalDate | undefined {
  return due.kind === "toBeAgreed" && !dates?.waiting ? due.by : undefined;
}

function reminder(dueOn: LocalDate, plan: Plan, today: LocalDate, isWorkingDay: IsWorkingDay): Threshold[] {
  const reached = plan.settings.leadTimes.filter((days) => workingDayOnOrBefore(addDays(dueOn, -days), isWorkingDay) <= today);
  if (reached.length === 0) return [];
  const nearest = Math.min(...reached);
  return [{ date: dueOn, name: `${nearest} before`, ...(nearest > Math.min(...plan.settings.leadTimes) && { weight: "early" }) }];
}

/** Thresholds of a chase lie 1, 8, 15 … days after the due day. */
function chase(dueOn: LocalDate, plan: Plan, today: LocalDate, isWorkingDay: IsWorkingDay): Threshold[] {
  const every = plan.settings.chaseEveryDays;
  const daysLate = daysBetween(dueOn, today);
  const current = Math.floor((daysLate - 1) / every) * every + 1;
  const following = current + every;
  const broughtForward = workingDayOnOrBefore(addDays(dueOn, following), isWorkingDay) <= today;
  const after = broughtForward ? following : current;
  return [{ date: dueOn, name: `${after} after`, ...(after > 1 && { weight: "chase" }) }];
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

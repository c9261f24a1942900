import { addDays, type LocalDate, localDateOf, mondayOnOrAfter } from "./localDate.ts";
import type { IsWorkingDay } from "./owed.ts";
import type { PlanSettings } from "./planSettings.ts";

/**
 * What a new plan keeps to until its programme manager says otherwise: England's days, 09:00, and the rhythm of the
 * Warwickshire statement (§8): an exception report six-weekly, a full one quarterly.
 *
 * @param today - the plan's first day; the exception digest starts on the first working Monday after it, the full one on
 *   the first Monday of the quarter that follows
 */
export function defaultSettings(today: LocalDate, isWorkingDay: IsWorkingDay): PlanSettings {
  return {
    timeZone: "Europe/London",
    holidays: "GB-ENG",
    speaksAt: "09:00",
    leadTimes: [14, 7, 1],
    chaseEveryDays: 7,
    cadences: [
      { kind: "exception", rule: "FREQ=WEEKLY;INTERVAL=6", rhythm: "every six weeks", starts: firstWorkingMonday(addDays(today, 1), isWorkingDay) },
      { kind: "full", rule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", rhythm: "every quarter", starts: mondayOnOrAfter(nextQuarter(today)) },
    ],
  };
}

function firstWorkingMonday(from: LocalDate, isWorkingDay: IsWorkingDay): LocalDate {
  let monday = mondayOnOrAfter(from);
  while (!isWorkingDay(monday)) monday = addDays(monday, 7);
  return monday;
}

function nextQuarter(today: LocalDate): LocalDate {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const first = Math.floor((month - 1) / 3) * 3 + 4;
  return localDateOf(first > 12 ? year + 1 : year, first > 12 ? 1 : first, 1) as LocalDate;
}

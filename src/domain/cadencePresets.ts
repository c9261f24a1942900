import { addDays, type LocalDate, localDateOf, mondayOnOrAfter } from "./localDate.ts";
import type { Plan } from "./plan.ts";
import type { Cadence } from "./planSettings.ts";

/** What councils set out in their plans, to begin with and to change. */
export interface CadencePreset {
  readonly name: string;
  /** Whose habit it is, for whoever chooses. */
  readonly about: string;
  /** @returns undefined where the plan lacks what it rests on */
  cadences(plan: Pick<Plan, "meetings">, today: LocalDate): readonly Cadence[] | undefined;
}

const everyMonth = { rule: "FREQ=MONTHLY;BYDAY=1MO", rhythm: "on the first Monday of each month" };
const months = (count: number, rhythm: string) => ({ rule: `FREQ=MONTHLY;INTERVAL=${count};BYDAY=1MO`, rhythm });

/**
 * The rhythms of the statements of Warwickshire (2022, §8), Leicestershire (2020, review sessions) and Walsall
 * (2019, Monitoring and Accountability Plan), and two for plans that say less.
 */
export const cadencePresets: readonly CadencePreset[] = [
  {
    name: "warwickshire",
    about: "KPI challenge monthly, exceptions six-weekly, in full quarterly, scrutiny six-monthly",
    cadences: (_, today) => [
      { kind: "kpi", ...everyMonth, starts: nextMonth(today), since: today },
      { kind: "exception", rule: "FREQ=WEEKLY;INTERVAL=6", rhythm: "every six weeks", starts: mondayOnOrAfter(addDays(today, 1)), since: today },
      { kind: "full", ...months(3, "every quarter"), starts: nextMonth(today), since: today },
      { kind: "scrutiny", ...months(6, "every six months"), starts: nextMonth(today), since: today },
    ],
  },
  {
    name: "leicestershire",
    about: "in full five working days before every meeting of the board’s own calendar",
    cadences({ meetings = [] }, today) {
      const ahead = meetings.filter((on) => on > today);
      return ahead.length > 0 ? [{ kind: "full", meetings: ahead, sentBefore: 5, since: today }] : undefined;
    },
  },
  {
    name: "walsall",
    about: "workstream leads monthly, the board monthly, Health and Wellbeing Board quarterly, DfE and NHS England four-monthly, scrutiny six-monthly",
    cadences: (_, today) => [
      { kind: "full", name: "workstream leads’ reports", ...everyMonth, starts: nextMonth(today), to: { roles: ["manager", "sro"] }, since: today },
      { kind: "exception", name: "improvement board", ...everyMonth, starts: nextMonth(today), sentBefore: 5, roundBefore: 10, since: today },
      { kind: "full", name: "health and wellbeing board", ...months(3, "every quarter"), starts: nextMonth(today), since: today },
      { kind: "full", name: "dfe and nhs england", ...months(4, "every four months"), starts: nextMonth(today), since: today },
      { kind: "scrutiny", ...months(6, "every six months"), starts: nextMonth(today), since: today },
    ],
  },
  {
    name: "termly",
    about: "in full at the beginning of every school term",
    cadences: (_, today) => [{ kind: "full", rule: "FREQ=YEARLY;BYMONTH=1,4,9;BYDAY=1MO", rhythm: "every term", starts: today, since: today }],
  },
  {
    name: "quarterly",
    about: "in full every quarter",
    cadences: (_, today) => [{ kind: "full", ...months(3, "every quarter"), starts: nextMonth(today), since: today }],
  },
];

function nextMonth(today: LocalDate): LocalDate {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return localDateOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) as LocalDate;
}

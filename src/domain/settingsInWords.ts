import { defaultPatience } from "./escalationsOwed.ts";
import type { EscalatesTo, PlanSettings } from "./planSettings.ts";

/** One setting of how a plan asks: what it is now, and the words that change it. */
export interface SettingInWords {
  readonly meaning: string;
  readonly change: string;
}

/** What can be set, in the order things happen. */
export type SettingName = "reminders" | "chase" | "patience" | "escalate" | "quiet" | "speaks" | "dates";

/** What each setting means for people, as one sentence, with an example of how to change it. */
export function settingsInWords(settings: PlanSettings): Readonly<Record<SettingName, SettingInWords>> {
  const { leadTimes, chaseEveryDays, patience = defaultPatience, quiet, speaksAt, escalatesTo, datesDecidedBy = "chair" } = settings;
  return {
    reminders: { meaning: `Leads are reminded ${reminderDaysInWords(leadTimes)}.`, change: "settings reminders 21, 14, 3" },
    chase: { meaning: `Once a date has gone by they are asked again every ${daysInWords(chaseEveryDays)}.`, change: "settings chase 7" },
    patience: {
      meaning: `After ${patience} working days of silence over an overdue measure the area’s senior responsible officer is told, after ${2 * patience} the chair${escalatesTo ? `, after ${3 * patience} ${aboveInWords(escalatesTo)}` : ""}.`,
      change: "settings patience 15",
    },
    escalate: {
      meaning: escalatesTo
        ? `Above the chair ${aboveInWords(escalatesTo)} ${escalatesTo.kind === "words" ? "gets a list, which a programme manager forwards" : "is told"}.`
        : "Nobody above the chair is told.",
      change: "settings escalate the Health and Wellbeing Board",
    },
    quiet: {
      meaning: quiet
        ? `Between ${quiet.from} and ${quiet.to} nothing is sent that nobody waits for; answers come at once.`
        : "There are no quiet hours: what could not be sent at the plan’s hour may come at any time of day.",
      change: "settings quiet 18:00-08:00",
    },
    speaks: { meaning: `Reminders and digests go out at ${speaksAt}, on working days.`, change: "settings speaks 08:30" },
    dates: { meaning: `New dates are decided by ${decidersInWords[datesDecidedBy]}.`, change: "settings dates chair" },
  };
}

const decidersInWords = { chair: "the chair", board: "the board", sro: "the area’s senior responsible officer", manager: "the programme manager" } as const;

function aboveInWords(above: EscalatesTo): string {
  return above.kind === "words" ? above.words : decidersInWords[above.role];
}

/** `21, 14 and 3 days before a date`; `on the day` for none. */
export function reminderDaysInWords(leadTimes: readonly number[]): string {
  const days = leadTimes.toSorted((a, b) => b - a);
  const before = days.filter((one) => one > 0);
  const onTheDay = days.length > before.length ? "on the day" : "";
  const listed = [before.slice(0, -1).join(", "), ...before.slice(-1)].filter(Boolean).join(" and ");
  const early = before.length > 0 ? `${listed} ${before.length === 1 && before[0] === 1 ? "day" : "days"} before a date` : "";
  return [early, onTheDay].filter(Boolean).join(" and ");
}

function daysInWords(count: number): string {
  return count === 1 ? "day" : `${count} days`;
}

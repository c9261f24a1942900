import type { Decider, PlanSettings } from "./planSettings.ts";
import type { SettingName } from "./settingsInWords.ts";
import { UserError } from "./userError.ts";

/** More reminders than this are a mistake, and so is one half a year ahead. */
const most = { reminders: 6, daysBefore: 180, chase: 60, patience: 60, words: 120 } as const;

const readers: Readonly<Record<string, (words: string) => Partial<PlanSettings>>> = {
  reminders(words) {
    const days = [...new Set((words.match(/\d+/g) ?? []).map(Number))].sort((a, b) => b - a);
    const isList = /^\d+(?:(?:\s*,\s*|\s+and\s+|\s+)\d+)*(?:\s+days?(?: before)?)?$/i.test(words);
    if (!isList || days.length > most.reminders || days.some((one) => one > most.daysBefore))
      throw new UserError(`Write up to ${most.reminders} numbers of days before a date, such as: settings reminders 21, 14, 3.`);
    return { leadTimes: days };
  },
  chase: (words) => ({ chaseEveryDays: wholeDays(words, most.chase, "settings chase 7") }),
  patience: (words) => ({ patience: wholeDays(words, most.patience, "settings patience 15") }),
  quiet(words) {
    if (/^(?:none|off|no)$/i.test(words)) return { quiet: undefined };
    const [from, to, ...others] = words.split(/\s*(?:-|–|—|to|until)\s*/i).map((one) => timeOfDay(one.replace(/^from\s+/i, "")));
    if (!from || !to || others.length > 0 || from === to)
      throw new UserError("Write from when to when, such as: settings quiet 18:00-08:00, or: settings quiet none.");
    return { quiet: { from, to } };
  },
  speaks(words) {
    const at = timeOfDay(words.replace(/^at\s+/i, ""));
    if (!at) throw new UserError("Write a time of day, such as: settings speaks 08:30.");
    return { speaksAt: at };
  },
  dates(words) {
    const role = words.replace(/^(?:decided by )?(?:the )?/i, "").toLowerCase();
    const decider = deciders.find((one) => one === role);
    if (!decider) throw new UserError(`Write who decides on new dates: settings dates ${deciders.join(", settings dates ")}.`);
    return { datesDecidedBy: decider };
  },
  escalate(words) {
    const named = words.replace(/^to\s+/i, "").trim();
    const role = named.replace(/^the\s+/i, "").toLowerCase();
    if (/^(?:none|nobody|off)$/.test(role)) return { escalatesTo: undefined };
    if (role === "board") return { escalatesTo: { kind: "role", role } };
    if (role === "manager" || role === "programme manager") return { escalatesTo: { kind: "role", role: "manager" } };
    if (named === "" || named.length > most.words)
      throw new UserError(
        "Write who is told above the chair: settings escalate the Health and Wellbeing Board, settings escalate the board, or settings escalate nobody.",
      );
    return { escalatesTo: { kind: "words", words: named } };
  },
};

const deciders: readonly Decider[] = ["chair", "board", "sro", "manager"];

/**
 * Reads what a programme manager wants changed: `patience 15`, `reminders 21, 14, 3`, `quiet 18:00-08:00`.
 *
 * @returns which setting it is, and the settings with it
 * @throws UserError saying how it is written
 */
export function settingsSaid(settings: PlanSettings, words: string): { readonly name: SettingName; readonly settings: PlanSettings } {
  const [first = "", ...others] = words.trim().split(/\s+/);
  const name = aliases[first.toLowerCase()] ?? first.toLowerCase();
  const read = readers[name];
  if (!read) throw new UserError(`I can set ${Object.keys(readers).join(", ")}. Type “settings” to see each with an example.`);
  return { name: name as SettingName, settings: { ...settings, ...read(others.join(" ")) } };
}

const aliases: Readonly<Record<string, string>> = {
  reminder: "reminders",
  chases: "chase",
  escalation: "escalate",
  escalates: "escalate",
  hours: "quiet",
  speak: "speaks",
};

function wholeDays(words: string, mostDays: number, example: string): number {
  const days = Number(/^(\d{1,3})(?:\s+(?:working )?days?)?$/i.exec(words)?.[1]);
  if (!(days >= 1 && days <= mostDays)) throw new UserError(`Write whole days, 1 to ${mostDays}, such as: ${example}.`);
  return days;
}

/** `18:00`, `8.30`, `6pm`, `9`. */
function timeOfDay(words: string): string | undefined {
  const [, hour = "", minute = "00", half] = /^(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?$/i.exec(words.trim()) ?? [];
  if (hour === "") return undefined;
  const h = half ? (Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hour);
  return h < 24 && Number(minute) < 60 && !(half && Number(hour) > 12) ? `${String(h).padStart(2, "0")}:${minute}` : undefined;
}

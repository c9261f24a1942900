import { readComingDate } from "./askedDate.ts";
import { datesOf } from "./duePhrase.ts";
import { addDays, dayOfWeek, inWords, type LocalDate } from "./localDate.ts";
import type { IsWorkingDay } from "./owed.ts";
import type { Plan } from "./plan.ts";

/** The day somebody is to be asked again; `said` where they named one on which nobody works. */
export type RemindDay =
  | { readonly kind: "read"; readonly on: LocalDate; readonly said?: LocalDate }
  /** Words that name no day: they are asked which. */
  | { readonly kind: "unsaid" }
  | { readonly kind: "fault"; readonly sentence: string };

const furthestDays = 366;

/**
 * Reads when somebody wants to be asked again: `tomorrow`, `on Monday`, `next week` (its Monday), `in two weeks`, `9 January`.
 * On a day nobody works it is the next working day, so that nothing comes before it was wanted.
 */
export function readRemindDay(typed: string, plan: Pick<Plan, "measures">, today: LocalDate, isWorkingDay: IsWorkingDay): RemindDay {
  const words = typed
    .trim()
    .replace(/[.!?]+$/, "")
    .replace(/\b(?:first thing|in the morning|in the afternoon|morning|afternoon|please)\b/gi, "")
    .replace(/^(?:again )?(?:on|by|at|from|this)\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  if (words === "" || /^(?:later|tonight|soon|bit|meeting|(?:in )?an? (?:hour|minute|bit))\b/i.test(words)) return { kind: "unsaid" };
  const named = /^next week$/i.test(words) ? mondayAfter(today) : datesOf(readComingDate(words, plan, today)).at(-1)?.on;
  if (!named) return { kind: "fault", sentence: `“${typed.trim()}” could not be read as a day. Write one such as tomorrow, Monday or 9 January.` };
  if (named <= today) return { kind: "fault", sentence: `${inWords(named)} is not ahead any more. Write a later day.` };
  if (named > addDays(today, furthestDays)) return { kind: "fault", sentence: `${inWords(named)} is more than a year away. Write a sooner day.` };
  let on = named;
  while (!isWorkingDay(on)) on = addDays(on, 1);
  return { kind: "read", on, ...(on !== named && { said: named }) };
}

/** The next one, never today. */
function mondayAfter(today: LocalDate): LocalDate {
  return addDays(today, 8 - dayOfWeek(today));
}

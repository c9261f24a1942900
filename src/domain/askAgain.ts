import { addDays, daysBetween, type LocalDate } from "./localDate.ts";
import type { Plan } from "./plan.ts";

/** Whole days for which a decision is news: somebody linked later is not told of old ones. */
const newsForDays = 30;

/** The last time at which whoever decides on what waits is to be asked, at once and then as often as an overdue measure is chased: `14 after`. */
export function askAgain({ settings }: Pick<Plan, "settings">, waitsSince: LocalDate, today: LocalDate): string {
  const every = settings.chaseEveryDays;
  return `${Math.max(0, Math.floor(daysBetween(waitsSince, today) / every) * every)} after`;
}

/** Whether what was decided on a day is still to be told. */
export function isNews(on: LocalDate, today: LocalDate): boolean {
  return on >= addDays(today, -newsForDays);
}

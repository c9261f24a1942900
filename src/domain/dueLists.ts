import { lastDate, nextDate, passedMilestone } from "./duePhrase.ts";
import type { LocalDate } from "./localDate.ts";
import type { Plan } from "./plan.ts";
import { isComplete } from "./standing.ts";

/** Every measure that is neither complete nor released stands in exactly one list; `milestonePassed` names, besides, some of those ahead. */
export interface DueLists {
  readonly overdue: readonly string[];
  /** Ahead, with an earlier date gone by. */
  readonly milestonePassed: readonly string[];
  /** `on` is the next date. */
  readonly ahead: readonly { readonly ref: string; readonly on: LocalDate }[];
  readonly startOnly: readonly string[];
  readonly undated: readonly string[];
  readonly toBeAgreed: readonly string[];
  readonly invalid: readonly string[];
  /** Not complete, and not monitored; absent where there is none. */
  readonly released?: readonly string[];
}

/** Sorts a plan's open measures by what their due phrases mean on a day. A complete measure is in no list, a released one in that of its own. */
export function dueLists(plan: Plan, today: LocalDate): DueLists {
  const lists = {
    overdue: [] as string[],
    milestonePassed: [] as string[],
    ahead: [] as { ref: string; on: LocalDate }[],
    startOnly: [] as string[],
    undated: [] as string[],
    toBeAgreed: [] as string[],
    invalid: [] as string[],
  };
  const released: string[] = [];
  for (const measure of plan.measures) {
    if (isComplete(measure, plan.scheme)) continue;
    const { ref, due } = measure;
    if (measure.released) {
      released.push(ref);
      continue;
    }
    const next = nextDate(due, today);
    if (next) {
      lists.ahead.push({ ref, on: next.on });
      if (passedMilestone(due, today)) lists.milestonePassed.push(ref);
    } else if (lastDate(due)) lists.overdue.push(ref);
    else if (due.kind === "startOnly" || due.kind === "toBeAgreed" || due.kind === "invalid") lists[due.kind].push(ref);
    else lists.undated.push(ref);
  }
  return { ...lists, ...(released.length > 0 && { released }) };
}

import type { Instant, LocalDate } from "./localDate.ts";
import { daysBetween } from "./localDate.ts";
import type { ObjectId, Plan } from "./plan.ts";
import { isSettled } from "./standing.ts";

/** What somebody was last asked about, or opened by themselves: an answer in words is understood from it. */
export interface LastAsked {
  readonly to: ObjectId;
  readonly by: "reminder" | "form";
  readonly refs: readonly string[];
  /** The plan's own day. */
  readonly on: LocalDate;
  /** Plan time; absent of a reminder, of which only its day is known. */
  readonly at?: Instant;
}

/** A form is talked about while it is fresh; a reminder until the next one is due. */
const formMinutes = 60;
const reminderDays = 31;

/**
 * The measures the talk is about: the form somebody opened within the hour, else what their last reminder asked.
 * What has been answered since, or needs no answer, is out.
 *
 * @param lastAsked - at most one of each kind
 */
export function focusOf(plan: Plan, lastAsked: readonly LastAsked[], now: Instant, today: LocalDate): readonly string[] {
  const form = lastAsked.find(({ by }) => by === "form");
  const reminder = lastAsked.find(({ by }) => by === "reminder");
  const isFresh = form?.at !== undefined && Date.parse(now) - Date.parse(form.at) <= formMinutes * 60_000 && now >= form.at;
  const opened = isFresh ? form.refs.filter((ref) => isOpenSince(plan, ref, ({ at }) => at >= (form.at ?? now))) : [];
  if (opened.length > 0 || !reminder || daysBetween(reminder.on, today) > reminderDays) return opened;
  return reminder.refs.filter((ref) => isOpenSince(plan, ref, ({ on }) => on >= reminder.on));
}

function isOpenSince(plan: Plan, ref: string, isSince: (update: { readonly at: Instant; readonly on: LocalDate }) => boolean): boolean {
  const measure = plan.measures.find((one) => one.ref === ref);
  const latest = measure?.standing?.latest;
  return measure !== undefined && !isSettled(measure, plan.scheme) && !(latest && isSince(latest));
}

import { standInsOf } from "./arrangement.ts";
import { answerersOf, askedFor } from "./askedFor.ts";
import { lastDate } from "./duePhrase.ts";
import { addDays, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { IsWorkingDay } from "./owed.ts";
import type { ObjectId, Plan } from "./plan.ts";
import { isSettled, reportedOn } from "./standing.ts";
import { stillAwaited } from "./stillAwaited.ts";

/** One time leads were asked about a measure, as its mark tells. */
interface TimeAsked {
  readonly to: ObjectId;
  /** As one who answers for it; else a programme manager was told of a lead nobody is linked to. */
  readonly isOwn: boolean;
  /** The date that was near or had gone by. */
  readonly date: LocalDate;
  readonly on: LocalDate;
  readonly isChase: boolean;
}

/** By ref. */
export type TimesAsked = ReadonlyMap<string, readonly TimeAsked[]>;

const reminderMark =
  /^([^|]*)\|(?!undelivered\|)(.*)\|([^|]+)\|(\d{4}-\d\d-\d\d)\|(\d+ before|\d+ after|passed|to agree|can start|as wanted|round \d+|round for [^|]+)$/;

/**
 * Reads from the marks when leads, or for those nobody is linked to the programme managers, were told what is asked.
 *
 * @param markedOn - the day of each mark, by its key
 */
export function timesAsked(markedOn: ReadonlyMap<string, LocalDate>): TimesAsked {
  const found = new Map<string, TimeAsked[]>();
  for (const [mark, on] of markedOn) {
    const ask = readAsk(mark);
    if (!ask) continue;
    const { to, about, ref, date, threshold } = ask;
    const held = found.get(ref) ?? [];
    held.push({ to, isOwn: about === "own", date, on, isChase: threshold.endsWith("after") });
    found.set(ref, held);
  }
  return found;
}

/** What somebody was asked, or told of a lead nobody is linked to, by the key of its mark; undefined for a mark of anything else. */
export function readAsk(mark: string) {
  const [, to, about, ref, date, threshold] = reminderMark.exec(mark) ?? [];
  return to && ref && date && threshold ? { to, about, ref, date: date as LocalDate, threshold } : undefined;
}

/**
 * Since when a measure's leads have left what they were asked without an answer: the first time they were asked after
 * they last answered.
 *
 * A report is an answer, whoever made it for them, and so is asking for a new date: while that waits it is with whoever
 * decides, and the decision begins anew. That something was seen, or is to be asked again later, is none. What was asked and
 * not asked again since the measure was answered is answered. Only what those were asked who answer for it now, or who stood in
 * for them, is left without an answer by them: nobody inherits a silence. While nobody is linked to any lead it is all that the
 * programme manager was told.
 *
 * @param chasesOnly - only what was asked after the date in force had gone by
 * @returns undefined where nothing is left unanswered, or nothing is asked of it now
 */
export function silentSince(plan: Plan, measure: Measure, times: TimesAsked, chasesOnly = false): LocalDate | undefined {
  if (!isAsked(plan, measure)) return undefined;
  const answered = answeredOn(plan, measure) ?? "";
  const date = chaseDateOf(measure);
  const answerers = answerersOf(plan, measure);
  const isTheirs = ({ to, isOwn, on }: TimeAsked) =>
    answerers.length === 0 || (isOwn && answerers.some((one) => one === to || standInsOf(plan.matters.arrangements, one, on).includes(to)));
  const asked = (times.get(measure.ref) ?? []).filter((one) => one.on > answered && isTheirs(one) && (!chasesOnly || (one.isChase && one.date === date)));
  return asked.map(({ on }) => on).toSorted()[0];
}

/** Whether what somebody above the leads was to hear is no more so: answered, decided, moved to another date, or settled since. */
export function silenceEnded(plan: Plan, measure: Measure, { date, since }: { readonly date: LocalDate; readonly since: LocalDate }): boolean {
  return !isAsked(plan, measure) || chaseDateOf(measure) !== date || (answeredOn(plan, measure) ?? "") >= since;
}

function isAsked(plan: Plan, measure: Measure): boolean {
  return !isSettled(measure, plan.scheme) && !measure.dates?.waiting && stillAwaited(plan, measure).length === 0;
}

/** The date by which a measure is chased. */
export function chaseDateOf({ due }: Measure): LocalDate | undefined {
  return lastDate(due) ?? (due.kind === "toBeAgreed" ? due.by : undefined);
}

/** The day of the last report, or of the last decision on a new date. */
export function answeredOn(plan: Plan, measure: Measure): LocalDate | undefined {
  const decided = measure.dates?.decided.at(-1)?.decision.on;
  return [reportedOn(measure, plan), decided]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/**
 * Working days of silence after the day it began, today included. A day on which nobody could be asked does not count: each of
 * those who answer for the measure was away without a deputy, or paused, or said that it is not theirs.
 *
 * @param most - where counting ends
 */
export function silentDays(plan: Plan, measure: Measure, since: LocalDate, today: LocalDate, isWorkingDay: IsWorkingDay, most: number): number {
  const isLinked = answerersOf(plan, measure).length > 0;
  let days = 0;
  for (let day = addDays(since, 1); day <= today && days < most; day = addDays(day, 1)) {
    if (isWorkingDay(day) && (!isLinked || askedFor(plan, measure, day).length > 0)) days++;
  }
  return days;
}

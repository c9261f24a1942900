import { wordsOf } from "./confidential.ts";
import { type DuePhrase, lastDate, type Milestone, nextDate, passedMilestone } from "./duePhrase.ts";
import { daysBetween, type Instant, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import { type MovedDate, movedDate } from "./originalDue.ts";
import { leadsOrStandsIn, type Standpoint } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";
import type { Rating } from "./ratingScheme.ts";
import { decidedLast, isSettled, ratingOf, reportedOn } from "./standing.ts";
import { canStart, stillAwaited } from "./stillAwaited.ts";
import type { Update } from "./update.ts";

/** One measure as its lead is shown it, in a reminder or by `mine`. */
export interface AskLine {
  readonly ref: string;
  readonly words: string;
  readonly due: DuePhrase;
  /** What it was at first; absent for a date that never moved. */
  readonly moved?: MovedDate;
  /** A new date that was asked for and waits for its decision. */
  readonly asked?: DuePhrase;
  /** Why it stands in the list today. */
  readonly why: AskReason;
  /** The rating in force and the day it was given; absent when nobody has rated it. */
  readonly rating?: Rating;
  readonly ratedOn?: LocalDate;
  readonly proposedComplete: boolean;
  /** What it waited for and is complete now, with no report since. */
  readonly canStart?: readonly string[];
  /** That it was called complete and is not, where nothing was reported since. */
  readonly openAgain?: Update;
  /** Set when it was answered since the list was first shown. */
  readonly answered?: {
    readonly at: Instant;
    readonly by: string;
    readonly rating?: string /** Its id, when the reader made it and may change it. */;
    readonly own?: string;
  };
}

export type AskReason =
  | { readonly kind: "ahead"; readonly next: Milestone; readonly daysLeft: number }
  | { readonly kind: "overdue"; readonly dueOn: LocalDate; readonly daysOverdue: number }
  /** Went by with no update since; `next` is still ahead. */
  | { readonly kind: "milestonePassed"; readonly passed: Milestone; readonly next: Milestone; readonly daysLeft: number }
  /** A date was to be agreed by a day. */
  | { readonly kind: "toBeAgreed"; readonly by: LocalDate; readonly daysLate: number }
  /** Not asked about until these, of the plan, are complete. */
  | { readonly kind: "waiting"; readonly awaited: readonly string[] }
  | { readonly kind: "noDate" }
  /** Not monitored: nothing is asked. */
  | { readonly kind: "released"; readonly on: LocalDate }
  /** Complete or proposed complete: nothing is asked. */
  | { readonly kind: "settled" };

/** @param since - when the list was first shown: a line reported on from then is shown as answered */
export function askLine(plan: Plan, measure: Measure, today: LocalDate, since?: Instant, reader?: ObjectId): AskLine {
  const latest = measure.standing?.latest;
  const answered = latest && isAnsweredSince(measure, since);
  const moved = movedDate(measure);
  const asked = measure.dates?.waiting?.due;
  const start = canStart(plan, measure);
  const reported = reportedOn(measure, plan);
  const decided = decidedLast(measure);
  return {
    ref: measure.ref,
    words: wordsOf(plan, measure),
    due: measure.due,
    ...(moved && { moved }),
    ...(asked && { asked }),
    ...(start && !(reported && reported > start.on) && { canStart: start.refs }),
    why: reasonOf(plan, measure, today),
    rating: ratingOf(measure, plan.scheme),
    ratedOn: reported,
    proposedComplete: measure.standing?.proposedComplete === true,
    ...(decided && decided.kind !== "signOff" && { openAgain: decided }),
    ...(answered && { answered: { at: latest.at, by: latest.by.name, rating: latest.rating, ...(latest.by.objectId === reader && { own: latest.id }) } }),
  };
}

/** The plan's measures with these refs, in the order given; refs the plan no longer has are left out. */
export function measuresOf(plan: Plan, refs: readonly string[]): Measure[] {
  const byRef = new Map(plan.measures.map((measure) => [measure.ref, measure]));
  return refs.flatMap((ref) => byRef.get(ref) ?? []);
}

/**
 * Open measures somebody leads, or stands in for today, soonest date first and undated ones last.
 *
 * @param since - those answered from then on are among them though they are settled by it
 */
export function measuresLedBy(plan: Plan, person: Standpoint, today: LocalDate, since?: Instant): Measure[] {
  const dateOf = (measure: Measure) => dateToAnswer(measure, today) ?? "9999";
  return plan.measures
    .filter((measure) => (!isSettled(measure, plan.scheme) || isAnsweredSince(measure, since)) && leadsOrStandsIn(person, measure))
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
}

/** Its date falls by a day, or a milestone of it went by unreported. */
export function isToAnswerBy(plan: Plan, measure: Measure, until: LocalDate, today: LocalDate): boolean {
  return (dateToAnswer(measure, today) ?? "9999") <= until || reasonOf(plan, measure, today).kind === "milestonePassed";
}

export function isAnsweredSince({ standing }: Measure, since: Instant | undefined): boolean {
  return since !== undefined && standing?.latest !== undefined && standing.latest.at >= since;
}

/** The next date of a measure, else its last. */
export function dateToAnswer({ due }: Pick<Measure, "due">, today: LocalDate): LocalDate | undefined {
  return nextDate(due, today)?.on ?? lastDate(due);
}

function reasonOf(plan: Plan, measure: Measure, today: LocalDate): AskReason {
  if (measure.released) return { kind: "released", on: measure.released.on };
  if (isSettled(measure, plan.scheme)) return { kind: "settled" };
  const awaited = stillAwaited(plan, measure);
  if (awaited.length > 0) return { kind: "waiting", awaited };
  const { due } = measure;
  if (due.kind === "toBeAgreed" && due.by) return { kind: "toBeAgreed", by: due.by, daysLate: daysBetween(due.by, today) };
  const next = nextDate(due, today);
  if (!next) {
    const dueOn = lastDate(due);
    return dueOn ? { kind: "overdue", dueOn, daysOverdue: daysBetween(dueOn, today) } : { kind: "noDate" };
  }
  const daysLeft = daysBetween(today, next.on);
  const passed = passedMilestone(due, today);
  const reported = reportedOn(measure, plan);
  if (passed && !(reported && reported >= passed.on)) return { kind: "milestonePassed", passed, next, daysLeft };
  return { kind: "ahead", next, daysLeft };
}

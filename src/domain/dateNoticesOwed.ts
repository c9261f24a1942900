import { answerersOf, peopleOf } from "./askedFor.ts";
import type { DateChangeNamed, Mark } from "./delivery.ts";
import { addDays, daysBetween, type LocalDate } from "./localDate.ts";
import { measuresAtOnce, type OwedNotice, owedNotice } from "./noticesOwed.ts";
import { dateDecidersOf, managersOf } from "./permission.ts";
import type { Measure, ObjectId, Plan } from "./plan.ts";
import { isComplete } from "./standing.ts";

/** Whole days for which a decision is news: somebody linked later is not told of old ones. */
export const newsForDays = 30;

/**
 * Works out who must hear of dates: whoever decides on those that wait, at once and then as often as an overdue measure is
 * chased; and of those decided, once, who asked and the leads. One notice a person each, with whatever is not told yet.
 */
export function dateNoticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[]): OwedNotice[] {
  const asked = new Map<ObjectId, Owing[]>();
  const decided = new Map<ObjectId, Owing[]>();
  for (const measure of plan.measures) {
    const { waiting, decided: all = [] } = measure.dates ?? {};
    if (waiting && !isComplete(measure, plan.scheme)) {
      const every = plan.settings.chaseEveryDays;
      const after = Math.max(0, Math.floor(daysBetween(waiting.on, today) / every) * every);
      for (const to of dateDecidersOf(plan, measure, admins)) addOwing(asked, marks, to, "date", { ref: measure.ref, id: waiting.id }, `${after} after`);
    }
    for (const { request, decision } of all) {
      if (decision.on < addDays(today, -newsForDays)) continue;
      for (const to of toldOf(plan, measure, request.by.objectId, admins)) {
        if (to !== decision.by.objectId) addOwing(decided, marks, to, "date", { ref: measure.ref, id: decision.id }, "decided");
      }
    }
  }
  return [
    ...[...asked].flatMap(([to, owing]) => noticesOf(plan, today, owing, (requests) => ({ kind: "dateRequest", to, requests }))),
    ...[...decided].flatMap(([to, owing]) => noticesOf(plan, today, owing, (decisions) => ({ kind: "dateDecision", to, decisions }))),
  ];
}

/** Of those, somebody who is not the plan's any more gets nothing (law 5). */
export function toldOf(plan: Plan, measure: Measure, asker: ObjectId, admins: readonly ObjectId[]): ReadonlySet<ObjectId> {
  const theirs = new Set([...peopleOf(plan), ...managersOf(plan, admins)]);
  return new Set([asker, ...answerersOf(plan, measure)].filter((one) => theirs.has(one)));
}

/** Something to tell a person, and the mark that says they were told. */
export interface Owing {
  readonly change: DateChangeNamed;
  readonly mark: Mark;
}

/** Adds what its mark does not say was told already. @param about - `date`, `figures` */
export function addOwing(
  map: Map<ObjectId, Owing[]>,
  marks: ReadonlySet<string>,
  to: ObjectId,
  about: string,
  change: DateChangeNamed,
  threshold: string,
): void {
  const mark = { key: [to, about, change.ref, change.id, threshold].join("|"), ref: change.ref };
  if (!marks.has(mark.key)) map.set(to, [...(map.get(to) ?? []), { change, mark }]);
}

/** One notice a part. */
export function noticesOf(
  plan: Plan,
  today: LocalDate,
  owing: readonly Owing[],
  noticeOf: (changes: DateChangeNamed[]) => OwedNotice["delivery"]["notice"],
): OwedNotice[] {
  const found: OwedNotice[] = [];
  for (let from = 0; from < owing.length; from += measuresAtOnce) {
    const some = owing.slice(from, from + measuresAtOnce);
    const itsMarks = some.map(({ mark }) => mark);
    found.push(owedNotice(plan.id, today, itsMarks, noticeOf(some.map(({ change }) => change))));
  }
  return found;
}

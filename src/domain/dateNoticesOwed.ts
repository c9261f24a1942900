import { answerersOf, peopleOf } from "./askedFor.ts";
import type { DateChangeNamed } from "./delivery.ts";
import { addDays, daysBetween, type LocalDate } from "./localDate.ts";
import type { OwedNotice } from "./noticesOwed.ts";
import { noticesTogether, type Owing } from "./noticesTogether.ts";
import { dateDecidersOf, managersOf } from "./permission.ts";
import type { Measure, ObjectId, Plan } from "./plan.ts";
import { isComplete } from "./standing.ts";

/** Whole days for which a decision is news: somebody linked later is not told of old ones. */
const newsForDays = 30;

/**
 * Works out who must hear of dates: whoever decides on those that wait, at once and then as often as an overdue measure is
 * chased; and of those decided, once, who asked and the leads. One notice a person each, with whatever is not told yet.
 */
export function dateNoticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[]): OwedNotice[] {
  const asked = new Map<ObjectId, Owing<DateChangeNamed>[]>();
  const decided = new Map<ObjectId, Owing<DateChangeNamed>[]>();
  for (const measure of plan.measures) {
    const { waiting, decided: all = [] } = measure.dates ?? {};
    if (waiting && !isComplete(measure, plan.scheme)) {
      const every = plan.settings.chaseEveryDays;
      const after = Math.max(0, Math.floor(daysBetween(waiting.on, today) / every) * every);
      for (const to of dateDecidersOf(plan, measure, admins)) add(asked, marks, to, { ref: measure.ref, id: waiting.id }, `${after} after`);
    }
    for (const { request, decision } of all) {
      if (decision.on < addDays(today, -newsForDays)) continue;
      for (const to of toldOf(plan, measure, request.by.objectId, admins)) {
        if (to !== decision.by.objectId) add(decided, marks, to, { ref: measure.ref, id: decision.id }, "decided");
      }
    }
  }
  return [
    ...noticesTogether(plan, today, asked, (to, requests) => ({ kind: "dateRequest", to, requests })),
    ...noticesTogether(plan, today, decided, (to, decisions) => ({ kind: "dateDecision", to, decisions })),
  ];
}

/** Of those, somebody who is not the plan's any more gets nothing (law 5). */
function toldOf(plan: Plan, measure: Measure, asker: ObjectId, admins: readonly ObjectId[]): ReadonlySet<ObjectId> {
  const theirs = new Set([...peopleOf(plan), ...managersOf(plan, admins)]);
  return new Set([asker, ...answerersOf(plan, measure)].filter((one) => theirs.has(one)));
}

function add(map: Map<ObjectId, Owing<DateChangeNamed>[]>, marks: ReadonlySet<string>, to: ObjectId, change: DateChangeNamed, threshold: string): void {
  const mark = { key: [to, "date", change.ref, change.id, threshold].join("|"), ref: change.ref };
  if (!marks.has(mark.key)) map.set(to, [...(map.get(to) ?? []), { of: change, mark }]);
}

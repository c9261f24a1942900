import { askAgain, isNews } from "./askAgain.ts";
import { answerersOf, peopleOf } from "./askedFor.ts";
import type { Decision } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { OwedNotice } from "./noticesOwed.ts";
import { noticesTogether, type Owing } from "./noticesTogether.ts";
import { managersOf } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";

/** What waits for a decision about a measure, and what was decided. */
export interface Decidable {
  /** The row that asks, since when, and who decides. */
  readonly waiting?: { readonly id: string; readonly on: LocalDate; readonly deciders: readonly ObjectId[] };
  /** The rows that decided; `asker` is told as the leads are. */
  readonly decided: readonly { readonly id: string; readonly on: LocalDate; readonly by: ObjectId; readonly asker?: ObjectId }[];
}

/** One kind of thing that is asked for and decided. */
export interface DecisionKind {
  /** Part of the marks' keys. */
  readonly about: string;
  of(measure: Measure): Decidable;
  request(to: ObjectId, requests: readonly Decision[]): OwedNotice["delivery"]["notice"];
  decision(to: ObjectId, decisions: readonly Decision[]): OwedNotice["delivery"]["notice"];
}

/**
 * Works out who must hear of decisions: whoever decides on what waits, at once and then as often as an overdue measure is
 * chased; and of those taken, once, who asked and the leads. One notice a person each, with whatever is not told yet.
 */
export function decisionNotices(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[], kind: DecisionKind): OwedNotice[] {
  const asked = new Map<ObjectId, Owing<Decision>[]>();
  const decided = new Map<ObjectId, Owing<Decision>[]>();
  const add = (map: typeof asked, to: ObjectId, of: Decision, threshold: string) => {
    const mark = { key: [to, kind.about, of.ref, of.id, threshold].join("|"), ref: of.ref };
    if (!marks.has(mark.key)) map.set(to, [...(map.get(to) ?? []), { of, mark }]);
  };
  for (const measure of plan.measures) {
    const { ref } = measure;
    const { waiting, decided: all } = kind.of(measure);
    if (waiting) {
      for (const to of waiting.deciders) add(asked, to, { ref, id: waiting.id }, askAgain(plan, waiting.on, today));
    }
    for (const { id, on, by, asker } of all) {
      if (!isNews(on, today)) continue;
      for (const to of toldOf(plan, measure, asker, admins)) if (to !== by) add(decided, to, { ref, id }, "decided");
    }
  }
  return [...noticesTogether(plan, today, asked, kind.request), ...noticesTogether(plan, today, decided, kind.decision)];
}

/** Of those, somebody who is not the plan's any more gets nothing (law 5). */
export function toldOf(plan: Plan, measure: Measure, asker: ObjectId | undefined, admins: readonly ObjectId[]): ReadonlySet<ObjectId> {
  const theirs = new Set([...peopleOf(plan), ...managersOf(plan, admins)]);
  return new Set([...(asker ? [asker] : []), ...answerersOf(plan, measure)].filter((one) => theirs.has(one)));
}

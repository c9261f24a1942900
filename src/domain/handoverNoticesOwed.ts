import { leavesFrom } from "./arrangement.ts";
import { askAgain, isNews } from "./askAgain.ts";
import { peopleOf } from "./askedFor.ts";
import type { Decision, Mark, Notice } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import type { OwedNotice } from "./noticesOwed.ts";
import { noticesTogether, type Owing } from "./noticesTogether.ts";
import { managersOf } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";
import { isSettled } from "./standing.ts";

/**
 * Works out who must hear of what passes from one person to another: the programme managers of measures that somebody says
 * are not theirs, at once and then as often as an overdue measure is chased; who said so of what was decided, once; and a
 * deputy, once, of each leave they stand in for.
 */
export function handoverNoticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[]): OwedNotice[] {
  const theirs = new Set([...peopleOf(plan), ...managersOf(plan, admins)]);
  const claims = new Map<ObjectId, Owing<Decision>[]>();
  const decisions = new Map<ObjectId, Owing<Decision>[]>();
  const standIns = new Map<ObjectId, Owing<ObjectId>[]>();
  const add = <T>(map: Map<ObjectId, Owing<T>[]>, to: ObjectId, of: T, mark: Mark) => {
    if (!marks.has(mark.key)) map.set(to, [...(map.get(to) ?? []), { of, mark }]);
  };

  for (const { ref } of plan.measures.filter((measure) => !isSettled(measure, plan.scheme))) {
    const { waiting = [], decided = [] } = plan.matters.claims[ref] ?? {};
    for (const { id, on } of waiting) {
      const again = askAgain(plan, on, today);
      for (const to of managersOf(plan, admins)) add(claims, to, { ref, id }, { key: [to, "claim", ref, id, again].join("|"), ref });
    }
    for (const { claim, decision } of decided) {
      const to = claim.by.objectId;
      if (isNews(decision.on, today) && to !== decision.by.objectId && theirs.has(to))
        add(decisions, to, { ref, id: decision.id }, { key: [to, "claim", ref, decision.id, "decided"].join("|"), ref });
    }
  }
  for (const [person, arrangement] of Object.entries(plan.matters.arrangements))
    for (const { from, to, deputy } of leavesFrom(arrangement, today))
      if (deputy) add(standIns, deputy, person, { key: [deputy, "standIn", person, from, to ?? "for good"].join("|") });
  return [
    ...noticesTogether(plan, today, claims, (to, some): Notice => ({ kind: "claim", to, claims: some })),
    ...noticesTogether(plan, today, decisions, (to, some): Notice => ({ kind: "claimDecision", to, decisions: some })),
    ...noticesTogether(plan, today, standIns, (to, some): Notice => ({ kind: "standIn", to, of: [...new Set(some)] })),
  ];
}

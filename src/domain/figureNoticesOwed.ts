import { isNews } from "./askAgain.ts";
import { toldOf } from "./decisionNotices.ts";
import type { Decision } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import type { OwedNotice } from "./noticesOwed.ts";
import { noticesTogether, type Owing } from "./noticesTogether.ts";
import { managersOf } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";

/** Who must hear of figures: the programme managers of those that wait, once; of those decided who proposed them and the leads. */
export function figureNoticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[]): OwedNotice[] {
  const asked = new Map<ObjectId, Owing<Decision>[]>();
  const decided = new Map<ObjectId, Owing<Decision>[]>();
  const add = (map: typeof asked, to: ObjectId, of: Decision, threshold: string) => {
    const mark = { key: [to, "figures", of.ref, of.id, threshold].join("|"), ref: of.ref };
    if (!marks.has(mark.key)) map.set(to, [...(map.get(to) ?? []), { of, mark }]);
  };
  for (const measure of plan.measures) {
    const { waiting = [], decided: all = [] } = measure.agreed ?? {};
    const { ref } = measure;
    for (const { id } of waiting) for (const to of managersOf(plan, admins)) add(asked, to, { ref, id }, "proposed");
    for (const { proposal, decision } of all) {
      if (!isNews(decision.on, today)) continue;
      for (const to of toldOf(plan, measure, proposal.by.objectId, admins)) {
        if (to !== decision.by.objectId) add(decided, to, { ref, id: decision.id }, "decided");
      }
    }
  }
  return [
    ...noticesTogether(plan, today, asked, (to, requests) => ({ kind: "figureRequest", to, requests })),
    ...noticesTogether(plan, today, decided, (to, decisions) => ({ kind: "figureDecision", to, decisions })),
  ];
}

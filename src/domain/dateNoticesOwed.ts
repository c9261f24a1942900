import { decisionNotices } from "./decisionNotices.ts";
import { dateWaiting } from "./decisionsWaiting.ts";
import type { LocalDate } from "./localDate.ts";
import type { OwedNotice } from "./noticesOwed.ts";
import { dateDecidersOf } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";

/** Works out who must hear of new dates that wait, and of those decided. */
export function dateNoticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[]): OwedNotice[] {
  return decisionNotices(plan, marks, today, admins, {
    about: "date",
    of(measure) {
      const waiting = dateWaiting(measure, plan.scheme);
      const decided = measure.dates?.decided ?? [];
      return {
        ...(waiting && { waiting: { id: waiting.id, on: waiting.on, deciders: dateDecidersOf(plan, measure, admins) } }),
        decided: decided.map(({ request, decision }) => ({ id: decision.id, on: decision.on, by: decision.by.objectId, asker: request.by.objectId })),
      };
    },
    request: (to, requests) => ({ kind: "dateRequest", to, requests }),
    decision: (to, decisions) => ({ kind: "dateDecision", to, decisions }),
  });
}

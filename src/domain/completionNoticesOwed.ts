import { decisionNotices } from "./decisionNotices.ts";
import { completionWaiting } from "./decisionsWaiting.ts";
import type { LocalDate } from "./localDate.ts";
import type { OwedNotice } from "./noticesOwed.ts";
import { signOffDecidersOf } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";
import { decidedLast } from "./standing.ts";

/**
 * Works out who must hear of completions that wait to be signed off, and of those signed off, sent back or reopened. Once a
 * report came since, its lead knows, and whoever made it did not propose what was decided.
 */
export function completionNoticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[]): OwedNotice[] {
  const deciders = signOffDecidersOf(plan, admins);
  return decisionNotices(plan, marks, today, admins, {
    about: "signOff",
    of(measure) {
      const proposal = completionWaiting(measure);
      const decided = decidedLast(measure);
      return {
        ...(proposal && { waiting: { id: proposal.id, on: proposal.on, deciders } }),
        decided: decided ? [{ id: decided.id, on: decided.on, by: decided.by.objectId, asker: measure.standing?.latest?.by.objectId }] : [],
      };
    },
    request: (to, requests) => ({ kind: "signOffRequest", to, requests }),
    decision: (to, decisions) => ({ kind: "signOffDecision", to, decisions }),
  });
}

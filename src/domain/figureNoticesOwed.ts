import { addOwing, newsForDays, noticesOf, type Owing, toldOf } from "./dateNoticesOwed.ts";
import { addDays, type LocalDate } from "./localDate.ts";
import type { OwedNotice } from "./noticesOwed.ts";
import { managersOf } from "./permission.ts";
import type { ObjectId, Plan } from "./plan.ts";

/** Who must hear of figures: the programme managers of those that wait, once; of those decided who proposed them and the leads. */
export function figureNoticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[]): OwedNotice[] {
  const asked = new Map<ObjectId, Owing[]>();
  const decided = new Map<ObjectId, Owing[]>();
  for (const measure of plan.measures) {
    const { waiting = [], decided: all = [] } = measure.agreed ?? {};
    const { ref } = measure;
    for (const { id } of waiting) for (const to of managersOf(plan, admins)) addOwing(asked, marks, to, "figures", { ref, id }, "proposed");
    for (const { proposal, decision } of all) {
      if (decision.on < addDays(today, -newsForDays)) continue;
      for (const to of toldOf(plan, measure, proposal.by.objectId, admins)) {
        if (to !== decision.by.objectId) addOwing(decided, marks, to, "figures", { ref, id: decision.id }, "decided");
      }
    }
  }
  return [
    ...[...asked].flatMap(([to, owing]) => noticesOf(plan, today, owing, (requests) => ({ kind: "figureRequest", to, requests }))),
    ...[...decided].flatMap(([to, owing]) => noticesOf(plan, today, owing, (decisions) => ({ kind: "figureDecision", to, decisions }))),
  ];
}

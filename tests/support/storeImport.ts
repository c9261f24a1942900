import { withDates } from "../../src/domain/dateChange.ts";
import type { Plan, PlanContent } from "../../src/domain/plan.ts";
import { standingInForce } from "../../src/domain/standing.ts";
import { withoutWithdrawn } from "../../src/domain/withdrawn.ts";

/** The plan after an import, as the store gives it back: standings and what was decided about dates are those of before. */
export function storeImport(before: Plan, content: PlanContent): Plan {
  const known = new Map([...before.measures, ...(before.withdrawn?.measures ?? [])].map((measure) => [measure.ref, measure]));
  const { areas, sections, actions, measures, file: _, ...head } = JSON.parse(JSON.stringify(content)) as PlanContent;
  const { withdrawn: __, ...kept } = before;
  const standing = measures.map((measure) => ({
    ...withDates(measure, known.get(measure.ref)?.dates),
    standing: standingInForce(measure, known.get(measure.ref)?.standing),
  }));
  return { ...kept, ...head, ...withoutWithdrawn({ areas, sections, actions, measures: standing }) };
}

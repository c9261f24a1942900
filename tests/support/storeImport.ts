import type { Plan, PlanContent } from "../../src/domain/plan.ts";
import { standingInForce } from "../../src/domain/standing.ts";
import { withoutWithdrawn } from "../../src/domain/withdrawn.ts";

/** The plan after an import, as the store gives it back: standings are those of before. */
export function storeImport(before: Plan, content: PlanContent): Plan {
  const standings = new Map([...before.measures, ...(before.withdrawn?.measures ?? [])].map(({ ref, standing }) => [ref, standing]));
  const { areas, sections, actions, measures, file: _, ...head } = JSON.parse(JSON.stringify(content)) as PlanContent;
  const { withdrawn: __, ...kept } = before;
  const standing = measures.map((measure) => ({ ...measure, standing: standingInForce(measure, standings.get(measure.ref)) }));
  return { ...kept, ...head, ...withoutWithdrawn({ areas, sections, actions, measures: standing }) };
}

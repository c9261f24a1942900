import { withoutFigures } from "./figureChange.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import type { Plan, PlanContent } from "./plan.ts";
import { compareRefs } from "./ref.ts";

/** A plan as it was imported, with what was withdrawn and without what people said and did since. Its file is not among it. */
export function contentOf({ settings: _, channel: __, links: ___, roles: ____, matters: ______, withdrawn, ...plan }: Plan): PlanContent {
  const measures = [...plan.measures, ...(withdrawn?.measures ?? [])];
  return {
    ...plan,
    areas: byRef([...plan.areas, ...(withdrawn?.areas ?? [])]),
    sections: byRef([...plan.sections, ...(withdrawn?.sections ?? [])]),
    actions: byRef([...plan.actions, ...(withdrawn?.actions ?? [])]),
    measures: byRef(measures.map(asImported)),
  };
}

/** A measure without what people said of it; the dates they decided stay. */
export function asImported(measure: Measure): MeasureAsImported {
  const { standing: _, dates: __, released: ___, ...imported } = withoutFigures(measure);
  return imported;
}

function byRef<T extends { readonly ref: string }>(parts: T[]): T[] {
  return parts.sort((a, b) => compareRefs(a.ref, b.ref));
}

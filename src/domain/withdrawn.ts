import type { Measure, MeasureAsImported } from "./measure.ts";
import type { Action, Area, Plan, Section, Withdrawn } from "./plan.ts";

interface Parts<M extends MeasureAsImported> {
  readonly areas: readonly Area[];
  readonly sections: readonly Section[];
  readonly actions: readonly Action[];
  readonly measures: readonly M[];
}

/**
 * Sets apart what a file no longer brought. Whatever asks or counts walks `measures` and so never meets it.
 *
 * @returns `withdrawn` only where something is
 */
export function withoutWithdrawn<M extends MeasureAsImported>(all: Parts<M>): Parts<M> & { readonly withdrawn?: Withdrawn } {
  const withdrawn = chosen(all, true);
  const any = Object.values(withdrawn).some((parts) => parts.length > 0);
  return { ...chosen(all, false), ...(any && { withdrawn }) };
}

/** Those of a plan and those a file no longer brought: what was said of them stays. */
export function everMeasuresOf({ measures, withdrawn }: Pick<Plan, "measures" | "withdrawn">): readonly Measure[] {
  return [...measures, ...(withdrawn?.measures ?? [])];
}

function chosen<M extends MeasureAsImported>({ areas, sections, actions, measures }: Parts<M>, withdrawn: boolean): Parts<M> {
  const isChosen = (part: { readonly withdrawnOn?: string }) => (part.withdrawnOn !== undefined) === withdrawn;
  return { areas: areas.filter(isChosen), sections: sections.filter(isChosen), actions: actions.filter(isChosen), measures: measures.filter(isChosen) };
}

import { asImported } from "./contentOf.ts";
import type { LocalDate } from "./localDate.ts";
import type { MeasureAsImported } from "./measure.ts";
import { type KeptFromChat, type MergeRules, mergeMeasure } from "./mergeMeasure.ts";
import type { Plan, PlanContent } from "./plan.ts";
import { countChanges, type PlanChanges, planChanges } from "./planChanges.ts";
import { compareRefs } from "./ref.ts";
import { fileSpeaksOf } from "./standing.ts";

export interface MergedPlan {
  /** To be stored: the file's plan, with what it no longer brings marked withdrawn. */
  readonly content: PlanContent;
  readonly changes: PlanChanges;
  /** By ref. Nothing of it is lost: it stays in force, and the file does not. */
  readonly keptFromChat: readonly KeptFromChat[];
}

/**
 * Brings a file's plan into the one there is. What was said in chat stays with its measure by the ref; a ref the file
 * no longer has is withdrawn, and comes back with everything when a later file brings it again.
 *
 * The same file a second time changes nothing, whatever was said between.
 */
export function mergePlan(before: Plan | undefined, incoming: PlanContent, rules: Omit<MergeRules, "lastImport" | "lastAsOf" | "scheme">): MergedPlan {
  if (!before) return { content: incoming, changes: planChanges(undefined, incoming), keptFromChat: [] };

  const allRules = { ...rules, lastImport: before.importedAt, lastAsOf: before.importedAsOf, scheme: before.scheme };
  const known = new Map([...before.measures, ...(before.withdrawn?.measures ?? [])].map((measure) => [measure.ref, measure]));
  const merged = incoming.measures.map((measure) => {
    const old = known.get(measure.ref);
    return old ? mergeMeasure(old, measure, allRules) : { measure, keptFromChat: [] };
  });
  const gone = before.withdrawn ?? { areas: [], sections: [], actions: [], measures: [] };
  const content: PlanContent = {
    ...incoming,
    areas: withGone(incoming.areas, [...before.areas, ...gone.areas], rules.on),
    sections: withGone(incoming.sections, [...before.sections, ...gone.sections], rules.on),
    actions: withGone(incoming.actions, [...before.actions, ...gone.actions], rules.on),
    measures: withGone(
      merged.map(({ measure }) => measure),
      [...before.measures, ...gone.measures].map((measure): MeasureAsImported => ({ ...asImported(measure), reportedAsOf: fileSpeaksOf(measure, before) })),
      rules.on,
    ),
  };
  const changes = planChanges(before, content);
  // A file that changes nothing says nothing of a newer day, unless somebody says it does.
  const importedAsOf = rules.asOf ?? (countChanges(changes) === 0 ? before.importedAsOf : content.importedAsOf);
  const measures = content.measures.map((measure) => withoutOwnDay(measure, importedAsOf));
  return { content: { ...content, importedAsOf, measures }, changes, keptFromChat: merged.flatMap(({ keptFromChat }) => keptFromChat) };
}

/** A day of its own is kept only where it is another than the plan's. */
function withoutOwnDay(measure: MeasureAsImported, importedAsOf: LocalDate): MeasureAsImported {
  if (measure.reportedAsOf !== importedAsOf) return measure;
  const { reportedAsOf: _, ...rest } = measure;
  return rest;
}

function withGone<T extends { readonly ref: string; readonly withdrawnOn?: LocalDate }>(incoming: readonly T[], before: readonly T[], on: LocalDate): T[] {
  const brought = new Set(incoming.map(({ ref }) => ref));
  const gone = before.filter(({ ref }) => !brought.has(ref)).map((part) => ({ ...part, withdrawnOn: part.withdrawnOn ?? on }));
  return [...incoming, ...gone].sort((a, b) => compareRefs(a.ref, b.ref));
}

import type { Plan } from "../domain/plan.ts";
import type { NamedPart } from "../domain/planChanges.ts";
import { foldRef } from "../domain/ref.ts";
import { findArea } from "../flows/knowPeople.ts";
import { findMeasure } from "./findMeasure.ts";

/**
 * The part of a plan that a typed reference means, the narrowest of that name: a measure, an action, a section, an area. `area 2`,
 * `section 2.1` and `action 2.1` say which.
 *
 * @throws UserError with the nearest there are
 */
export function findPart(plan: Plan, typed: string): NamedPart {
  const [, kind, ref = ""] = /^(?:(measure|action|section|area)\s+)?(.*)$/is.exec(typed.trim()) ?? [];
  const wanted = foldRef(ref);
  const parts: NamedPart[] = [
    ...plan.measures.map(({ ref, words }) => ({ kind: "measure" as const, ref, words })),
    ...plan.actions.map(({ ref, words }) => ({ kind: "action" as const, ref, words })),
    ...plan.sections.map(({ ref, title }) => ({ kind: "section" as const, ref, words: title })),
    ...plan.areas.map(({ ref, title }) => ({ kind: "area" as const, ref, words: title })),
  ];
  const exact = parts.find((part) => foldRef(part.ref) === wanted && (kind === undefined || part.kind === kind.toLowerCase()));
  if (exact) return exact;
  if (/\d\D+\d/.test(ref)) {
    const { ref: found, words } = findMeasure(plan, ref);
    return { kind: "measure", ref: found, words };
  }
  const area = findArea(plan, typed);
  return { kind: "area", ref: area.ref, words: area.title };
}

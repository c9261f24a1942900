import { type DuePhrase, datesOf } from "./duePhrase.ts";
import { withFigures } from "./figureChange.ts";
import { impactOf } from "./impact.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import type { Action, Area, Plan, PlanContent, Section } from "./plan.ts";
import type { RatingScheme } from "./ratingScheme.ts";
import { sameWords } from "./sameWords.ts";
import { narrativeOf, ratingOf, standingInForce } from "./standing.ts";

export type PartKind = "area" | "section" | "action" | "measure";

/** A part of a plan, by what people know it by. */
export interface NamedPart {
  readonly kind: PartKind;
  readonly ref: string;
  readonly words: string;
}

/** As written; blank where there was or is nothing. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What an import does to what is in force. Areas, sections and actions come before measures, each by ref. */
export interface PlanChanges {
  readonly added: readonly NamedPart[];
  readonly changed: readonly (NamedPart & { readonly fields: readonly FieldChange[] })[];
  readonly gone: readonly NamedPart[];
  /** Withdrawn before, and in the file again. */
  readonly back: readonly NamedPart[];
}

type Part = (Area | Section | Action | Measure) & { readonly withdrawnOn?: string };

/** @param before - undefined for a plan's first import, all of which is new */
export function planChanges(before: Plan | undefined, after: PlanContent): PlanChanges {
  const changes = { added: [] as NamedPart[], changed: [] as (NamedPart & { fields: FieldChange[] })[], gone: [] as NamedPart[], back: [] as NamedPart[] };
  for (const kind of ["area", "section", "action", "measure"] as const) {
    const parts = `${kind}s` as const;
    const old = new Map<string, Part>([...(before?.[parts] ?? []), ...(before?.withdrawn?.[parts] ?? [])].map((part) => [part.ref, part]));
    for (const incoming of after[parts]) {
      const was = old.get(incoming.ref);
      const is = kind === "measure" ? withStanding(incoming as MeasureAsImported, was as Measure | undefined) : (incoming as Part);
      const named = { kind, ref: is.ref, words: "words" in is ? is.words : is.title };
      const fields = was ? changedFields(fieldsOf(was, before?.scheme ?? after.scheme), fieldsOf(is, after.scheme)) : [];
      if (!was) changes.added.push(named);
      else if (is.withdrawnOn && was.withdrawnOn) continue;
      else if (is.withdrawnOn) changes.gone.push(named);
      else if (was.withdrawnOn) changes.back.push(named);
      else if (fields.length > 0) changes.changed.push({ ...named, fields });
    }
  }
  return changes;
}

export function countChanges({ added, changed, gone, back }: PlanChanges): number {
  return added.length + changed.length + gone.length + back.length;
}

function withStanding(measure: MeasureAsImported, before: Measure | undefined): Measure {
  return withFigures({ ...measure, standing: standingInForce(measure, before?.standing), dates: before?.dates }, before?.agreed);
}

function changedFields(from: ReadonlyMap<string, string>, to: ReadonlyMap<string, string>): FieldChange[] {
  const changed = [...new Set([...from.keys(), ...to.keys()])]
    .map((field) => ({ field, from: from.get(field) ?? "", to: to.get(field) ?? "" }))
    .filter((change) => !sameWords(change.from, change.to));
  // Another phrase is of course read as something else.
  return changed.filter(({ field }) => field !== dueAsRead || changed.every((other) => other.field !== "due"));
}

/** What chat keeps, or what only says how the part came to be as it is. */
const unseen = new Set([
  "ref",
  "standing",
  "dates",
  "agreed",
  "beforeFigures",
  "figuresOverruled",
  "datesTaken",
  "dateMoves",
  "withdrawnOn",
  "overrules",
  "setAside",
  "ratingAsImported",
  "impactAsImported",
  "narrativeAsImported",
  "reportedAsOf",
]);
const inWords: Readonly<Record<string, string>> = {
  sros: "senior responsible officers",
  iStatement: "I statement",
  waitsFor: "waits for",
  expectedChange: "expected change",
};

/** Every fact of a part in words, so that one added to the domain later is compared as well. */
function fieldsOf(part: Part, scheme: RatingScheme): Map<string, string> {
  const fields = new Map<string, string>();
  if ("narrativeAsImported" in part) {
    fields.set("rating", ratingOf(part, scheme)?.label ?? "");
    fields.set("impact", impactOf(part, scheme)?.label ?? "");
    fields.set("narrative", narrativeOf(part));
  }
  for (const [key, value] of Object.entries(part)) {
    if (unseen.has(key) || value === undefined) continue;
    if (key === "due") fields.set("due", value.asWritten).set(dueAsRead, readingInWords(value));
    else if (isRecord(value)) for (const [inner, one] of Object.entries(value)) fields.set(inWords[inner] ?? inner, textOf(one));
    else fields.set(inWords[key] ?? key, textOf(value));
  }
  return fields;
}

const dueAsRead = "due, as read";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(textOf).join("; ") : (JSON.stringify(value) ?? "");
}

function readingInWords(due: DuePhrase): string {
  const steps = datesOf(due).map(({ on, label, target }) => [on, label, target].filter(Boolean).join(" "));
  return [due.kind, ...steps].join("; ");
}

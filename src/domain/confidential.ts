import type { Entry } from "./entry.ts";
import type { Measure } from "./measure.ts";
import type { MonitoringChange } from "./monitoring.ts";
import { may, mayAnswer, type Standpoint } from "./permission.ts";
import type { Plan } from "./plan.ts";

/** A measure was marked confidential, or is so no longer. */
export interface ConfidenceChange extends Entry {
  readonly ref: string;
  readonly kind: "mark" | "open";
  readonly reason: string;
}

export interface Confidence {
  readonly last: string;
  /** The row that marked it; absent once it was opened again. */
  readonly marked?: ConfidenceChange;
}

/** @param history - every row of one measure, oldest first @returns undefined when there is none */
export function confidenceAfter(history: readonly ConfidenceChange[]): Confidence | undefined {
  const last = history.at(-1);
  return last && confidenceWith(last);
}

/** Only the last row counts. */
export function confidenceWith(last: ConfidenceChange): Confidence {
  return { last: last.id, ...(last.kind === "mark" && { marked: last }) };
}

export function isConfidential({ matters }: Pick<Plan, "matters">, { ref }: Pick<Measure, "ref">): boolean {
  return matters.confidential[ref]?.marked !== undefined;
}

/** Whoever decides, answers for it or leads it; a reader is not. Walsall's plan: such items are minuted apart. */
export function maySeeConfidential(person: Standpoint, measure: Measure): boolean {
  return may(person, "confide") || may(person, "signOff") || mayAnswer(person, measure);
}

/** Whether somebody may see all that is confidential in a plan. @param plan - whole, or as they see it */
export function maySeeAllConfidential(person: Standpoint, plan: Pick<Plan, "measures" | "matters">): boolean {
  return plan.measures.every((measure) => !measure.hidden && (!isConfidential(plan, measure) || maySeeConfidential(person, measure)));
}

/** A measure's words, marked where it is confidential and the reader is entitled to it. */
export function wordsOf(plan: Pick<Plan, "matters">, measure: Pick<Measure, "ref" | "words" | "hidden">): string {
  return isConfidential(plan, measure) && !measure.hidden ? `Confidential: ${measure.words}` : measure.words;
}

/** What stands for the words of a confidential item where it is only counted. */
const confidentialWords = "Confidential item";

/**
 * The plan as somebody may see it: a confidential measure is counted by rating and date, and told neither by its
 * reference nor by a word, to whoever is not entitled to it.
 *
 * @param person - undefined for a channel or an open document, which everybody may read
 */
export function asSeenBy(plan: Plan, person: Standpoint | undefined): Plan {
  const isHidden = (measure: Measure) => isConfidential(plan, measure) && !(person && maySeeConfidential(person, measure));
  const { withdrawn } = plan;
  if (!plan.measures.some(isHidden) && !withdrawn?.measures.some(isHidden)) return plan;
  let number = 0;
  const measures = plan.measures.map((measure) => (isHidden(measure) ? masked(measure, ++number) : measure));
  // What is withdrawn is counted nowhere.
  return { ...plan, measures, ...(withdrawn && { withdrawn: { ...withdrawn, measures: withdrawn.measures.filter((measure) => !isHidden(measure)) } }) };
}

function masked({ area, section, due, ratingAsImported, reportedAsOf, impactAsImported, standing, dateMoves, released }: Measure, number: number): Measure {
  return {
    ref: hiddenRef(number),
    area,
    ...(section && { section }),
    words: confidentialWords,
    leads: [],
    evidence: "",
    due: { ...due, asWritten: "" },
    ...(ratingAsImported && { ratingAsImported }),
    ...(impactAsImported && { impactAsImported }),
    ...(reportedAsOf && { reportedAsOf }),
    narrativeAsImported: "",
    ...(released && { released: maskedRelease(released, number) }),
    ...(dateMoves && { dateMoves: dateMoves.map((move) => ({ ...move, reason: "" })) }),
    ...(standing && { standing: { ...standing, latest: undefined, decided: undefined } }),
    other: {},
    hidden: true,
  };
}

function hiddenRef(number: number): string {
  return `confidential ${number}`;
}

/** An area or a section tells nothing of one measure in it. */
function maskedRelease(released: MonitoringChange, number: number): MonitoringChange {
  return released.part === "area" || released.part === "section" ? released : { ...released, ref: hiddenRef(number), reason: "" };
}

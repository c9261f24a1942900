import type { Entry } from "./entry.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import { may, mayAnswer, type Standpoint } from "./permission.ts";
import type { Author, Plan } from "./plan.ts";
import { everMeasuresOf } from "./withdrawn.ts";

/** What the log says of a risk. */
export interface RiskWords {
  readonly words: string;
  /** A lead as written, or anybody else's name. */
  readonly owner?: string;
  /** What is done about it. */
  readonly mitigation?: string;
}

/** One row of a risk's history. Appended, never edited. */
export interface RiskChange extends Entry {
  /** `R1` */
  readonly risk: string;
  readonly change:
    | ({
        readonly kind: "raised";
        /** The measure it belongs to. */
        readonly ref: string;
        /** The update that named it. */
        readonly update?: string;
      } & RiskWords)
    | ({ readonly kind: "changed" } & RiskWords)
    | { readonly kind: "closed" | "reopened"; readonly reason: string };
}

/** A risk of the plan's log as it stands. */
export interface Risk extends RiskWords {
  readonly risk: string;
  /** The last row, whatever it did; a card that showed another is behind. */
  readonly last: string;
  readonly ref: string;
  readonly update?: string;
  readonly raised: { readonly on: LocalDate; readonly by: Author; readonly nonce: string };
  /** Absent while it is open. */
  readonly closed?: { readonly on: LocalDate; readonly by: Author; readonly reason: string };
}

/** @param history - every row of one risk, oldest first @returns undefined when there is none, or its first does not raise it */
export function riskAfter(history: readonly RiskChange[]): Risk | undefined {
  return history.reduce<Risk | undefined>(riskWith, undefined);
}

/** The risk after one more row. */
export function riskWith(before: Risk | undefined, { id, risk, on, by, nonce, change }: RiskChange): Risk | undefined {
  if (change.kind === "raised") {
    const { ref, update } = change;
    return { risk, last: id, ref, ...(update !== undefined && { update }), ...wordsOf(change), raised: { on, by, nonce } };
  }
  if (!before) return undefined;
  const { words, owner, mitigation, closed, ...rest } = before;
  const said = change.kind === "changed" ? wordsOf(change) : wordsOf({ words, owner, mitigation });
  const ended = change.kind === "closed" ? { on, by, reason: change.reason } : change.kind === "reopened" ? undefined : closed;
  return { ...rest, ...said, last: id, ...(ended && { closed: ended }) };
}

function wordsOf({ words, owner, mitigation }: RiskWords): RiskWords {
  return { words, ...(owner && { owner }), ...(mitigation && { mitigation }) };
}

/** Risks of measures that may be told here, oldest number first; what is confidential, and not for the reader, is left out. */
export function risksOf(plan: Plan): Risk[] {
  const told = new Set(everMeasuresOf(plan).map(({ ref }) => ref));
  return Object.values(plan.matters.risks)
    .filter(({ ref }) => told.has(ref))
    .sort((a, b) => numberOf(a.risk) - numberOf(b.risk));
}

/** Open risks of measures the plan still has. */
export function openRisksOf(plan: Plan): Risk[] {
  const there = new Set(plan.measures.map(({ ref }) => ref));
  return risksOf(plan).filter(({ closed, ref }) => !closed && there.has(ref));
}

/** Measures whose file names a risk that nobody has taken into the log. */
export function importedRisks(plan: Plan): Measure[] {
  const taken = new Set(Object.values(plan.matters.risks).map(({ ref, words }) => `${ref} ${plainly(words)}`));
  return plan.measures.filter(({ hidden, ref, risk }) => !hidden && risk !== undefined && risk.trim() !== "" && !taken.has(`${ref} ${plainly(risk)}`));
}

/** The number of the next one; counts those the reader may not see as well. */
export function nextRisk({ matters }: Pick<Plan, "matters">): string {
  return `R${Math.max(0, ...Object.keys(matters.risks).map(numberOf)) + 1}`;
}

/** A lead writes of the risks of their own measures, an SRO of the area's, a programme manager of all. */
export function mayChangeRisk(plan: Plan, person: Standpoint, { ref }: Pick<Risk, "ref">): boolean {
  const measure = everMeasuresOf(plan).find((one) => one.ref === ref);
  return measure ? mayAnswer(person, measure) : may(person, "manage");
}

function numberOf(risk: string): number {
  return Number(risk.slice(1));
}

/** The same risk, whatever its capitals and spaces. */
export function sameRisk(a: string, b: string): boolean {
  return plainly(a) === plainly(b);
}

function plainly(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase();
}

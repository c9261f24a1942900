import { isConfidential } from "./confidential.ts";
import type { Entry } from "./entry.ts";
import type { LocalDate } from "./localDate.ts";
import type { Picture } from "./picture.ts";
import type { Author, Plan } from "./plan.ts";

/** A digest as it was posted. Made once, before it is sent: whoever sends it, and however often, sends this. */
export interface FrozenDigest extends Entry {
  /** The cadence it belongs to. */
  readonly digest: string;
  /** The day the cadence names; the two identify it. */
  readonly for: LocalDate;
  readonly card: object;
  /** What Teams' toast said. */
  readonly alert: string;
  /** Where every measure stood: the next digest compares with it. */
  readonly picture: Picture;
  /** Refs of what was confidential then, and so is not told in it; absent where nothing was. */
  readonly hidden?: readonly string[];
}

/** That there is one, which is all that is read with the plan. */
export interface FrozenStanding {
  readonly last: string;
  readonly digest: string;
  readonly for: LocalDate;
  /** The plan's local day on which it was made. */
  readonly on: LocalDate;
}

export const drumbeat: Author = { objectId: "drumbeat", name: "Drumbeat" };

export function frozenSubject({ digest, for: day }: Pick<FrozenDigest, "digest" | "for">): string {
  return `${digest}|${day}`;
}

/** @returns undefined when there is none */
export function frozenAfter(history: readonly FrozenDigest[]): FrozenStanding | undefined {
  const [made] = history;
  return made && { last: made.id, digest: made.digest, for: made.for, on: made.on };
}

/** Refs of what it may tell and has been marked confidential since it was made. */
export function markedSince({ picture, hidden = [] }: Pick<FrozenDigest, "picture" | "hidden">, plan: Pick<Plan, "matters">): string[] {
  return Object.keys(picture).filter((ref) => isConfidential(plan, { ref }) && !hidden.includes(ref));
}

/** Every digest that was made, latest first. @param digest - only those of one cadence */
export function frozenDigests({ matters }: Pick<Plan, "matters">, digest?: string): FrozenStanding[] {
  return Object.values(matters.digests)
    .filter((one) => digest === undefined || one.digest === digest)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.for < b.for ? 1 : -1));
}

import type { Entry } from "./entry.ts";
import type { Author } from "./plan.ts";

/** One row of what was said and decided about whose measure it is. */
export interface ClaimChange extends Entry {
  readonly ref: string;
  readonly change: /** Who made the row says that the measure is not theirs: whose it is, where they said, and what they wrote. */
    | { readonly kind: "notMine"; readonly whom?: string; readonly suggested?: Author; readonly words: string }
    /** They take it back. */
    | { readonly kind: "mineAfterAll"; readonly answers: string }
    /** A programme manager gave it to somebody else: all that these leads lead, or where there are none the measure alone. */
    | { readonly kind: "handedOn"; readonly answers: string; readonly to: Author; readonly leads: readonly string[]; readonly words?: string }
    /** It stays with them, for a reason. */
    | { readonly kind: "stays"; readonly answers: string; readonly words: string };
}

/** Somebody said that a measure is not theirs. */
export type Claim = ClaimChange & { readonly change: Extract<ClaimChange["change"], { kind: "notMine" }> };

export interface DecidedClaim {
  readonly claim: Claim;
  readonly decision: ClaimChange & { readonly change: Extract<ClaimChange["change"], { kind: "handedOn" | "stays" }> };
}

/** Where it stands whose a measure is. */
export interface ClaimStanding {
  /** The last row, whatever it did. */
  readonly last: string;
  /** Not decided: whoever said so is not asked about the measure meanwhile. At most one a person. */
  readonly waiting: readonly Claim[];
  /** Oldest first. */
  readonly decided: readonly DecidedClaim[];
}

/** @param history - every row of one measure, oldest first @returns undefined when there is none */
export function claimsAfter(history: readonly ClaimChange[]): ClaimStanding | undefined {
  return history.reduce<ClaimStanding | undefined>(claimsWith, undefined);
}

/** The standing after one more row. A row that answers what does not wait changes nothing but its place in the history. */
export function claimsWith(before: ClaimStanding | undefined, row: ClaimChange): ClaimStanding {
  const { waiting, decided } = before ?? { waiting: [], decided: [] };
  const last = row.id;
  const { change } = row;
  if (change.kind === "notMine") {
    const others = waiting.filter(({ by }) => by.objectId !== row.by.objectId);
    return { last, waiting: [...others, { ...row, change }], decided };
  }
  const claim = waiting.find(({ id }) => id === change.answers);
  if (!claim) return { last, waiting, decided };
  const left = waiting.filter((one) => one !== claim);
  return { last, waiting: left, decided: change.kind === "mineAfterAll" ? decided : [...decided, { claim, decision: { ...row, change } }] };
}

import type { Challenge } from "./challenge/challenge.ts";
import type { Evidence } from "./evidence.ts";
import type { Instant, LocalDate } from "./localDate.ts";
import type { Figure } from "./measure.ts";
import type { Author } from "./plan.ts";

/** What those who sign off decide of a completion. */
export type Completion = "signOff" | "sentBack" | "reopening";

/** Whether a row decides on completion, and is no lead's. */
export function isDecision({ kind }: Pick<Update, "kind">): boolean {
  return kind !== "report" && kind !== "withdrawal";
}

/** What a row did, for histories: `Cath Chair, 3 October 2022: signed off as complete`. */
export const didInWords: Readonly<Record<Exclude<Update["kind"], "report">, string>> = {
  withdrawal: "took back an update",
  signOff: "signed off as complete",
  sentBack: "sent back, not complete yet",
  reopening: "reopened, no longer complete",
};

/** One row of a measure's history. Appended, never edited: a change or an undo is a new row naming the one it replaces. */
export interface Update {
  /** Running number within the measure, six digits: `000001`. */
  readonly id: string;
  readonly ref: string;
  readonly at: Instant;
  /** The plan's local day at that moment. */
  readonly on: LocalDate;
  readonly by: Author;
  readonly via: "card" | "chat";
  /**
   * `report` says something; `withdrawal` takes back the row it names; the others are decisions on completion: `signOff` accepts
   * it, `sentBack` leaves the rating before it in force, and `reopening` takes a completion back.
   */
  readonly kind: "report" | "withdrawal" | Completion;
  /** The label given. One of kind complete only proposes completion. Of a reopening the rating then in force; absent for none. */
  readonly rating?: string;
  /** The label given for impact; absent where it was left blank. */
  readonly impact?: string;
  /** Of a decision its reason; empty for a sign-off without words. */
  readonly narrative: string;
  readonly figure?: Figure;
  /** What could go wrong, and what is done about it, in the lead's words. */
  readonly risk?: string;
  readonly mitigation?: string;
  /** Kept by reference. */
  readonly evidence?: readonly Evidence[];
  /** What would help, in the lead's words. */
  readonly help?: string;
  /** What did not fit together when it was made; absent when everything did. */
  readonly challenges?: readonly Challenge[];
  /** What the lead says to that: why it is right all the same. */
  readonly why?: string;
  /** The id of the row this one replaces. */
  readonly amends?: string;
  /** The lead, as written, on whose behalf somebody else answered. */
  readonly onBehalfOf?: string;
  /** Of the card it was sent from: the same nonce is the same answer, however often it arrives. */
  readonly nonce: string;
}

import type { Instant, LocalDate } from "./localDate.ts";
import type { Author, Figure } from "./plan.ts";

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
  /** `report` says something; `withdrawal` takes back the row it names; `signOff` accepts a proposed completion. */
  readonly kind: "report" | "withdrawal" | "signOff";
  /** The label given. One of kind complete only proposes completion. */
  readonly rating?: string;
  readonly narrative: string;
  readonly figure?: Figure;
  /** What would help, in the lead's words. */
  readonly help?: string;
  /** The id of the row this one replaces. */
  readonly amends?: string;
  /** The lead, as written, on whose behalf somebody else answered. */
  readonly onBehalfOf?: string;
  /** Of the card it was sent from: the same nonce is the same answer, however often it arrives. */
  readonly nonce: string;
}

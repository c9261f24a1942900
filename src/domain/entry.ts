import type { Instant, LocalDate } from "./localDate.ts";
import type { Author } from "./plan.ts";

/** One row of what was said or decided of a matter. Appended, never edited: what takes it back is a new row. */
export interface Entry {
  /** Running number within its matter and subject, six digits: `000001`. */
  readonly id: string;
  readonly at: Instant;
  /** The plan's local day at that moment. */
  readonly on: LocalDate;
  readonly by: Author;
  readonly via: "card" | "chat";
  /** Of the card it was sent from: the same nonce is the same press, however often it arrives. */
  readonly nonce: string;
}

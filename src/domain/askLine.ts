import type { DuePhrase, Milestone } from "./duePhrase.ts";
import type { Instant, LocalDate } from "./localDate.ts";
import type { Rating } from "./ratingScheme.ts";

/** One measure as its lead is shown it, in a reminder or by `mine`. */
export interface AskLine {
  readonly ref: string;
  readonly words: string;
  readonly due: DuePhrase;
  /** Why it stands in the list today. */
  readonly why: AskReason;
  /** The rating in force and the day it was given; absent when nobody has rated it. */
  readonly rating?: Rating;
  readonly ratedOn?: LocalDate;
  readonly proposedComplete: boolean;
  /** Set when it was answered since the list was first shown. */
  readonly answered?: { readonly at: Instant; readonly by: string; readonly rating?: string };
}

export type AskReason =
  | { readonly kind: "ahead"; readonly next: Milestone; readonly daysLeft: number }
  | { readonly kind: "overdue"; readonly dueOn: LocalDate; readonly daysOverdue: number }
  /** Went by with no update since; `next` is still ahead. */
  | { readonly kind: "milestonePassed"; readonly passed: Milestone; readonly next: Milestone; readonly daysLeft: number }
  | { readonly kind: "noDate" }
  /** Complete or proposed complete: nothing is asked. */
  | { readonly kind: "settled" };

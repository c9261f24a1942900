import type { Evidence } from "../evidence.ts";
import type { RatingKind, RatingScheme } from "../ratingScheme.ts";

/** A measure as somebody may speak of it. */
export interface SpokenOf {
  readonly ref: string;
  readonly action?: string;
  /** What its figure is held against, as written: `13 weeks`. */
  readonly target?: string;
  /** What its rating means by now; absent where it has none. */
  readonly rated?: RatingKind;
}

/** What was asked of the person who speaks: without it an answer cannot be told from any other sentence. */
export interface Asked {
  readonly scheme: RatingScheme;
  /** Every measure of the plan, so that a reference is known when it is typed. */
  readonly measures: readonly SpokenOf[];
  /** Refs of the open measures they lead, soonest first. */
  readonly own: readonly string[];
  /** Those the talk is about: the form they opened last, else what their last reminder asked and nobody has answered since. */
  readonly focus: readonly string[];
  /** What they last said of a measure, for `same as above`. */
  readonly lastSaid?: Draft & { readonly ref: string };
}

/** Everything that was typed, in the boxes it belongs in. Nothing is left out, except words that only named the measure or the rating. */
export interface Draft {
  /** A label of the scheme: as said, or in a question what it may have been. */
  readonly rating?: string;
  readonly narrative: string;
  /** Begins with a number. */
  readonly figure?: string;
  readonly help?: string;
  /** Named as such: a label of the scheme. */
  readonly impact?: string;
  readonly risk?: string;
  readonly mitigation?: string;
  /** Files that came beside the words. */
  readonly files?: readonly Evidence[];
}

/** What was said of one measure. Only `answer` is certain; the others are questions, and carry all that was typed. */
export type SaidOfOne =
  | { readonly kind: "answer"; readonly ref: string; readonly draft: Draft & { readonly rating: string } }
  /** No rating, or none for certain. */
  | { readonly kind: "askRating"; readonly ref: string; readonly draft: Draft }
  /** A bare rating. */
  | { readonly kind: "askWhy"; readonly ref: string; readonly draft: Draft & { readonly rating: string } }
  /** Nothing has changed, or it is as elsewhere: said again only when the person has seen what that would record. */
  | { readonly kind: "same"; readonly ref: string; readonly draft: Draft; readonly as?: Draft & { readonly ref: string } }
  /** Never a guess between two measures. */
  | {
      readonly kind: "askWhich";
      readonly among: readonly string[];
      /** Less likely ones, offered after those. */
      readonly also?: readonly string[];
      readonly draft: Draft;
      readonly forAll: boolean;
      readonly unknown?: string;
    };

/** What somebody who was asked about measures said. `refs` are the measures it is about, as far as that is certain. */
export type Said =
  | { readonly kind: "report"; readonly of: readonly SaidOfOne[] }
  /** Somebody else leads it: whom, in their words, where they said. `ask` where they only named somebody who knows. */
  | { readonly kind: "notMine"; readonly refs: readonly string[]; readonly whom?: string; readonly ask?: true }
  /** A new date, or more time: until when and why, in their words; `reason` is empty where they gave none. */
  | { readonly kind: "moreTime"; readonly refs: readonly string[]; readonly until?: string; readonly reason: string }
  /** They will answer at another time. */
  | { readonly kind: "later"; readonly refs: readonly string[]; readonly when?: string }
  /** They leave or go away, and somebody else takes over. */
  | { readonly kind: "handover"; readonly refs: readonly string[]; readonly whom?: string; readonly when?: string }
  /** They are there again. */
  | { readonly kind: "back" }
  | { readonly kind: "question"; readonly about: "whyMe" | "date" | "rating" | "lead" | "closing" | "other"; readonly refs: readonly string[] }
  /** `ok`, `thanks`; `yes` and `no` where nothing was asked. */
  | { readonly kind: "pleasantry"; readonly yesOrNo: boolean }
  /** Not understood, and kept. */
  | { readonly kind: "unsure"; readonly refs: readonly string[]; readonly draft: Draft; readonly forwarded: boolean };

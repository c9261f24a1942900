import { inWords, type LocalDate } from "../localDate.ts";
import { type Against, distanceInWords } from "./figureAgainst.ts";
import type { Explanation } from "./leftOut.ts";

/** What does not fit together in an update, with the facts of the day it was made. Stored with it; the sentences are made when it is read. */
export type Challenge =
  /** Rated as if there were time, and there is none: the last date went by, or a milestone nobody has reported on since. */
  | { readonly rule: "datePassed"; readonly rating: string; readonly on: LocalDate; readonly milestone?: boolean }
  | { readonly rule: "behindTarget"; readonly rating: string; readonly figure: string; readonly against: Against }
  | { readonly rule: "noEvidence"; readonly rating: string }
  | { readonly rule: "unexplained"; readonly rating: string; readonly missing: readonly Explanation[] }
  /** The day those words were said before. */
  | { readonly rule: "sameWords"; readonly on: LocalDate }
  | { readonly rule: "otherFigure"; readonly figure: string; readonly said: string }
  | { readonly rule: "betterThanImpact"; readonly rating: string; readonly impact: string };

const explanations: Readonly<Record<Explanation, string>> = {
  cause: "what is the cause",
  action: "what is being done about it",
  otherwise: "what happens otherwise",
};

/** What is asked of the lead. */
export function challengeInWords(challenge: Challenge): string {
  switch (challenge.rule) {
    case "datePassed":
      return `${challenge.rating}, but the ${dateOf(challenge)} has gone by. Is it done, or is another rating right?`;
    case "behindTarget":
      return `${challenge.rating}, but ${challenge.figure} is ${distanceInWords(challenge.against)}.`;
    case "noEvidence":
      return `${challenge.rating}, but there is no evidence yet. What can the board look at?`;
    case "unexplained":
      return `${challenge.rating}: ${listed(challenge.missing.map((one) => explanations[one]))}?`;
    case "sameWords":
      return `These are the words of ${inWords(challenge.on)}. What has changed since, or why has nothing?`;
    case "otherFigure":
      return `The figure is ${challenge.figure}, but the words say ${challenge.said}. Which is right?`;
    case "betterThanImpact":
      return `${challenge.rating} for progress, but ${challenge.impact} for impact. Why is it not felt yet?`;
  }
}

/** What is told to the board, for a list. */
export function challengeForBoard(challenge: Challenge): string {
  switch (challenge.rule) {
    case "datePassed":
      return `${challenge.rating} while the ${dateOf(challenge)} had gone by`;
    case "behindTarget":
      return `${challenge.rating} while ${challenge.figure} is ${distanceInWords(challenge.against)}`;
    case "noEvidence":
      return `${challenge.rating} without evidence`;
    case "unexplained":
      return `${challenge.rating} without saying ${listed(challenge.missing.map((one) => explanations[one]))}`;
    case "sameWords":
      return `the same words as on ${inWords(challenge.on)}`;
    case "otherFigure":
      return `the figure is ${challenge.figure}, the words say ${challenge.said}`;
    case "betterThanImpact":
      return `${challenge.rating} for progress while ${challenge.impact} for impact`;
  }
}

function dateOf({ on, milestone }: Extract<Challenge, { rule: "datePassed" }>): string {
  return `${milestone ? "milestone" : "date"} of ${inWords(on)}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

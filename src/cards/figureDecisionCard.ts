import { longestHelp } from "../domain/answerForm.ts";
import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

const mostComment = longestHelp + 500;

export interface FigureDecision {
  readonly planTitle: string;
  readonly plan: string;
  readonly ref: string;
  readonly words: string;
  /** The id of the proposal. */
  readonly request: string;
  /** Who proposed it, when, and what it would change, line by line. */
  readonly facts: readonly string[];
  readonly nonce: string;
  /** How many more wait. */
  readonly more: number;
  readonly comment?: string;
  readonly fault?: string;
}

/** Puts proposed figures to the programme manager. */
export function figureDecisionCard({ planTitle, plan, ref, words, request, facts, nonce, more, comment = "", fault }: FigureDecision): Card {
  const decide = (title: string, how: Extract<CardAction, { verb: "decideFigures" }>["how"]) =>
    cardButton(title, { verb: "decideFigures", plan, ref, request, nonce, how });
  return fitCard(mostComment, (most) =>
    fillTemplate("figureDecision", {
      planTitle,
      heading: `${ref}: other figures are proposed`,
      words: cutAtWord(words, 600),
      facts: facts.slice(0, 20).map((fact) => cutAtWord(fact, 400)),
      more: more > 0 ? `${more} more ${more === 1 ? "proposal waits" : "proposals wait"} for you: type figures.` : undefined,
      fault,
      comment: comment.slice(0, most).toWellFormed(),
      most: mostComment,
      decisions: [decide("Agree", "agree"), decide("Do not agree", "refuse")],
      buttons: [cardButton("Its figures", { verb: "say", words: `figures ${ref}` })],
    }),
  );
}

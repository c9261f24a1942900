import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Card } from "./card.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
import { cutAtWord, excerpt, moreInHistory } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** A measure its lead calls complete, as whoever signs off is shown it. */
export interface Proposal {
  readonly ref: string;
  readonly words: string;
  /** The measure's last update at the moment: what is signed off is what was shown. */
  readonly basis: string;
  readonly narrative: string;
  readonly figure?: string;
  /** What success looks like, in the plan's words. */
  readonly evidence: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly on: LocalDate;
  /** The rating it keeps until then, in words. */
  readonly before: string;
}

/** What became of one, shown above what still waits. */
export interface SignOffOutcome {
  readonly kind: "done" | "not";
  readonly title: string;
  readonly lines: readonly string[];
  /** Takes the sign-off back. */
  readonly undo?: CardButton;
}

export interface SignOffList {
  readonly planTitle: string;
  readonly plan: string;
  /** This page's, at most `proposalsPerPage`. */
  readonly proposals: readonly Proposal[];
  readonly page: number;
  readonly pages: number;
  /** Of all pages. */
  readonly total: number;
  readonly nonce: string;
  readonly outcomes?: readonly SignOffOutcome[];
}

/** Each is read before it is ticked. */
export const proposalsPerPage = 6;
const mostNarrative = 600;

/** What is proposed complete, each with a tick and a way back; and what was just decided. */
export function signOffCard(data: SignOffList): Card {
  const { planTitle, plan, proposals, page, pages, total, nonce, outcomes = [] } = data;
  const lines = proposals.map(({ ref, basis }) => ({ ref, basis }));
  const turn = (title: string, to: number) => (to >= 1 && to <= pages ? [cardButton(title, { verb: "showSignOff", plan, page: to })] : []);
  return fitCard(mostNarrative, (most) =>
    fillTemplate("signOff", {
      planTitle,
      heading: total === 0 ? "Nothing waits for sign-off" : `${total} proposed complete`,
      intro: introOf(data),
      outcomes: outcomes.map(({ kind, title, lines, undo }) => ({
        style: kind === "done" ? "good" : "warning",
        title: `${kind === "done" ? "✔" : "⚠"} ${title}`,
        lines: lines.map((line) => cutAtWord(line, Math.max(60, most))),
        undo,
      })),
      proposals: proposals.map((proposal, n) => proposalView(proposal, n, most, data)),
      signOff: total > 0 ? cardButton("Sign off the ticked", { verb: "signOffTicked", plan, nonce, page, lines }) : undefined,
      buttons: [...turn("‹ Previous", page - 1), ...turn("Next ›", page + 1)],
    }),
  );
}

function introOf({ total, page, pages }: SignOffList): string {
  if (total === 0) return "A measure comes here when its lead says it is complete.";
  const here = pages > 1 ? ` Page ${page} of ${pages}; ticks count on the page they stand on.` : "";
  return `Until it is signed off each keeps the rating it had. Tick what is completed and embedded, or send it back with words.${here}`;
}

function proposalView(proposal: Proposal, n: number, most: number, { plan, page }: SignOffList): object {
  const { ref, words, basis, narrative, figure, evidence, by, onBehalfOf, on, before } = proposal;
  const onBehalf = onBehalfOf ? ` on behalf of ${cutAtWord(onBehalfOf, 80)}` : "";
  return {
    title: `${ref}: ${excerpt(words, 120)}`,
    said: `“${cutAtWord(narrative, most, moreInHistory)}”`,
    facts: [
      figure && `Figure: ${cutAtWord(figure, 80)}`,
      evidence && `Success looks like: ${excerpt(evidence, Math.min(most, 200))}`,
      `Proposed by ${by}${onBehalf}, ${inWords(on)}`,
      `Until then: ${before}`,
    ].filter(Boolean),
    tick: tickOf(n),
    tickTitle: `Sign off ${ref}`,
    sendBack: cardButton(`Send ${ref} back`, { verb: "openSendBack", plan, ref, basis, page }),
  };
}

/** The id under which the tick of a page's line comes back. */
export function tickOf(line: number): string {
  return `tick${line}`;
}

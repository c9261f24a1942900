import { longestHelp } from "../domain/answerForm.ts";
import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { mostTypedOfDate } from "./dateFormCard.ts";
import type { WaitingDate } from "./datesCard.ts";
import { requestFacts } from "./datesCard.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

const mostComment = longestHelp + 500;

export interface DateDecision {
  readonly planTitle: string;
  readonly plan: string;
  readonly waiting: WaitingDate;
  readonly nonce: string;
  /** How many more wait for this person. */
  readonly more: number;
  readonly typed?: { readonly otherDate?: string; readonly comment?: string };
  readonly faults?: Readonly<Partial<Record<"otherDate" | "comment", string>>>;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

/** Puts one request to whoever decides on it: all that bears on it, and three answers. */
export function dateDecisionCard({ planTitle, plan, waiting, nonce, more, typed, faults = {}, news }: DateDecision): Card {
  const { ref, request, words, reason } = waiting;
  const decide = (title: string, how: Extract<CardAction, { verb: "decideDate" }>["how"]) =>
    cardButton(title, { verb: "decideDate", plan, ref, request, nonce, how });
  return fitCard(mostComment, (most) =>
    fillTemplate("dateDecision", {
      planTitle,
      heading: `${ref}: a new date is asked for`,
      faults: { ...faults, ...(Object.keys(faults).length > 0 && { summary: "Not decided yet. Please put this right and press again." }) },
      news: news && { sentence: news.sentence, lines: news.lines.slice(0, 6).map((line) => cutAtWord(line, 300)) },
      words: cutAtWord(words, 600),
      facts: requestFacts(waiting),
      reason: `Why: “${cutAtWord(reason, 1_000)}”`,
      more: more > 0 ? `${more} more ${more === 1 ? "request waits" : "requests wait"} for you.` : undefined,
      otherDate: (typed?.otherDate ?? "").slice(0, mostTypedOfDate.date).toWellFormed(),
      comment: (typed?.comment ?? "").slice(0, most).toWellFormed(),
      most: { date: mostTypedOfDate.date, comment: mostComment },
      decisions: [decide("Accept", "accept"), decide("Accept another date", "acceptOther"), decide("Refuse", "refuse")],
      buttons: [cardButton("What else waits", { verb: "say", words: "dates" }), cardButton("Its history", { verb: "showHistory", plan, ref })],
    }),
  );
}

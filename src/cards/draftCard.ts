import type { RatingScheme } from "../domain/ratingScheme.ts";
import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { cardButton } from "./cardButton.ts";
import { excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { ratingInWords } from "./ratingStyle.ts";
import { mostTyped } from "./updateFormCard.ts";

/** So many measures can be ticked on one card; of more, one is searched for. */
export const mostTicked = 8;

/** Something said in words of one or several measures of many: asks which, and keeps all that was typed. */
export interface DraftForm {
  readonly planTitle: string;
  readonly heading: string;
  readonly question: string;
  readonly notes?: readonly string[];
  readonly measures: readonly { readonly ref: string; readonly words: string }[];
  /** Refs ticked already. */
  readonly chosen?: readonly string[];
  readonly faults?: Readonly<Partial<Record<"ref" | "rating" | "narrative" | "figure" | "help", string>>>;
  readonly go: Extract<CardAction, { verb: "saveDraft" | "chooseForDate" | "addEvidence" }>;
  /** An update, a new date, or nothing more. */
  readonly asks:
    | {
        readonly kind: "update";
        readonly scheme: RatingScheme;
        readonly rating?: string;
        readonly narrative: string;
        readonly figure?: string;
        readonly help?: string;
      }
    | { readonly kind: "date"; readonly date: string; readonly reason: string }
    | { readonly kind: "evidence" };
}

/** What is too long for a card is cut, and the person is told. */
export function draftCard(form: DraftForm): Card {
  return fitCard(100, (share) => fillTemplate("draft", viewOf(form, share / 100)));
}

function viewOf(form: DraftForm, share: number): object {
  const { planTitle, heading, question, measures, asks, go } = form;
  const most = { ...mostTyped, narrative: Math.floor(mostTyped.narrative * share) };
  const isLong = asks.kind === "update" && asks.narrative.length > most.narrative;
  const cut = isLong ? [`What you typed is too long for the card. Its first ${most.narrative} characters are below; the rest is in your message above.`] : [];
  return {
    planTitle,
    heading,
    question,
    notes: [...(form.notes ?? []), ...cut],
    faults: form.faults ?? {},
    pick: measures.length > mostTicked ? "search" : asks.kind === "update" ? "several" : "one",
    chosen: (form.chosen ?? []).join(","),
    measures: measures.map(({ ref, words }) => ({ title: `${ref}: ${excerpt(words, measures.length > mostTicked ? 60 : 120)}`, value: ref })),
    ...(asks.kind === "update" && {
      answer: {
        choices: asks.scheme.ratings.map((rating) => ({ title: ratingInWords(rating), value: rating.label })),
        rating: asks.rating ?? "",
        narrative: asks.narrative.slice(0, most.narrative).toWellFormed(),
        figure: (asks.figure ?? "").slice(0, most.figure),
        help: (asks.help ?? "").slice(0, most.help).toWellFormed(),
        most,
      },
    }),
    ...(asks.kind === "date" && { date: { date: asks.date.slice(0, 200), reason: asks.reason.slice(0, 1_500).toWellFormed() } }),
    go: cardButton(asks.kind === "date" ? "Go on" : asks.kind === "evidence" ? "Keep it there" : "Save", go),
    back: { verb: "say", words: "mine" },
  };
}

import type { DuePhrase } from "../domain/duePhrase.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { MovedDate } from "../domain/originalDue.ts";
import { slipInWords, timesInWords } from "../domain/slipInWords.ts";
import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { newDateInWords, phraseInWords } from "./dateInWords.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { moreButtons, partInWords } from "./moreButtons.ts";

/** A new date that was asked for, with all that bears on it. */
export interface WaitingDate {
  readonly ref: string;
  readonly words: string;
  /** The id of the request. */
  readonly request: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly on: LocalDate;
  readonly reason: string;
  /** Now in force. */
  readonly due: DuePhrase;
  readonly moved?: MovedDate;
  readonly asked: DuePhrase;
  /** The rating in force, in words. */
  readonly rating: string;
  /** `the chair` */
  readonly decider: string;
  /** Whether the reader may decide on it, here. */
  readonly canDecide: boolean;
}

/** What was asked, in the order a board asks: first date, date now, how often and far it slipped, date asked for. */
export function requestFacts({ due, moved, asked, by, onBehalfOf, on, rating }: WaitingDate): { title: string; value: string }[] {
  const original = moved?.original ?? due;
  const soFar = moved && slipInWords(original, due);
  const then = slipInWords(original, asked);
  const now = slipInWords(due, asked);
  return [
    { title: "At first", value: phraseInWords(original) },
    { title: "Now", value: phraseInWords(due) },
    { title: "Moved", value: moved ? `${timesInWords(moved.moves)}${soFar ? `, ${soFar} than at first` : ""}` : "never" },
    { title: "Asked for", value: `${newDateInWords(due, asked)}${now ? `: ${now} than now` : ""}${moved && then ? `, ${then} than at first` : ""}` },
    { title: "By", value: `${by}${onBehalfOf ? ` on behalf of ${cutAtWord(onBehalfOf, 120)}` : ""}, ${inWords(on)}` },
    { title: "Rating", value: rating },
  ];
}

/** What waits for a decision, the longest waiting first. */
export function datesCard({
  planTitle,
  plan,
  waiting,
  from = 1,
}: {
  planTitle: string;
  plan: string;
  waiting: readonly WaitingDate[];
  /** The first to be shown, from 1. */
  from?: number;
}): Card {
  const rest = waiting.slice(from - 1);
  return fitCard(rest.length, (shown) => {
    const part = { from, shown, total: waiting.length };
    return fillTemplate("dates", {
      planTitle,
      heading: waiting.length === 0 ? "No new date waits for a decision" : waiting.length === 1 ? "1 new date waits" : `${waiting.length} new dates wait`,
      intro: `A date moves only when it is decided; until then the one before counts.${waiting.length === 0 ? " A lead asks for one by writing until when and why, such as “1.1.1-1 need until 31 January because the tender was late”." : ""}`,
      rows: rest.slice(0, shown).map((one) => rowOf(one, plan)),
      more: partInWords(part) || undefined,
      buttons: moreButtons("dates", part),
    });
  });
}

function rowOf(waiting: WaitingDate, plan: string): object {
  const { ref, words, reason, request, canDecide, decider } = waiting;
  const facts = requestFacts(waiting).filter(({ title }) => title !== "Rating");
  return {
    title: `${ref}: ${excerpt(words, 90)}`,
    lines: [...facts.map(({ title, value }) => `${title}: ${value}`), `Why: “${excerpt(reason, 200)}”`, ...(canDecide ? [] : [`Waits for ${decider}.`])],
    link: canDecide ? "Decide ›" : "History ›",
    press: canDecide
      ? cardButton(`Decide on ${ref}`, { verb: "openDateDecision", plan, ref, request })
      : cardButton(`History of ${ref}`, { verb: "showHistory", plan, ref }),
  };
}

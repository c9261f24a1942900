import type { AskLine } from "../domain/askLine.ts";
import { dueInWords, lastRating, nextStepInWords, openAgainInWords, otherDatesInWords, startInWords, urgency } from "./askInWords.ts";
import type { Card } from "./card.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
import { bytesOf, mostBytes } from "./checkCard.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { askedAtOnce, type ListToken } from "./listToken.ts";
import { type Receipt, receiptView } from "./receipt.ts";

const mostLines = 8;
/** Measured on long lines and a long receipt, without the copies of the list. */
const lineBytes = 1_900;
const otherBytes = 4_500;
const mostWordsOfLine = 140;
const fewestWordsBesideButton = 60;
/** Two to turn the page and two of the receipt, or one for later, each with its fallback. */
const copiesInButtons = 8;

/** A list of longer references leaves no room for a line. */
const mostCopy = 1_700;

/** Whether a card can name each measure of a list. */
export function mayName(refs: readonly string[]): boolean {
  return refs.length <= askedAtOnce && bytesOf(refs) <= mostCopy;
}

/**
 * How many lines of a list one card carries. Every action names the whole list, so that the list can be shown again,
 * and names it twice, for an old Teams too; the longer the list, the fewer lines fit. A list that is worked out anew names none.
 *
 * @param said - what the list carries of a message besides
 */
export function linesPerPage(refs: ListToken["refs"] = [], said: ListToken["said"] = []): number {
  const copy = bytesOf(refs) + bytesOf(said);
  const room = mostBytes - otherBytes - copiesInButtons * copy;
  return Math.max(1, Math.min(mostLines, Math.floor(room / (lineBytes + 2 * copy))));
}

export interface AskList {
  readonly planTitle: string;
  readonly plan: string;
  readonly heading: string;
  /** Why the person got this, as a sentence. */
  readonly why: string;
  /** This page's: at most `linesPerPage`. */
  readonly lines: readonly AskLine[];
  readonly list: ListToken;
  readonly pages: number;
  /** Of all pages. */
  readonly totals: { readonly lines: number; readonly answered: number };
  readonly receipt?: Receipt;
}

/** The reminder, `mine`, and the list after an answer. */
export function askListCard(data: AskList): Card {
  const { planTitle, plan, heading, why, list, totals, receipt } = data;
  return fitCard(mostWordsOfLine, (mostWords) =>
    fillTemplate("askList", {
      planTitle,
      heading,
      why,
      receipt: receipt && receiptView(receipt, plan, list, mostWords >= fewestWordsBesideButton ? "full" : "brief"),
      progress: totals.lines === 0 ? "There is nothing to answer here at the moment. “summary” shows where the plan stands." : progress(data),
      lines: data.lines.map((line) => lineView(line, plan, list, mostWords)),
      buttons: [...turnPage(data), ...notNow(data), cardButton("Away or handing over", { verb: "openLeave", plan })],
    }),
  );
}

function progress({ totals, list, pages }: AskList): string {
  const page = pages > 1 ? ` · page ${list.page} of ${pages}` : "";
  if (totals.answered === totals.lines) return `All ${totals.lines} answered. Thank you.${page}`;
  return `${totals.answered} of ${totals.lines} answered${page}`;
}

function lineView(line: AskLine, plan: string, list: ListToken, mostWords: number): object {
  const { words, colour } = urgency(line);
  const { answered } = line;
  const changes = answered !== undefined || line.why.kind === "settled";
  // On a crowded card it is a touch further away, on the form.
  const hasRoom = mostWords >= fewestWordsBesideButton;
  return {
    ref: line.ref,
    words: excerpt(line.words, mostWords),
    state: answered ? `✔ Answered by ${answered.by}${answered.rating === undefined ? "" : `: ${answered.rating}`}` : words,
    colour: answered ? "Good" : colour,
    due: [dueInWords(line.due), ...otherDatesInWords(line).map((words) => cutAtWord(words, 100 + mostWords))].join(". "),
    next: startInWords(line) ?? nextStepInWords(line),
    rating: [openAgainInWords(line, mostWords), lastRating(line)].filter(Boolean).join(". "),
    link: changes ? "Change ›" : "Answer ›",
    newDate: hasRoom ? newDate(line, plan) : undefined,
    press: cardButton(`${changes ? "Change" : "Answer"} ${line.ref}`, { verb: "openForm", plan, ref: line.ref, list, amends: answered?.own }),
  };
}

/** Of a measure that has a date or is to be given one. */
function newDate({ ref, why }: AskLine, plan: string): (CardButton & { readonly words: string }) | undefined {
  if (why.kind === "settled" || why.kind === "released" || why.kind === "noDate") return undefined;
  const toAgree = why.kind === "toBeAgreed";
  const title = toAgree ? `Say which date for ${ref}` : `Ask for a new date for ${ref}`;
  return { ...cardButton(title, { verb: "openDate", plan, ref }), words: toAgree ? "Say which date ›" : "Ask for a new date ›" };
}

/** While something is left to answer; beside a receipt there is no room for it. */
function notNow({ plan, list, totals, receipt }: AskList): CardButton[] {
  return receipt || totals.answered === totals.lines ? [] : [cardButton("Not now ›", { verb: "openLater", plan, list })];
}

function turnPage({ plan, list, pages }: AskList): CardButton[] {
  const to = (title: string, page: number) => cardButton(title, { verb: "showList", plan, list: { ...list, page } });
  return [...(list.page > 1 ? [to("‹ Previous", list.page - 1)] : []), ...(list.page < pages ? [to("Next ›", list.page + 1)] : [])];
}

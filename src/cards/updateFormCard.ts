import { longestHelp, longestNarrative } from "../domain/answerForm.ts";
import type { AskLine } from "../domain/askLine.ts";
import type { RatingScheme } from "../domain/ratingScheme.ts";
import { dueInWords, lastRating, nextStepInWords, openAgainInWords, otherDatesInWords, urgency } from "./askInWords.ts";
import type { Card } from "./card.ts";
import type { CardAction, ListToken } from "./cardAction.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { ratingInWords } from "./ratingStyle.ts";

/** What the form's boxes take, in characters: more than is stored, so that what is too long is said and not cut in silence. */
export const mostTyped = { narrative: longestNarrative + 2_000, figure: 200, help: longestHelp + 500 } as const;

export interface UpdateForm {
  readonly planTitle: string;
  readonly plan: string;
  readonly line: AskLine;
  readonly details: { readonly iStatement?: string; readonly evidence?: string; readonly leads: readonly string[] };
  readonly scheme: RatingScheme;
  /** Of the measure; the figure is asked for only where there is one. */
  readonly target?: string;
  readonly nonce: string;
  /** The measure's last update at the moment; absent when it has none. */
  readonly basis?: string;
  /** The update this one replaces. */
  readonly amends?: string;
  readonly onBehalfOf?: string;
  readonly list?: ListToken;
  /** Kept when the form comes back with a fault, or to be changed. */
  readonly typed?: { readonly rating?: string; readonly narrative?: string; readonly figure?: string; readonly help?: string };
  readonly faults?: readonly Fault[];
  /** What changed since the card was shown. */
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

export interface Fault {
  readonly field?: "rating" | "narrative" | "figure" | "help";
  readonly sentence: string;
}

/** The form of one measure. Typed text that is too long for a card is cut, and the person is told. */
export function updateFormCard(data: UpdateForm): Card {
  return fitCard(mostTyped.narrative, (mostNarrative) => fillTemplate("updateForm", formView(data, mostNarrative)));
}

function formView(data: UpdateForm, mostNarrative: number): object {
  const { plan, line, nonce, basis, amends, list } = data;
  const { rating = "", narrative = "", figure = "", help = "" } = data.typed ?? {};
  const typed = { rating, narrative, figure, help };
  const faults = [...(data.faults ?? []), ...cuts(typed, mostNarrative)];
  const save: CardAction = { verb: "saveUpdate", plan, ref: line.ref, nonce, basis, amends, list };
  const back: CardAction = list ? { verb: "showList", plan, list } : { verb: "say", words: "mine" };
  return {
    planTitle: data.planTitle,
    heading: `${line.ref}: ${amends === undefined ? "your update" : "change your update"}`,
    onBehalfOf: data.onBehalfOf === undefined ? undefined : `You are answering on behalf of ${data.onBehalfOf}.`,
    faults: {
      summary: faults.length === 0 ? undefined : "Not saved yet. Please put this right and save again.",
      general: faults.filter((fault) => fault.field === undefined).map((fault) => fault.sentence),
      ...Object.fromEntries(faults.filter((fault) => fault.field !== undefined).map((fault) => [fault.field, fault.sentence])),
    },
    news: data.news && { sentence: data.news.sentence, lines: data.news.lines.slice(0, 6).map((words) => cutAtWord(words, 300)) },
    words: cutAtWord(line.words, 600),
    state: urgency(line).words,
    colour: urgency(line).colour,
    facts: [
      openAgainInWords(line, 1_000),
      dueInWords(line.due),
      ...otherDatesInWords(line),
      nextStepInWords(line),
      lastRating(line),
      ...background(data.details),
    ].filter((fact) => fact !== undefined),
    choices: data.scheme.ratings.map((rating) => ({ title: ratingInWords(rating), value: rating.label })),
    rating: typed.rating,
    narrative: typed.narrative.slice(0, mostNarrative).toWellFormed(),
    figureLabel: data.target === undefined ? undefined : `Figure (target: ${cutAtWord(data.target, 150)})`,
    figure: typed.figure.slice(0, mostTyped.figure).toWellFormed(),
    help: typed.help.slice(0, mostTyped.help).toWellFormed(),
    most: mostTyped,
    save,
    newDate: amends === undefined && line.why.kind !== "settled" ? { verb: "openDate", plan, ref: line.ref, list } : undefined,
    back: { title: list ? "Back to the list" : "Back to my measures", data: back },
  };
}

function background({ leads, iStatement, evidence }: UpdateForm["details"]): string[] {
  return [
    leads.length > 1 ? `Led together by ${cutAtWord(leads.join("; "), 200)}` : "",
    iStatement ? `What families should be able to say: “${excerpt(iStatement, 250)}”` : "",
    evidence ? `Success looks like: ${excerpt(evidence, 250)}` : "",
  ].filter((words) => words !== "");
}

function cuts(typed: { narrative: string; figure: string; help: string }, mostNarrative: number): Fault[] {
  const most = { ...mostTyped, narrative: mostNarrative };
  return (["narrative", "figure", "help"] as const)
    .filter((field) => typed[field].length > most[field])
    .map((field) => ({ field, sentence: `This was too long for the card. Its first ${most[field]} characters are kept; please end it well.` }));
}

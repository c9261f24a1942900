import { type Box, boxes, type FormFault, longestHelp, longestNarrative, noImpact, type TypedAnswer } from "../domain/answerForm.ts";
import type { AskLine } from "../domain/askLine.ts";
import { type Challenge, challengeInWords } from "../domain/challenge/challenge.ts";
import type { Rating, RatingScheme } from "../domain/ratingScheme.ts";
import { dueInWords, lastRating, nextStepInWords, openAgainInWords, otherDatesInWords, urgency } from "./askInWords.ts";
import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import type { ListToken } from "./listToken.ts";
import { ratingInWords } from "./ratingStyle.ts";

/** What the form's boxes take, in characters: more than is stored, so that what is too long is said and not cut in silence. */
export const mostTyped: Readonly<Record<Box, number>> = {
  narrative: longestNarrative + 2_000,
  figure: 200,
  why: longestHelp + 500,
  link: 1_500,
  help: longestHelp + 500,
  risk: longestHelp + 500,
  mitigation: longestHelp + 500,
};

export interface UpdateForm {
  readonly planTitle: string;
  readonly plan: string;
  readonly line: AskLine;
  readonly details: { readonly impact?: Rating; readonly iStatement?: string; readonly evidence?: string; readonly leads: readonly string[] };
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
  readonly typed?: TypedAnswer;
  /** The plan has its leads rate impact too. */
  readonly asksImpact?: boolean;
  /** What was challenged in the update that is to be changed. */
  readonly challenges?: readonly Challenge[];
  readonly faults?: readonly Fault[];
  /** What changed since the card was shown. */
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

export interface Fault {
  readonly field?: FormFault["field"];
  readonly sentence: string;
}

/** The form of one measure. Typed text that is too long for a card is cut, and the person is told. */
export function updateFormCard(data: UpdateForm): Card {
  return fitCard(100, (share) => fillTemplate("updateForm", formView(data, share / 100)));
}

/** Under “More”, since few updates need them. */
const folded: readonly Box[] = ["link", "help", "risk", "mitigation"];

function formView(data: UpdateForm, share: number): object {
  const { plan, line, nonce, basis, amends, list, asksImpact, challenges = [] } = data;
  const { rating = "", impact = "", files = [] } = data.typed ?? {};
  const typed = Object.fromEntries(boxes.map((box) => [box, data.typed?.[box] ?? ""])) as Record<Box, string>;
  const most = Object.fromEntries(boxes.map((box) => [box, Math.floor(mostTyped[box] * share)])) as Record<Box, number>;
  const faults = [...(data.faults ?? []), ...cuts(typed, most)];
  const save: CardAction = { verb: "saveUpdate", plan, ref: line.ref, nonce, basis, amends, list, ...(files.length > 0 && { files }) };
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
    challenged: challengedView(challenges, typed.why),
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
    choices: data.scheme.ratings.map((one) => ({ title: ratingInWords(one), value: one.label })),
    rating,
    impactChoices:
      asksImpact || impact !== ""
        ? [...data.scheme.ratings.map((one) => ({ title: ratingInWords(one), value: one.label })), { title: "Leave blank", value: noImpact }]
        : undefined,
    impact,
    ...Object.fromEntries(boxes.map((box) => [box, typed[box].slice(0, most[box]).toWellFormed()])),
    figureLabel: data.target === undefined ? undefined : `Figure (target: ${cutAtWord(data.target, 150)})`,
    files: files.map(({ name }) => `Kept with it: ${cutAtWord(name, 100)} (file)`),
    isOpen: files.length > 0 || folded.some((box) => typed[box] !== "" || faults.some(({ field }) => field === box)),
    moreTitle: "Evidence, help, risk",
    most: mostTyped,
    save,
    later: amends === undefined && line.why.kind !== "settled" ? { verb: "openLater", plan, ref: line.ref, list } : undefined,
    newDate: amends === undefined && line.why.kind !== "settled" ? { verb: "openDate", plan, ref: line.ref, list } : undefined,
    // Whoever answers for somebody else has nothing to hand on.
    notMine: amends === undefined && data.onBehalfOf === undefined ? { verb: "openNotMine", plan, among: [line.ref] } : undefined,
    back: { title: list ? "Back to the list" : "Back to my measures", data: back },
  };
}

/** The box for a reason is there too where one was typed that nothing asks for any more. */
function challengedView(challenges: readonly Challenge[], why: string): { heading: string; lines: string[] } | undefined {
  if (challenges.length === 0 && why === "") return undefined;
  return {
    heading: challenges.length > 0 ? "The board may ask:" : "You gave an answer:",
    lines: challenges.map((one) => cutAtWord(challengeInWords(one), 200)),
  };
}

function background({ impact, leads, iStatement, evidence }: UpdateForm["details"]): string[] {
  return [
    impact ? `Last rating of impact: ${ratingInWords(impact)}` : "",
    leads.length > 1 ? `Led together by ${cutAtWord(leads.join("; "), 200)}` : "",
    iStatement ? `What families should be able to say: “${excerpt(iStatement, 250)}”` : "",
    evidence ? `Success looks like: ${excerpt(evidence, 250)}` : "",
  ].filter((words) => words !== "");
}

function cuts(typed: Readonly<Record<Box, string>>, most: Readonly<Record<Box, number>>): Fault[] {
  return boxes
    .filter((box) => typed[box].length > most[box])
    .map((field) => ({ field, sentence: `This was too long for the card. Its first ${most[field]} characters are kept; please end it well.` }));
}

import { longestNarrative } from "../domain/answerForm.ts";
import type { Card } from "./card.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface Narrative {
  readonly planTitle: string;
  readonly plan: string;
  /** `12 of 38 still to look over` */
  readonly heading: string;
  readonly ref: string;
  readonly words: string;
  /** Its rating, and when it was said. */
  readonly said: string;
  readonly narrative: string;
  /** What was decided of it so far. */
  readonly decided?: string;
  /** What was just stored of another. */
  readonly done?: string;
  /** What to put right, or what changed meanwhile. */
  readonly fault?: string;
  readonly nonce: string;
  readonly basis?: string;
  /** Tells these words from others. */
  readonly seen: string;
  /** What goes out in its place, as typed so far. */
  readonly instead: string;
  readonly buttons: readonly CardButton[];
}

/** One narrative with the question whether the public may read it. It is shown whole, or cannot go out as it is. */
export function lookOverCard({ planTitle, heading, words, said, narrative, decided, done, fault, instead, buttons, ...of }: Narrative): Card {
  const { plan, ref, nonce, basis, seen } = of;
  return fitCard(Math.max(narrative.length, instead.length), (most) => {
    const cut = narrative.length > most;
    const decide = (title: string, how: "mayGoOut" | "leaveOut") =>
      cardButton(title, { verb: "lookOver", plan, ref, nonce, ...(basis && { basis }), seen, ...(cut && { cut }), how });
    return fillTemplate("lookOver", {
      ...{ planTitle, heading, done, fault, said, decided: decided ?? "Nobody has looked it over yet", buttons },
      title: `${ref}: ${excerpt(words, 300)}`,
      narrative: cutAtWord(narrative, most, "… (too long to be shown whole: write below what may go out)"),
      instead: instead.slice(0, Math.max(most, 2_000)).toWellFormed(),
      most: longestNarrative + 500,
      decisions: [decide("May go out", "mayGoOut"), decide("Leave out", "leaveOut")],
    });
  });
}

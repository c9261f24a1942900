import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { fillTemplate } from "./fillTemplate.ts";

/** The first thing a person sees. @param about - why it came, as a sentence: `You were linked as a lead of …` */
export function welcomeCard({ planTitle, about }: { planTitle?: string; about: string }): Card {
  const buttons =
    planTitle === undefined ? [] : [cardButton("My measures", { verb: "say", words: "mine" }), cardButton("Summary", { verb: "say", words: "summary" })];
  return fillTemplate("welcome", {
    heading: planTitle === undefined ? "Hello, this is Drumbeat" : `Drumbeat keeps ${planTitle}`,
    about,
    what: planTitle && "I ask leads for an update before a date falls due, take the answer here in chat, and tell the board where things stand.",
    buttons: [...buttons, cardButton("Help", { verb: "say", words: "help" })],
  });
}

import type { Card } from "./card.ts";
import type { CardAction } from "./cardAction.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import type { ListToken } from "./listToken.ts";

/** Characters of a typed day: more than any needs, so that what is too long is said and not cut in silence. */
const mostTyped = 200;

export interface Later {
  readonly planTitle: string;
  readonly plan: string;
  /** Which measures, in words. */
  readonly about: string;
  readonly list?: ListToken;
  /** Of the only measure meant, where it is one. */
  readonly ref?: string;
  readonly nonce: string;
  /** What was typed, when it comes back with a fault. */
  readonly date?: string;
  readonly fault?: string;
  /** They hear of a date only shortly before it. */
  readonly onlyLast: boolean;
}

/** Asks somebody who cannot answer now when they want to be asked again. */
export function laterCard({ planTitle, plan, about, list, ref, nonce, date = "", fault, onlyLast }: Later): Card {
  const ask = (title: string, how: Extract<CardAction, { verb: "askLater" }>["how"]) => cardButton(title, { verb: "askLater", plan, nonce, how, list, ref });
  const back: CardButton = list ? cardButton("Back to the list", { verb: "showList", plan, list }) : cardButton("My measures", { verb: "say", words: "mine" });
  return fillTemplate("later", {
    planTitle,
    heading: "When shall I ask you again?",
    about: cutAtWord(about, 400),
    fault,
    date: date.slice(0, mostTyped).toWellFormed(),
    most: mostTyped,
    ask: ask("On the day I wrote", "day"),
    buttons: [
      ask("Tomorrow", "tomorrow"),
      ask("Monday", "monday"),
      ask("I have seen it", "seen"),
      onlyLast
        ? cardButton("Remind me early again", { verb: "say", words: "all reminders" })
        : cardButton("Only the last reminder", { verb: "say", words: "fewer reminders" }),
      back,
    ],
  });
}

import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** `words` are what pressing the row says. */
interface HelpLine {
  readonly usage: string;
  readonly does: string;
  readonly words: string;
}

export interface Help {
  readonly heading: string;
  readonly intro: string;
  readonly commands: readonly HelpLine[];
  /** What each role does most, a line each: shown when somebody wants to see it. */
  readonly roles: readonly string[];
  /** What only chairs and programme managers can ask: shown when somebody wants to see it. */
  readonly others: readonly HelpLine[];
}

/** What can be typed; each row can be pressed to try it. */
export function helpCard({ heading, intro, commands, roles, others }: Help): Card {
  return fitCard(commands.length + others.length, (shown) => {
    const rest = others.slice(0, Math.max(0, shown - commands.length));
    return fillTemplate("help", { heading, intro, roles, commands: commands.slice(0, shown).map(rowOf), ...(rest.length > 0 && { others: rest.map(rowOf) }) });
  });
}

function rowOf({ usage, does, words }: HelpLine) {
  return { usage, does, press: cardButton(`Try ${words}`, { verb: "say", words }) };
}

import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { fillTemplate } from "./fillTemplate.ts";

export interface HelpLine {
  readonly usage: string;
  readonly does: string;
}

export interface Help {
  readonly heading: string;
  readonly intro: string;
  /** What is asked most; `words` are what pressing the row says. */
  readonly commands: readonly (HelpLine & { readonly words: string })[];
  /** Shown when somebody wants to see it, to be typed. */
  readonly more: readonly HelpLine[];
  /** What each role does most, a line each: shown when somebody wants to see it. */
  readonly roles: readonly string[];
  /** What only chairs and programme managers can ask: shown when somebody wants to see it, to be typed. */
  readonly others: readonly HelpLine[];
}

/** What can be typed. The folded rows have no press of their own, or the card would grow large, and slow to send. */
export function helpCard({ heading, intro, commands, more, roles, others }: Help): Card {
  return fillTemplate("help", {
    heading,
    intro,
    roles,
    commands: commands.map(({ usage, does, words }) => ({ usage, does, press: cardButton(`Try ${words}`, { verb: "say", words }) })),
    ...(more.length > 0 && { more }),
    ...(others.length > 0 && { others }),
  });
}

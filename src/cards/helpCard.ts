import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface Help {
  readonly heading: string;
  readonly intro: string;
  /** `words` are what pressing the row says. */
  readonly commands: readonly { readonly usage: string; readonly does: string; readonly words: string }[];
}

/** What can be typed; each row can be pressed to try it. */
export function helpCard({ heading, intro, commands }: Help): Card {
  return fitCard(commands.length, (shown) =>
    fillTemplate("help", {
      heading,
      intro,
      commands: commands.slice(0, shown).map(({ usage, does, words }) => ({ usage, does, press: cardButton(`Try ${words}`, { verb: "say", words }) })),
    }),
  );
}

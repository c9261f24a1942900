import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** Something that waits for a decision. */
export interface AgendaItem {
  /** `New date`, `Proposed complete`, `Escalated` */
  readonly what: string;
  readonly ref: string;
  readonly words: string;
  readonly lines: readonly string[];
  /** `the chair` */
  readonly decider: string;
  /** Leads to the decision; absent where it is not the reader's. */
  readonly decide?: CardButton;
  readonly history: CardButton;
}

/** The decisions that wait, in the order given. */
export function agendaCard({ planTitle, items }: { readonly planTitle: string; readonly items: readonly AgendaItem[] }): Card {
  const count = items.length === 1 ? "1 decision waits" : `${items.length} decisions wait`;
  return fitCard(items.length, (shown) =>
    fillTemplate("dates", {
      planTitle,
      heading: items.length === 0 ? "No decision waits" : count,
      intro:
        items.length === 0
          ? "New dates that leads ask for, measures they call complete, and what was escalated come here until somebody decides."
          : "Until it is decided a date stays as it was, and a measure keeps the rating it had. What is escalated stays here until it is answered.",
      rows: items.slice(0, shown).map(rowOf),
      more: shown < items.length ? `and ${items.length - shown} more, which come up as these are settled` : undefined,
      buttons: [],
    }),
  );
}

function rowOf({ what, ref, words, lines, decider, decide, history }: AgendaItem): object {
  return {
    title: `${what}: ${ref}: ${excerpt(words, 90)}`,
    lines: [...lines.map((line) => cutAtWord(line, 250)), ...(decide ? [] : [`Waits for ${decider}.`])],
    link: decide ? "Decide ›" : "History ›",
    press: decide ?? history,
  };
}

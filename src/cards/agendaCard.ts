import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** Something that waits for a decision, or was escalated. */
export interface AgendaItem {
  /** `New date`, `Proposed complete`, `Escalated` */
  readonly what: string;
  readonly ref: string;
  readonly words: string;
  readonly lines: readonly string[];
  /** Leads to the decision; absent where it is not the reader's. */
  readonly decide?: CardButton;
  readonly history: CardButton;
}

export interface Agenda {
  readonly planTitle: string;
  /** As `agendaInWords` has it. */
  readonly heading: string;
  readonly items: readonly AgendaItem[];
}

/** `2 decisions wait, 10 measures escalated` */
export function agendaInWords(decisions: number, escalated: number): string {
  const waiting = decisions === 1 ? "1 decision waits" : decisions === 0 ? "No decision waits" : `${decisions} decisions wait`;
  return escalated === 0 ? waiting : `${waiting}, ${escalated === 1 ? "1 measure" : `${escalated} measures`} escalated`;
}

/** The decisions that wait, in the order given. */
export function agendaCard({ planTitle, heading, items }: Agenda): Card {
  return fitCard(items.length, (shown) =>
    fillTemplate("dates", {
      planTitle,
      heading,
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

function rowOf({ what, ref, words, lines, decide, history }: AgendaItem): object {
  return {
    title: `${what}: ${ref}: ${excerpt(words, 90)}`,
    lines: lines.map((line) => cutAtWord(line, 250)),
    link: decide ? "Decide ›" : "History ›",
    press: decide ?? history,
  };
}

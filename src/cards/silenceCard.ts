import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

/** A measure, a lead or a person, with what is to be known of their silence and where a press on it leads. */
export interface SilenceRow {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: string;
  readonly press?: CardButton;
}

export interface Silence {
  readonly planTitle: string;
  readonly heading: string;
  readonly intro: string;
  /** The most pressing first; where a card is too small the last ones are left out, and it says so. */
  readonly rows: readonly SilenceRow[];
  /** Where those left out are found: `type silent`. */
  readonly rest: string;
  /** Words to be copied into a message to somebody else. */
  readonly quote?: { readonly title: string; readonly words: string };
  readonly buttons?: readonly CardButton[];
}

/** Who or what has had no answer: an escalation, `silent`, a round. */
export function silenceCard({ rows, rest, quote, buttons = [], ...silence }: Silence): Card {
  return fitCard(rows.length, (shown) =>
    fillTemplate("silence", {
      ...silence,
      rows: rows.slice(0, shown).map(({ lines, ...row }) => ({ ...row, lines: lines.map((line) => cutAtWord(line, 300)) })),
      more: shown < rows.length ? `and ${rows.length - shown} more: ${rest}` : undefined,
      ...(quote && { quote: { title: quote.title, words: cutAtWord(quote.words, 8_000) } }),
      buttons,
    }),
  );
}

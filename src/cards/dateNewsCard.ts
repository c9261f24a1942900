import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { fitQuote, type Quote } from "./quote.ts";

export interface DateNews {
  readonly planTitle: string;
  readonly heading: string;
  /** Why it came, where nobody asked for it this moment. */
  readonly intro?: string;
  readonly entries: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly quote?: Quote;
  readonly buttons: readonly CardButton[];
}

/** What was asked or decided about dates: a receipt, or news for who asked. */
export function dateNewsCard({ entries, quote, ...news }: DateNews): Card {
  return fitCard(entries.length, (shown) =>
    fillTemplate("dateNews", {
      ...news,
      intro: news.intro,
      ...(quote && { quote: fitQuote(quote) }),
      entries: entries.slice(0, shown).map(({ title, lines }) => ({ title, lines: lines.map((line) => cutAtWord(line, 1_200)) })),
      more: shown < entries.length ? `and ${entries.length - shown} more: type history and a reference to see each` : undefined,
    }),
  );
}

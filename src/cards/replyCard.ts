import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";

/** An answer to something said in words that records nothing, with what to do next. */
export interface Reply {
  readonly planTitle?: string;
  readonly heading: string;
  readonly lines: readonly string[];
  /** Words to be copied into a message to somebody else, or the person's own that are kept. */
  readonly quote?: { readonly title: string; readonly words: string };
  /** At most six. */
  readonly buttons: readonly CardButton[];
}

export function replyCard({ lines, quote, ...reply }: Reply): Card {
  return fillTemplate("reply", {
    ...reply,
    lines: lines.map((line) => cutAtWord(line, 900)),
    ...(quote && { quote: { title: quote.title, words: cutAtWord(quote.words, 2_000) } }),
  });
}

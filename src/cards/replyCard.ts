import type { Card } from "./card.ts";
import type { CardButton } from "./cardButton.ts";
import { cutAtWord } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitQuote, type Quote } from "./quote.ts";

/** An answer to something said in words that records nothing, with what to do next. */
export interface Reply {
  readonly planTitle?: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly quote?: Quote;
  /** At most six. */
  readonly buttons: readonly CardButton[];
}

export function replyCard({ lines, quote, ...reply }: Reply): Card {
  return fillTemplate("reply", {
    ...reply,
    lines: lines.map((line) => cutAtWord(line, 900)),
    ...(quote && { quote: fitQuote(quote) }),
  });
}

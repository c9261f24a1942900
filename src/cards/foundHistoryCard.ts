import { longestNarrative } from "../domain/answerForm.ts";
import type { Card } from "./card.ts";
import { cardButton } from "./cardButton.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import { entryView, type HistoryEntry } from "./historyCard.ts";

export interface FoundHistory {
  readonly plan: string;
  readonly planTitle: string;
  /** Of whom or what, and when: `RISE Head of Service, since 1 September 2022`. */
  readonly about: string;
  /** This page's, newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Of all pages. */
  readonly total: number;
  /** What was typed after `history`, for turning the page. */
  readonly words: string;
  readonly page: number;
  readonly pages: number;
}

/** A page of what was said and decided of several measures, by a person, or in a time. */
export function foundHistoryCard({ plan, planTitle, about, entries, total, words, page, pages }: FoundHistory): Card {
  const turn = (title: string, to: number) => (to >= 1 && to <= pages ? [cardButton(title, { verb: "findHistory", plan, words, page: to })] : []);
  return fitCard(longestNarrative, (most) =>
    fillTemplate("history", {
      planTitle,
      heading: `History: ${about}`,
      words:
        total === 0
          ? "Nothing was said or decided."
          : `${total} ${total === 1 ? "entry" : "entries"}, newest first${pages > 1 ? ` · page ${page} of ${pages}` : ""}`,
      due: "What came with the plan’s file stands in each measure’s own history, such as “history 1.1.1-1”.",
      entries: entries.map((entry) => entryView(entry, most)),
      end: total === 0 ? "Ask for a longer time, such as “history since January”, or for one measure." : undefined,
      buttons: [...turn("‹ Newer", page - 1), ...turn("Older ›", page + 1)],
    }),
  );
}

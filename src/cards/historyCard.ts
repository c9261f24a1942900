import type { Card } from "./card.ts";
import type { ListToken } from "./cardAction.ts";
import { cardButton } from "./cardButton.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";

export interface HistoryEntry {
  /** Day in words, in the plan's zone. */
  readonly on: string;
  readonly by: string;
  readonly ratingLabel?: string;
  readonly meaning?: string;
  readonly narrative: string;
  readonly figure?: string;
  readonly help?: string;
  /** `changes the update of 3 October 2022`, `taken back`. */
  readonly note?: string;
}

export interface History {
  readonly plan: string;
  readonly planTitle: string;
  readonly ref: string;
  readonly words: string;
  readonly dueAsWritten: string;
  /** In words. */
  readonly currentDue?: string;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Older ones not given here. */
  readonly more: number;
  readonly list?: ListToken;
}

/** What was said of one measure. As many of the newest updates as a card takes. */
export function historyCard({ plan, planTitle, ref, words, dueAsWritten, currentDue, entries, more, list }: History): Card {
  const back = list ? [cardButton("Back to the list", { verb: "showList", plan, list })] : [];
  return fitCard(entries.length, (shown) => {
    const left = more + entries.length - shown;
    return fillTemplate("history", {
      planTitle,
      heading: `${ref}: what was said`,
      words: cutAtWord(words, 600),
      due: `Due as first written: ${dueAsWritten.trim() === "" ? "no date" : excerpt(dueAsWritten, 200)}${currentDue ? `. Due now: ${currentDue}` : ""}`,
      entries: entries.slice(0, shown).map(entryView),
      end: endOf(left, entries.length),
      buttons: [cardButton("Update this measure", { verb: "openForm", plan, ref, list }), ...back],
    });
  });
}

function endOf(left: number, entries: number): string | undefined {
  if (left === 0) return entries === 0 ? "No update yet." : undefined;
  return left === 1 ? "1 earlier update is not shown here." : `${left} earlier updates are not shown here.`;
}

function entryView(entry: HistoryEntry): object {
  return {
    title: `${entry.on}, ${entry.by}`,
    lines: [
      entry.note,
      entry.ratingLabel && (entry.meaning ? `${entry.ratingLabel}: ${entry.meaning}` : entry.ratingLabel),
      cutAtWord(entry.narrative, 3_000, "… (too long for a card)"),
      entry.figure && `Figure: ${cutAtWord(entry.figure, 200)}`,
      entry.help && `What would help: ${cutAtWord(entry.help, 1_000)}`,
    ].filter(Boolean),
  };
}

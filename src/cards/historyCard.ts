import { longestNarrative } from "../domain/answerForm.ts";
import type { Card } from "./card.ts";
import type { ListToken } from "./cardAction.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
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
  /** Which part of the history this is, from 1. */
  readonly page: number;
  readonly pages: number;
  /** Whether the reader may report on it, one to one. */
  readonly canUpdate: boolean;
  /** Whether the reader may open it again, one to one. */
  readonly canReopen?: boolean;
  readonly list?: ListToken;
}

/** What was said of one measure, a page of it. Where a page is too long for a card its narratives are cut, and it says so. */
export function historyCard(history: History): Card {
  const { planTitle, ref, words, dueAsWritten, currentDue, entries } = history;
  return fitCard(longestNarrative, (most) =>
    fillTemplate("history", {
      planTitle,
      heading: `${ref}: what was said`,
      words: cutAtWord(words, 600),
      due: `Due as written: ${dueAsWritten.trim() === "" ? "no date" : excerpt(dueAsWritten, 200)}${currentDue ? `. Due now: ${currentDue}` : ""}`,
      entries: entries.map((entry) => entryView(entry, most)),
      end: entries.length === 0 ? "No update yet." : undefined,
      buttons: buttonsOf(history),
    }),
  );
}

function buttonsOf({ plan, ref, page, pages, canUpdate, canReopen, list }: History): CardButton[] {
  const turn = (title: string, to: number) => (to >= 1 && to <= pages ? [cardButton(title, { verb: "showHistory", plan, ref, list, page: to })] : []);
  return [
    ...(canUpdate ? [cardButton("Update this measure", { verb: "openForm", plan, ref, list })] : []),
    ...(canReopen ? [cardButton("Reopen it", { verb: "openReopening", plan, ref })] : []),
    ...turn("‹ Newer", page - 1),
    ...turn("Older ›", page + 1),
    ...(list ? [cardButton("Back to the list", { verb: "showList", plan, list })] : []),
  ];
}

function entryView(entry: HistoryEntry, mostNarrative: number): object {
  return {
    title: `${entry.on}, ${entry.by}`,
    lines: [
      entry.note,
      entry.ratingLabel && (entry.meaning ? `${entry.ratingLabel}: ${entry.meaning}` : entry.ratingLabel),
      cutAtWord(entry.narrative, mostNarrative, "… (too long for a card)"),
      entry.figure && `Figure: ${cutAtWord(entry.figure, 200)}`,
      entry.help && `What would help: ${cutAtWord(entry.help, 1_000)}`,
    ].filter(Boolean),
  };
}

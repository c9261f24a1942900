import { longestNarrative } from "../domain/answerForm.ts";
import { type Challenge, challengeForBoard } from "../domain/challenge/challenge.ts";
import { type Evidence, mostEvidence } from "../domain/evidence.ts";
import type { Card } from "./card.ts";
import { type CardButton, cardButton } from "./cardButton.ts";
import { cutAtWord, excerpt } from "./cutAtWord.ts";
import { evidenceLinks, evidenceNames } from "./evidenceLinks.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { fitCard } from "./fitCard.ts";
import type { ListToken } from "./listToken.ts";
import { riskLines } from "./receipt.ts";

export interface HistoryEntry {
  /** Where several measures are shown together. */
  readonly ref?: string;
  /** Day in words, in the plan's zone. */
  readonly on: string;
  readonly by: string;
  readonly ratingLabel?: string;
  readonly meaning?: string;
  readonly impactLabel?: string;
  /** The rating it took the place of, where that was another. */
  readonly was?: string;
  readonly narrative: string;
  /** With how far it was from its target, where that can be told. */
  readonly figure?: string;
  readonly help?: string;
  readonly risk?: string;
  readonly mitigation?: string;
  readonly evidence?: readonly Evidence[];
  readonly challenges?: readonly Challenge[];
  readonly why?: string;
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

export function entryView(entry: HistoryEntry, mostNarrative: number): object {
  // On a crowded card the words beside the narrative give way with it.
  const most = Math.max(60, Math.floor(mostNarrative / 4));
  const links = most >= 400 ? mostEvidence : most >= 100 ? 1 : 0;
  return {
    title: `${entry.ref === undefined ? "" : `${entry.ref} · `}${entry.on}, ${entry.by}`,
    evidence: evidenceLinks(entry.evidence, links),
    lines: [
      entry.note,
      entry.ratingLabel &&
        [entry.meaning ? `${entry.ratingLabel}: ${entry.meaning}` : entry.ratingLabel, entry.was && `(was ${entry.was})`].filter(Boolean).join(" "),
      entry.impactLabel && `Impact: ${entry.impactLabel}`,
      cutAtWord(entry.narrative, mostNarrative, "… (too long for a card)"),
      entry.figure && `Figure: ${cutAtWord(entry.figure, 200)}`,
      ...riskLines(entry, most),
      entry.help && `What would help: ${cutAtWord(entry.help, most)}`,
      entry.challenges?.length && `Challenged: ${cutAtWord(entry.challenges.map(challengeForBoard).join("; "), Math.min(most, 600))}`,
      links === 0 && evidenceNames(entry.evidence),
      entry.why && `Their answer: ${cutAtWord(entry.why, most)}`,
    ].filter(Boolean),
  };
}

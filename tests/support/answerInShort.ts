import type { Update } from "../../src/domain/update.ts";
import type { Card, Shown } from "./standInConnector.ts";
import { actionsOf, wordsOf } from "./startBot.ts";

/** What a lead has two of: the one their reminder was about, and another. */
export interface TwoMeasures {
  readonly asked: string;
  readonly other: string;
}

/**
 * An answer in a line, as the lead would tell it: what was stored, which box it came back in and what that holds, or the sentence.
 * The measures are told as A and B.
 *
 * @param stored - what was stored of the two by this message
 */
export function answerInShort(shown: readonly Shown[], stored: readonly Update[], { asked, other }: TwoMeasures): string {
  const named = (words: string) => words.replaceAll(asked, "A").replaceAll(other, "B");
  const card = shown[0]?.activity.attachments?.[0]?.content;
  const told = stored.map(({ ref, rating, narrative, figure }) => `${ref} ${rating} ${quoted(narrative)}${figure ? ` [${figure.asWritten}]` : ""}`);
  return named(
    [...(told.length > 0 ? [`stored ${told.join(" + ")}`] : []), card ? inCard(card, told.length > 0) : `“${shown[0]?.activity.text?.split(/[.,]/)[0] ?? ""}”`]
      .filter(Boolean)
      .join("; "),
  );
}

function inCard(card: Card, isStored: boolean): string {
  const lines = wordsOf(card).split("\n");
  const [save] = actionsOf(card, "saveUpdate");
  const box = (id: string) => inputOf(card, id)?.value ?? "";
  if (save && !save.amends) return `form ${save.ref} ${box("rating") || "?"} ${quoted(box("narrative"))}${box("figure") ? ` [${box("figure")}]` : ""}`;
  if (actionsOf(card, "saveDraft").length > 0) return `which? ${box("rating") || "?"} ${quoted(box("narrative"))}`;
  const [date] = actionsOf(card, "askForDate");
  if (date) return `date form ${date.ref} ${quoted(box("date"))} ${quoted(box("reason"))}`;
  if (actionsOf(card, "chooseForDate").length > 0) return `date of which? ${quoted(box("date"))} ${quoted(box("reason"))}`;
  if (actionsOf(card, "sayNotMine").length > 0) return `whose? ${quoted(box("whoElse"))} ${quoted(box("words"))}`;
  if (actionsOf(card, "saveLeave").length > 0) return "leave form";
  if (isStored) return "";
  const [draft] = actionsOf(card, "openDraft");
  return draft ? `not understood, kept ${quoted(draft.narrative)}` : `“${lines.find((line) => line !== "Plan")}”`;
}

function quoted(words: string): string {
  return `"${words.replaceAll("\n", "\\n")}"`;
}

// biome-ignore lint/suspicious/noExplicitAny: an input of any shape
function inputOf(node: any, id: string): { value?: string } | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if (node.id === id && String(node.type).startsWith("Input.")) return node;
  for (const below of Object.values(node)) {
    const found = inputOf(below, id);
    if (found) return found;
  }
  return undefined;
}

import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { askedAtOnce } from "../cards/listToken.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Message } from "../ports.ts";
import type { Command } from "./command.ts";
import { nearestCommands } from "./nearestCommands.ts";

/** What was typed may be an update of one of these measures after all. */
export type Keep = Omit<Extract<CardAction, { verb: "openDraft" }>, "verb">;

/** The longest that travels with a button. */
const longestKept = 2_000;

/** A usage as somebody would type it: `history REF` with a measure of theirs, and without what may be left out. */
function wordsToType(usage: string, ref = "1.1.1-1"): string {
  return usage
    .replace(/\s*\[[^\]]*\]/g, "")
    .replace(/\bREF\b/g, ref)
    .trim();
}

/**
 * Nothing not understood is left without an answer: the three nearest commands, and for a lead a way to keep what was typed.
 *
 * @param words - empty where only the bot was mentioned, or a picture was sent
 * @param note - what the person should know besides
 */
export function didYouMean(words: string, commands: readonly Command[], keep?: Keep, note?: string): Message {
  const near = nearestCommands(words, commands).map(({ usage, does }) => ({ words: wordsToType(usage, keep?.among[0]), does }));
  const said = words.length > 80 ? `${words.slice(0, 80).toWellFormed()}…` : words;
  const canKeep = keep !== undefined && keep.among.length > 0 && keep.narrative !== "";
  const draft = canKeep
    ? { ...keep, verb: "openDraft" as const, among: keep.among.slice(0, askedAtOnce), narrative: keep.narrative.slice(0, longestKept) }
    : undefined;
  return {
    card: replyCard({
      heading: said ? `I did not understand “${said.replace(/\s+/g, " ")}”` : "I am here",
      lines: [
        `${said ? "Did you mean one of these?" : "These I understand."} Type “help” for everything you can ask.`,
        ...near.map((one) => `“${one.words}”: ${one.does}`),
        ...(note ? [note] : []),
        ...(draft ? ["Nothing was recorded. If it was an update, keep it and say of which measure."] : []),
      ],
      buttons: [
        ...(draft ? [cardButton("Keep it as an update", draft)] : []),
        ...near.filter((one) => !/[A-Z]{2,}/.test(one.words)).map((one) => cardButton(one.words, { verb: "say", words: one.words })),
      ],
    }),
    alert: "Drumbeat",
  };
}

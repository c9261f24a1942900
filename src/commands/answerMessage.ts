import { escapeMarkdown } from "../cards/escape.ts";
import { withoutQuotes } from "../domain/said/ownWords.ts";
import { RefusedError, UserError } from "../domain/userError.ts";
import type { Message } from "../ports.ts";
import { answerInWords, hearWords } from "./answerInWords.ts";
import type { Call, Command } from "./command.ts";
import { didYouMean } from "./didYouMean.ts";
import { findPlan } from "./findPlan.ts";
import { parseCommand } from "./parseCommand.ts";
import { plainSentence, refAsked } from "./plainSentence.ts";

/**
 * Answers typed words: a command, else what a lead says to what was asked of them, else the nearest commands. No message
 * is left without an answer, and what a person can put right is said in plain words (law 8).
 *
 * @param commands - those there are here, the same array for every message
 */
export async function answerMessage(call: Omit<Call, "rest">, commands: readonly Command[]): Promise<Message> {
  const words = withoutQuotes(call.words);
  const alone = call.asker.where.kind === "personal";
  const parsed = parseCommand(words, commands);
  try {
    switch (parsed.kind) {
      case "command":
        return await runOrHear({ ...call, rest: parsed.rest }, parsed.command);
      case "ambiguous":
        throw new UserError(`“${words}” could be ${parsed.commands.map(({ name }) => `“${name}”`).join(" or ")}. Write a little more of it.`);
      case "unknown": {
        const names = commands.map(({ name }) => name);
        const plain = plainSentence(words, names) ?? (alone ? undefined : refAsked(words));
        const asked = plain === undefined ? undefined : parseCommand(plain, commands);
        if (asked?.kind === "command") return await run({ ...call, rest: asked.rest }, asked.command);
        return alone
          ? await answerInWords(call, commands)
          : didYouMean(
              words,
              commands.filter(({ where }) => where.includes(call.asker.where.kind)),
              undefined,
              elsewhereNotes[call.asker.where.kind],
            );
      }
    }
  } catch (error) {
    if (error instanceof UserError) return { text: escapeMarkdown(error.message), alert: "Drumbeat" };
    throw error;
  }
}

/** Somebody who may not run it may have meant a report; words that are none either were meant for the command. */
async function runOrHear(call: Call, command: Command): Promise<Message> {
  try {
    return await run(call, command);
  } catch (error) {
    if (!(error instanceof RefusedError && command.mayBeReport && call.rest !== "" && call.asker.where.kind === "personal")) throw error;
    const heard = await hearWords(call);
    if (heard.kind === "answered") return heard.message;
    throw error;
  }
}

async function run(call: Call, command: Command): Promise<Message> {
  const { where } = call.asker;
  call.ports.log.info("command", { command: command.name, where: where.kind });
  if (!command.where.includes(where.kind)) throw new UserError(elsewhere(command, where.kind));
  if (!command.deed) return command.run(call);
  const at = await findPlan(call, command);
  return "ask" in at ? at.ask : command.run(call, at);
}

/** A sentence typed where others read along may have been meant as an update. */
const elsewhereNotes: Readonly<Record<string, string>> = {
  group: "Of plans I speak one to one, or in a plan's own channel: write to me there.",
  channel: "An update is made one to one: write it to me in our own chat.",
};

function elsewhere(command: Command, here: string): string {
  if (here === "group") return "I show a plan one to one or in its own channel, not in group chats. Write to me there.";
  return command.where.includes("personal")
    ? `“${command.name}” is for you alone: write it to me one to one.`
    : `“${command.name}” belongs in the plan's channel: write it there, after mentioning me.`;
}

import { escapeMarkdown } from "../cards/escape.ts";
import { noticeCard } from "../cards/noticeCard.ts";
import { UserError } from "../domain/userError.ts";
import type { Message } from "../ports.ts";
import type { Call, Command } from "./command.ts";
import { findPlan } from "./findPlan.ts";
import { parseCommand } from "./parseCommand.ts";

/** Answers typed words. No message is left without an answer, and what a person can put right is said in plain words (law 8). */
export async function answerMessage(call: Omit<Call, "rest">, commands: readonly Command[]): Promise<Message> {
  const here = commands.filter((command) => !command.localOnly || call.ports.moveClock);
  const parsed = parseCommand(call.words, here);
  try {
    switch (parsed.kind) {
      case "command":
        return await run({ ...call, rest: parsed.rest }, parsed.command);
      case "ambiguous":
        throw new UserError(`“${call.words}” could be ${parsed.commands.map(({ name }) => `“${name}”`).join(" or ")}. Write a little more of it.`);
      case "unknown":
        return notUnderstood(call.words, call.asker.where.kind === "personal");
    }
  } catch (error) {
    if (error instanceof UserError) return { text: escapeMarkdown(error.message), alert: "Drumbeat" };
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

function elsewhere(command: Command, here: string): string {
  if (here === "group") return "I show a plan one to one or in its own channel, not in group chats. Write to me there.";
  return command.where.includes("personal")
    ? `“${command.name}” is for you alone: write it to me one to one.`
    : `“${command.name}” belongs in the plan's channel: write it there, after mentioning me.`;
}

function notUnderstood(words: string, alone: boolean): Message {
  const said = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  const heading = said ? `I did not understand “${said}”` : "I am here";
  return {
    card: noticeCard({
      heading,
      body: `${alone ? "To report on a measure, type “mine”. " : ""}To see where the plan stands, type “summary”. Type “help” for everything you can ask.`,
    }),
    alert: "Drumbeat",
  };
}

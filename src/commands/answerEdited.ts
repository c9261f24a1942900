import { type AtPlan, placeAt } from "../flows/atPlan.ts";
import { hearDeletion, hearEdit } from "../flows/hearEdit.ts";
import type { Message } from "../ports.ts";
import { answerMessage } from "./answerMessage.ts";
import type { Call, Command } from "./command.ts";
import { plansFor } from "./findPlan.ts";

/** Answers a message that was edited: what it recorded first, if anything, else as if it were new. */
export async function answerEdited(call: Omit<Call, "rest">, commands: readonly Command[]): Promise<Message> {
  for (const at of await placesOf(call)) {
    const message = await hearEdit(call.ports, at, { words: call.words, id: call.messageId });
    if (message) return message;
  }
  return answerMessage(call, commands);
}

/** Answers a deletion where something was recorded of the message; else silence is right. */
export async function answerDeleted(call: Omit<Call, "rest" | "words">): Promise<Message | undefined> {
  const { messageId } = call;
  if (messageId === undefined) return undefined;
  return (await placesOf(call)).map((at) => hearDeletion(at, messageId)).find((message) => message !== undefined);
}

async function placesOf(call: Pick<Call, "ports" | "asker" | "admins">): Promise<AtPlan[]> {
  const { ports, asker, admins } = call;
  return (await plansFor(call, "answer")).map((plan) => placeAt(ports, asker, plan, admins));
}

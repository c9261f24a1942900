import { readSaid } from "../domain/said/readSaid.ts";
import type { Message, Ports } from "../ports.ts";
import { askedOf } from "./askedOf.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeReply } from "./composeReply.ts";

/** Answers what somebody asks, or says kindly, who reads a plan and reports on none of it. @returns undefined for anything else */
export async function answerReader(ports: Ports, at: AtPlan, words: string): Promise<Message | undefined> {
  const said = readSaid(words, await askedOf(ports, at));
  const isAnswered = said.kind === "pleasantry" || (said.kind === "question" && said.about !== "other");
  return isAnswered ? composeReply(at, said, words) : undefined;
}

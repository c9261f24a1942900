import { createHash } from "node:crypto";
import type { Draft } from "../domain/said/said.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import type { HeardOf } from "./composeHeard.ts";
import { measureToAnswer } from "./measureToAnswer.ts";
import { type StoreOutcome, storeUpdate } from "./recordUpdate.ts";
import { saidJustNow } from "./saidJustNow.ts";

/** One measure's part of something that was said of several. */
export interface AnswerOf {
  readonly ref: string;
  readonly draft: Draft;
  /** The measure's last update that the person could know of. */
  readonly basis?: string;
}

/** The same message, or card, told of again makes the same nonces, one a measure. @param said - of that message alone, whoever else writes one */
export function nonceOf(said: string, ref: string): string {
  return createHash("sha256").update(`${said}\n${ref}`).digest("hex").slice(0, 32);
}

/** Stores each for itself: one that cannot be taken never stops the others. All bear one moment, by which they are known to have been said together. */
export async function recordAnswers(ports: Ports, at: AtPlan, answers: readonly AnswerOf[], said: string, via: Update["via"]): Promise<HeardOf> {
  const stored: HeardOf["stored"][number][] = [];
  const questions: HeardOf["questions"][number][] = [];
  const notes: string[] = [];
  const moment = ports.clock.now();
  const then: Ports = { ...ports, clock: { now: () => moment, realNow: () => ports.clock.realNow() } };
  for (const answer of answers) {
    try {
      const outcome = await recordAnswer(then, at, answer, said, via);
      if (outcome.kind === "stored") stored.push(outcome);
      else questions.push({ ref: answer.ref, sentence: "this could not be recorded as it is.", draft: answer.draft });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      notes.push(`${error.message} You typed: ${typedIn(answer.draft)}`);
    }
  }
  return { stored, questions, notes };
}

function typedIn({ rating, narrative, figure, help, risk, mitigation }: Draft): string {
  return [rating, narrative, figure, help, risk, mitigation].filter((words) => words).join(" · ");
}

/** @throws UserError when the measure is gone, complete, or not this person's to answer */
export async function recordAnswer(ports: Ports, at: AtPlan, { ref, draft, basis }: AnswerOf, said: string, via: Update["via"]): Promise<StoreOutcome> {
  const measure = measureToAnswer(at, ref);
  const nonce = nonceOf(said, ref);
  const before = via === "chat" ? await saidJustNow(ports, at, measure, { draft, nonce }) : undefined;
  if (before) return { kind: "stored", measure, update: before };
  return storeUpdate(ports, at, { verb: "saveUpdate", plan: at.plan.id, ref, nonce, basis, ...draft }, via);
}

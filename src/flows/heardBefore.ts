import { randomUUID } from "node:crypto";
import type { Measure } from "../domain/measure.ts";
import { readSaid } from "../domain/said/readSaid.ts";
import type { Asked } from "../domain/said/said.ts";
import type { Update } from "../domain/update.ts";
import type { Message, Ports, SentFile } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeHeard } from "./composeHeard.ts";
import { nonceOf } from "./recordAnswers.ts";
import { receiptFor } from "./recordUpdate.ts";
import { isJustNow, isSaid } from "./saidJustNow.ts";

/** A message somebody typed to the bot alone. */
export interface TypedMessage {
  readonly words: string;
  /** Absent where Teams gave none. */
  readonly id?: string;
  /** Files that came with it. */
  readonly files?: readonly Pick<SentFile, "name" | "place">[];
}

/** A measure, and what was recorded of it. */
export interface StoredOf {
  readonly measure: Measure;
  readonly update: Update;
}

/** What this very message was stored for already, by its id, and still stands: told of again it must mean the same. */
export function storedBefore(at: AtPlan, typed: TypedMessage): readonly StoredOf[] {
  return latestOf(at).filter(({ update }) => typed.id !== undefined && update.nonce === nonceOf(sourceOf(at, typed), update.ref));
}

/** The receipt of a message that came within the minute with another id and the same words. */
export function heardJustNow(ports: Ports, at: AtPlan, typed: TypedMessage, asked: Asked): Message | undefined {
  const stored = latestOf(at).filter(({ update }) => saidAgain(ports, update, typed, asked));
  const [one, ...others] = stored;
  if (!one) return undefined;
  return others.length === 0 ? receiptFor(at, one.measure, one.update, undefined) : composeHeard(ports, at, { stored, questions: [], notes: [] });
}

/** What this person said last of each measure, where nobody has spoken since. */
function latestOf({ plan, person }: AtPlan): StoredOf[] {
  return plan.measures.flatMap((measure) => {
    const latest = measure.standing?.latest;
    return latest?.by.objectId === person.objectId ? [{ measure, update: latest }] : [];
  });
}

function saidAgain(ports: Ports, update: Update, { words }: TypedMessage, asked: Asked): boolean {
  if (update.via !== "chat" || !isJustNow(ports, update) || !words.includes(update.narrative)) return false;
  const again = readSaid(words, { ...asked, focus: [update.ref] });
  return again.kind === "report" && again.of.some((said) => said.kind === "answer" && said.ref === update.ref && isSaid(update, said.draft));
}

/** A message's id is its own only within its conversation. */
export function sourceOf({ person }: AtPlan, { id }: TypedMessage): string {
  return `${person.objectId}\n${id ?? randomUUID()}`;
}

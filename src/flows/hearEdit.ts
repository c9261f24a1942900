import { randomUUID } from "node:crypto";
import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { readSaid } from "../domain/said/readSaid.ts";
import type { Message, Ports } from "../ports.ts";
import { askedOf } from "./askedOf.ts";
import type { AtPlan } from "./atPlan.ts";
import { hearAnswer } from "./hearAnswer.ts";
import { type StoredOf, storedBefore, type TypedMessage } from "./heardBefore.ts";

/** A card has six buttons, and each measure takes one. */
const fewMeasures = 5;

/**
 * Hears a message that was recorded and is edited now. Nothing is stored twice and nothing changes by itself: where it
 * still speaks of the same measure the form offers the new words in place of the old, else the person is told what stands.
 *
 * @returns undefined when nothing was recorded of it, or it was amended or taken back since
 */
export async function hearEdit(ports: Ports, at: AtPlan, typed: TypedMessage): Promise<Message | undefined> {
  const stored = storedBefore(at, typed);
  const [only, ...others] = stored;
  if (!only) return undefined;
  const said = readSaid(typed.words, { ...(await askedOf(ports, at)), focus: [only.measure.ref] });
  const isOfTheSame =
    others.length === 0 && said.kind === "report" && said.of.length === 1 && said.of[0]?.kind === "answer" && said.of[0].ref === only.measure.ref;
  const heard = isOfTheSame ? await hearAnswer(ports, at, typed) : undefined;
  return heard?.kind === "answered" ? heard.message : composeStillStands(at, stored, "You edited a message that was recorded");
}

/** Says that what a deleted message recorded still stands. @returns undefined when nothing was recorded of it, or it was amended or taken back since */
export function hearDeletion(at: AtPlan, messageId: string): Message | undefined {
  const stored = storedBefore(at, { words: "", id: messageId });
  return stored.length > 0 ? composeStillStands(at, stored, "You deleted a message that was recorded") : undefined;
}

function composeStillStands({ plan }: AtPlan, stored: readonly StoredOf[], heading: string): Message {
  const [only, ...others] = stored.map(({ measure: { ref }, update }) => ({ ref, update: update.id }));
  const undo = only && others.length === 0 ? [cardButton("Take it back", { verb: "undoUpdate", plan: plan.id, nonce: randomUUID(), ...only })] : [];
  const change = stored
    .slice(0, fewMeasures)
    .map(({ measure: { ref }, update }) => cardButton(`Change ${ref}`, { verb: "openForm", plan: plan.id, ref, amends: update.id }));
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: [
      ...stored.map(({ measure, update }) => `${measure.ref}${update.rating ? `: ${update.rating}` : ""}. “${update.narrative}”`),
      "That still stands: what the board reads does not change with a message in Teams.",
    ],
    buttons: [...change, ...undo],
  });
  return { card, alert: heading };
}

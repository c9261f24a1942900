import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { replyCard } from "../cards/replyCard.ts";
import { longestHelp } from "../domain/answerForm.ts";
import { type ConfidenceChange, confidenceWith, isConfidential } from "../domain/confidential.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { entryBase } from "./entryBase.ts";

type SetConfidential = Omit<Extract<CardAction, { verb: "setConfidential" }>, "verb" | "plan">;

/** Marks a measure confidential, with a reason, or opens it again. @throws UserError without a reason, or where somebody was first */
export async function setConfidential(ports: Ports, at: AtPlan, { ref, nonce, basis, open, reason = "" }: SetConfidential): Promise<Message> {
  const measure = at.plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${at.plan.title} any more.`);
  const why = reason.trim();
  if (why === "") throw new UserError(`Say why, such as “${open ? "not confidential" : "confidential"} ${ref} because …”.`);
  if (why.length > longestHelp) throw new UserError(`The reason has ${why.length} characters; ${longestHelp} is the most.`);
  if (isConfidential(at.plan, measure) !== open) {
    const last = (await ports.plans.entries(at.plan.id, "confidential", ref)).at(-1);
    if (last?.nonce === nonce) return receiptFor(at, measure, last);
    throw new UserError(`${ref} is ${open ? "open" : "confidential"} already.`);
  }

  const change: ConfidenceChange = {
    ...entryBase(ports, at, basis, { via: "chat", nonce }),
    ref,
    kind: open ? "open" : "mark",
    reason: why,
  };
  const outcome = await ports.plans.append(at.plan.id, "confidential", change, confidenceWith(change));
  if (outcome.kind === "behind") throw new UserError(`Somebody else said so of ${ref} at the same moment. Type “confidential” to see what stands.`);
  ports.log.info("confidence changed", { plan: at.plan.id, ref, kind: change.kind });
  return receiptFor(at, measure, change);
}

function receiptFor({ plan }: AtPlan, { ref, words }: Measure, { id, kind, reason }: ConfidenceChange): Message {
  const marked = kind === "mark";
  const heading = marked ? `${ref} is confidential now` : `${ref} is open again`;
  const told = marked
    ? "It is counted in the channel and in open documents, and told there neither by its reference nor by a word. The programme manager, the board, its area’s senior responsible officer and its leads still see it."
    : "It appears in the channel and in documents like any other.";
  const back = `taken back: ${reason}`.slice(0, 500);
  const undo = cardButton("Undo", { verb: "setConfidential", plan: plan.id, ref, nonce: randomUUID(), basis: id, open: marked, reason: back });
  return { card: replyCard({ planTitle: plan.title, heading, lines: [words, told, `Reason: ${reason}`], buttons: [undo] }), alert: heading };
}

/** Every measure that is confidential, with who said so and why. */
export function composeConfidential({ plan }: AtPlan): Message {
  const marked = plan.measures.flatMap((measure) => {
    const row = plan.matters.confidential[measure.ref]?.marked;
    return row ? [`${measure.ref}: ${measure.words.slice(0, 120)} (${row.by.name}, ${inWords(row.on)}: ${row.reason})`] : [];
  });
  const heading = marked.length === 0 ? "Nothing is confidential" : marked.length === 1 ? "1 confidential item" : `${marked.length} confidential items`;
  const how = "Write “confidential 2.1.1-1 because …” to mark one, “not confidential 2.1.1-1 because …” to open it again.";
  return { card: replyCard({ planTitle: plan.title, heading, lines: [...marked.slice(0, 40), how], buttons: [] }), alert: heading };
}

import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { excerpt } from "../cards/cutAtWord.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import { type AtPlan, readAgainAt } from "./atPlan.ts";
import { inShort } from "./composeUndo.ts";
import { nonceOf } from "./recordAnswers.ts";
import { storeUpdate } from "./recordUpdate.ts";
import { undoUpdate } from "./undoUpdate.ts";

type MoveUpdate = Extract<CardAction, { verb: "moveUpdate" }>;

/** The last that somebody said, where they say that it was meant for another measure: one press moves it. */
export function offerMove({ plan }: AtPlan, update: Update, to: string): Message {
  const { ref, id, evidence = [] } = update;
  const heading = `Was that for ${to}?`;
  const left = evidence.length > 0 ? [`Its evidence stays in the history of ${ref}: send it again for ${to}.`] : [];
  const basis = plan.measures.find((measure) => measure.ref === to)?.standing?.lastUpdate;
  const press = { plan: plan.id, ref, update: id, nonce: randomUUID() };
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: [inShort(update), ...left, `Nothing is changed yet. Once it is moved, ${ref} stands as it did before; both histories keep what was said.`],
    buttons: [
      cardButton(`Move it to ${to}`, { verb: "moveUpdate", ...press, to, ...(basis !== undefined && { basis }) }),
      cardButton(`Take back ${ref}`, { verb: "undoUpdate", ...press }),
      cardButton(`Change ${ref}`, { verb: "openForm", plan: plan.id, ref, amends: id }),
    ],
  });
  return { card, alert: heading };
}

/**
 * Records an update for the measure it was meant for, and takes it back from the other (law 4: in this order, so that nothing
 * is lost in between). Pressed again, it says the same.
 *
 * @throws UserError when it was somebody else's, or one of the measures is not theirs to answer
 */
export async function moveUpdate(ports: Ports, at: AtPlan, { ref, update: id, to, basis, nonce }: MoveUpdate): Promise<Message> {
  const { plan } = at;
  const moved = (await ports.plans.history(plan.id, ref)).find((row) => row.id === id && row.kind === "report");
  if (!moved || moved.by.objectId !== at.person.objectId) throw new UserError(`That is not an update of yours on ${ref}, so it stays as it is.`);
  const { rating = "", impact, narrative = "", figure, help, risk, mitigation } = moved;
  const said = { rating, impact, narrative, figure: figure?.asWritten, help, risk, mitigation };
  const outcome = await storeUpdate(ports, at, { verb: "saveUpdate", plan: plan.id, ref: to, nonce: nonceOf(nonce, to), basis, ...said }, "card");
  if (outcome.kind !== "stored") return outcome.ask;
  await undoUpdate(ports, await readAgainAt(ports, at), { verb: "undoUpdate", plan: plan.id, ref, nonce: nonceOf(nonce, ref), update: id });
  const heading = `Moved from ${ref} to ${to}`;
  const card = replyCard({
    planTitle: plan.title,
    heading,
    lines: [`${to}: ${[rating, `“${excerpt(narrative, 300)}”`].filter((one) => one !== "").join(", ")}`, `${ref} stands as it did before that update.`],
    buttons: [
      cardButton(`Change ${to}`, { verb: "openForm", plan: plan.id, ref: to, amends: outcome.update.id }),
      cardButton(`Undo: take back ${to}`, { verb: "undoUpdate", plan: plan.id, ref: to, nonce: randomUUID(), update: outcome.update.id }),
      cardButton("My measures", { verb: "say", words: "mine" }),
    ],
  });
  return { card, alert: heading };
}

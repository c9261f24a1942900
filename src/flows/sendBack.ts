import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { reasonCard } from "../cards/reasonCard.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { newsOf } from "./composeForm.ts";
import { composeSignOff } from "./composeSignOff.ts";
import { measureNamed, refuseUnlessSigner, storeDecision, withMeasures } from "./decideCompletion.ts";
import { faultOfReason } from "./faultOfReason.ts";
import { refuseOtherWords } from "./refuseOtherWords.ts";

type SendBack = Extract<CardAction, { verb: "sendBack" }>;

/** Asks with what words a proposed completion goes back. @throws UserError when it is not proposed any more, RefusedError for others */
export function openSendBack(at: AtPlan, { ref, page, reason }: Pick<SendBack, "ref" | "page" | "reason">): Message {
  return form(at, proposedNow(at, ref), { page, reason });
}

/**
 * Sends a proposed completion back with words: the rating before it stays in force, and its lead is told and asked again.
 * A form that is behind or says nothing comes back with what was typed.
 *
 * @throws UserError when it is not proposed any more, RefusedError for somebody who does not sign off
 */
export async function sendBack(ports: Ports, at: AtPlan, press: SendBack): Promise<Message> {
  const { ref, nonce, basis, page, reason = "" } = press;
  const sent = sentBefore(at, press);
  if (sent) return sent;
  const measure = proposedNow(at, ref);
  const fault = faultOfReason(reason, "Say what is still missing, so that the lead knows what to do now.");
  if (fault) return form(at, measure, { page, reason, fault, nonce });
  const stored =
    measure.standing?.lastUpdate === basis
      ? await storeDecision(ports, at, measure, { kind: "sentBack", narrative: reason.trim(), nonce, via: "card" })
      : "behind";
  if (stored === "behind") {
    const since = (await ports.plans.history(at.plan.id, ref)).filter(({ id }) => id > basis);
    const news = { sentence: "This changed after the card was shown. Nothing was sent back yet.", lines: newsOf(at.plan, since) };
    return form(at, measure, { page, reason, news });
  }
  return receipt(at, stored.measure, page);
}

/** Pressed again, it says the same. */
function sentBefore(at: AtPlan, { ref, nonce, page, reason = "" }: SendBack): Message | undefined {
  refuseUnlessSigner(at);
  const measure = measureNamed(at, ref);
  if (measure.standing?.decided?.nonce !== nonce) return undefined;
  refuseOtherWords(measure.standing.decided.narrative, reason);
  return receipt(at, measure, page);
}

function proposedNow(at: AtPlan, ref: string): Measure {
  refuseUnlessSigner(at);
  const measure = measureNamed(at, ref);
  if (measure.standing?.proposedComplete) return measure;
  const { decided } = measure.standing ?? {};
  throw new UserError(`${ref} does not wait for sign-off any more.${decided ? ` ${newsOf(at.plan, [decided])[0]}.` : ""}`);
}

function receipt(at: AtPlan, measure: Measure, page: number): Message {
  const lines = [`“${measure.standing?.decided?.narrative}”`, "It keeps the rating it had. Its lead will be told, and asked again."];
  return composeSignOff(withMeasures(at.plan, [measure]), page, [{ kind: "done", title: `${measure.ref} was sent back`, lines }]);
}

interface FormState {
  readonly page: number;
  readonly reason?: string;
  readonly fault?: string;
  readonly nonce?: string;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

function form({ plan }: AtPlan, { ref, words, standing }: Measure, { page, nonce = randomUUID(), ...state }: FormState): Message {
  const { latest, lastUpdate = "" } = standing ?? {};
  const card = reasonCard({
    ...state,
    planTitle: plan.title,
    heading: `${ref}: send it back`,
    words,
    facts: latest ? [`${latest.by.name}, ${inWords(latest.on)}: “${latest.narrative}”`] : [],
    label: "What is still missing? The lead will read it.",
    placeholder: "For example: show that it lasted a term",
    store: cardButton("Send back", { verb: "sendBack", plan: plan.id, ref, nonce, basis: lastUpdate, page }),
    buttons: [
      cardButton("Back to the list", { verb: "showSignOff", plan: plan.id, page }),
      cardButton("Its history", { verb: "showHistory", plan: plan.id, ref }),
    ],
  });
  return { card, alert: `Send ${ref} back` };
}

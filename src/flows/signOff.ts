import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { ratingInWords } from "../cards/ratingStyle.ts";
import { type SignOffOutcome, tickOf } from "../cards/signOffCard.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { isComplete, ratingOf } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeSignOff } from "./composeSignOff.ts";
import { refuseUnlessSigner, storeDecision, withMeasures } from "./decideCompletion.ts";
import { nonceOf } from "./recordAnswers.ts";

type SignOffTicked = Extract<CardAction, { verb: "signOffTicked" }>;

/** @throws RefusedError for somebody who does not sign off */
export function showSignOff(at: AtPlan, page?: number): Message {
  refuseUnlessSigner(at);
  return composeSignOff(at.plan, page);
}

/**
 * Accepts measures as completed and embedded, each as it was shown: one that changed since is left, and that is said.
 *
 * @throws RefusedError for somebody who does not sign off
 */
export async function signOffTicked(ports: Ports, at: AtPlan, press: SignOffTicked): Promise<Message> {
  refuseUnlessSigner(at);
  const ticked = press.lines.filter((_, n) => press[tickOf(n)] === "true");
  if (ticked.length === 0)
    return composeSignOff(at.plan, press.page, [{ kind: "not", title: "Nothing was ticked", lines: ["Tick what is to be signed off, then press again."] }]);
  const signed = await Promise.all(ticked.map(({ ref, basis }) => signOffAsShown(ports, at, { ref, basis, nonce: nonceOf(press.nonce, ref), via: "card" })));
  return composeSignOff(
    withMeasures(
      at.plan,
      signed.flatMap(({ measure }) => measure ?? []),
    ),
    press.page,
    signed.map(({ outcome }) => outcome),
  );
}

/** Accepts the one that somebody named. @throws UserError when it cannot be, RefusedError for somebody who does not sign off */
export async function signOffNamed(ports: Ports, at: AtPlan, measure: Measure): Promise<Message> {
  refuseUnlessSigner(at);
  const { ref, standing } = measure;
  const signed = await signOffAsShown(ports, at, { ref, basis: standing?.lastUpdate, nonce: randomUUID(), via: "chat" });
  if (!signed.measure) throw new UserError([`${signed.outcome.title}.`, ...signed.outcome.lines].join(" "));
  return composeSignOff(withMeasures(at.plan, [signed.measure]), 1, [signed.outcome]);
}

interface Wanted {
  readonly ref: string;
  /** The measure's last update when it was shown. */
  readonly basis: string | undefined;
  readonly nonce: string;
  readonly via: "card" | "chat";
}

/** @returns what became of it; the measure only where it is signed off by this person's wish */
async function signOffAsShown(ports: Ports, at: AtPlan, { ref, basis, nonce, via }: Wanted): Promise<{ outcome: SignOffOutcome; measure?: Measure }> {
  const measure = at.plan.measures.find((one) => one.ref === ref);
  const left = (why: string) => ({ outcome: { kind: "not", title: `${ref} was not signed off`, lines: [why] } as const });
  if (!measure) return left("It is not in the plan any more.");
  const { decided, proposedComplete, lastUpdate } = measure.standing ?? {};
  if (isComplete(measure, at.plan.scheme)) {
    // Pressed again, it says the same.
    if (decided?.nonce === nonce) return { outcome: doneOutcome(at, measure), measure };
    return left(`It is complete already${decided ? `: ${decided.by.name} signed it off on ${inWords(decided.on)}` : ""}. Its history says how it got there.`);
  }
  if (!proposedComplete) return left("Nobody proposes it as complete now. Its history says where it stands.");
  if (lastUpdate !== basis) return left("Its lead said something new after this list was shown. Read it again below.");
  const stored = await storeDecision(ports, at, measure, { kind: "signOff", narrative: "", nonce, via });
  if (stored === "behind") return left("Something was said of it at the same moment. Ask for the list again.");
  return { outcome: doneOutcome(at, stored.measure), measure: stored.measure };
}

function doneOutcome({ plan }: AtPlan, measure: Measure): SignOffOutcome {
  const { ref, standing } = measure;
  const rating = ratingOf(measure, plan.scheme);
  const update = standing?.decided?.id;
  return {
    kind: "done",
    title: `${ref} is signed off as complete`,
    lines: [`It counts as ${rating ? ratingInWords(rating) : "complete"}. Its lead will be told.`],
    ...(update && { undo: cardButton(`Undo the sign-off of ${ref}`, { verb: "undoSignOff", plan: plan.id, ref, nonce: randomUUID(), update }) }),
  };
}

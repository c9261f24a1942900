import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { dateNewsCard } from "../cards/dateNewsCard.ts";
import { ratingInWords } from "../cards/ratingStyle.ts";
import { reasonCard } from "../cards/reasonCard.ts";
import type { Measure } from "../domain/measure.ts";
import { mayOversee } from "../domain/permission.ts";
import { findRating, type Rating } from "../domain/ratingScheme.ts";
import { isComplete, ratingOf } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { RefusedError, UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { newsOf } from "./composeForm.ts";
import { signOffRefusal } from "./composeSignOff.ts";
import { measureNamed, storeDecision } from "./decideCompletion.ts";
import { faultOfReason } from "./faultOfReason.ts";
import { refuseOtherWords } from "./refuseOtherWords.ts";

type Reopen = Extract<CardAction, { verb: "reopen" }>;

/** What stands for a measure that is to count without a rating. */
const notRated = "none";

/** Asks why a complete measure is to be opened again, and what it counts as then. @throws UserError as `reopen` does */
export function openReopening(at: AtPlan, ref: string, reason?: string): Message {
  const measure = completeNow(at, ref);
  return form(at, measure, { reason, rating: ratedBefore(at, measure)?.label });
}

/**
 * Opens a complete measure again, one complete as imported too: it counts with the rating given, and is asked about.
 * A form that is behind or lacks something comes back with what was typed.
 *
 * @throws UserError when it is not complete, RefusedError for others than those who sign off and a programme manager
 */
export async function reopen(ports: Ports, at: AtPlan, press: Reopen): Promise<Message> {
  refuseUnlessOverseer(at);
  const { ref, nonce, basis, rating, reason = "" } = press;
  const before = measureNamed(at, ref);
  // Pressed again, it says the same.
  if (before.standing?.decided?.nonce === nonce) {
    refuseOtherWords(before.standing.decided.narrative, reason);
    return receipt(at, before, before.standing.decided);
  }
  const measure = completeNow(at, ref);
  const given = findRating(at.plan.scheme, rating);
  const chosen = rating === notRated || choicesOf(at).some(({ label }) => label === given?.label);
  const fault = faultOfReason(reason, "Say why it is opened again; its lead will read it.") ?? (chosen ? undefined : "Choose what it counts as now.");
  if (fault) return form(at, measure, { reason, rating, fault, nonce });
  const isBehind = measure.standing?.lastUpdate !== basis;
  const stored = isBehind ? "behind" : await storeDecision(ports, at, measure, reopening({ nonce, reason, rating: given?.label, via: "card" }));
  if (stored !== "behind") return receipt(at, stored.measure, stored.row);
  const since = (await ports.plans.history(at.plan.id, ref)).filter(({ id }) => id > (basis ?? ""));
  return form(at, measure, {
    reason,
    rating,
    news: { sentence: "This changed after the card was shown. Nothing was reopened yet.", lines: newsOf(at.plan, since) },
  });
}

/** As `reopen`, said in words; asks what it counts as where nobody knows its rating of before. @throws UserError as `reopen` does */
export async function reopenInWords(ports: Ports, at: AtPlan, ref: string, reason: string): Promise<Message> {
  const measure = completeNow(at, ref);
  const rating = ratedBefore(at, measure);
  if (!rating || faultOfReason(reason, "none")) return openReopening(at, ref, reason);
  const stored = await storeDecision(ports, at, measure, reopening({ nonce: randomUUID(), reason, rating: rating.label, via: "chat" }));
  return stored === "behind" ? openReopening(at, ref, reason) : receipt(at, stored.measure, stored.row);
}

function reopening({ reason, ...rest }: Pick<Update, "nonce" | "via" | "rating"> & { reason: string }) {
  return { ...rest, kind: "reopening", narrative: reason.trim() } as const;
}

function refuseUnlessOverseer({ plan, person }: AtPlan): void {
  if (!mayOversee(plan, person)) throw new RefusedError(`${signOffRefusal(plan)} They, and the programme manager, open a complete one again.`);
}

function completeNow(at: AtPlan, ref: string): Measure {
  refuseUnlessOverseer(at);
  const measure = measureNamed(at, ref);
  if (isComplete(measure, at.plan.scheme)) return measure;
  throw new UserError(`${ref} is not complete, so there is nothing to reopen. Type “history ${ref}” to see where it stands.`);
}

/** Known only of what was signed off here. */
function ratedBefore({ plan }: AtPlan, { standing }: Measure): Rating | undefined {
  return standing?.decided?.kind === "signOff" ? findRating(plan.scheme, standing.ratedBefore) : undefined;
}

function choicesOf({ plan }: AtPlan): readonly Rating[] {
  return plan.scheme.ratings.filter(({ kind }) => kind !== "complete");
}

interface FormState {
  readonly reason?: string;
  readonly rating?: string;
  readonly fault?: string;
  readonly nonce?: string;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

function form(at: AtPlan, { ref, words, standing }: Measure, { nonce = randomUUID(), rating, ...state }: FormState): Message {
  const { id: plan, title } = at.plan;
  const choices = [...choicesOf(at).map((one) => ({ title: ratingInWords(one), value: one.label })), { title: "Not rated", value: notRated }];
  const decided = standing?.decided;
  const card = reasonCard({
    ...state,
    planTitle: title,
    heading: `${ref}: open it again`,
    words,
    facts: [
      decided ? `${newsOf(at.plan, [decided])[0]}.` : "It was complete when the plan was brought in.",
      "Once it is open its lead is told, and asked about it again.",
    ],
    choice: { label: "It counts from now on as", value: rating, choices },
    label: "Why is it opened again?",
    placeholder: "For example: the waiting time has gone up again",
    store: cardButton("Reopen", { verb: "reopen", plan, ref, nonce, basis: standing?.lastUpdate }),
    buttons: [cardButton("Its history", { verb: "showHistory", plan, ref })],
  });
  return { card, alert: `Reopen ${ref}` };
}

function receipt({ plan }: AtPlan, measure: Measure, row: Update): Message {
  const { ref } = measure;
  const rating = ratingOf(measure, plan.scheme);
  const heading = `${ref} is open again`;
  const lines = [`“${row.narrative}”`, `It counts as ${rating ? ratingInWords(rating) : "not rated"}. Its lead will be told, and asked about it again.`];
  const buttons = [cardButton("Its history", { verb: "showHistory", plan: plan.id, ref })];
  return { card: dateNewsCard({ planTitle: plan.title, heading, entries: [{ title: "No longer complete", lines }], buttons }), alert: heading };
}

import { randomUUID } from "node:crypto";
import type { CardAction, ListToken } from "../cards/cardAction.ts";
import type { Receipt } from "../cards/receipt.ts";
import { receiptCard } from "../cards/receiptCard.ts";
import { type Answer, readAnswer, type TypedAnswer } from "../domain/answerForm.ts";
import type { Measure } from "../domain/plan.ts";
import { findRating } from "../domain/ratingScheme.ts";
import { nextUpdateId, standingAfter, standingWith } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeForm, newsOf, onBehalfOf } from "./composeForm.ts";
import { composeList } from "./composeList.ts";
import { measureToAnswer } from "./measureToAnswer.ts";

type SaveUpdate = Extract<CardAction, { verb: "saveUpdate" }>;

/**
 * Stores a lead's answer and thanks for it only then (law 4).
 *
 * What was typed is never lost: a fault, a card that is behind, or a card used before with other words brings the
 * form back with everything in it and says what happened.
 *
 * @returns the list the form was opened from with this line ticked, or a receipt
 * @throws UserError when the measure is gone, settled, or not this person's to answer
 */
export async function recordUpdate(ports: Ports, at: AtPlan, form: SaveUpdate, via: Update["via"] = "card"): Promise<Message> {
  const outcome = await storeUpdate(ports, at, form, via);
  return outcome.kind === "stored" ? receiptFor(at, outcome.measure, outcome.update, form.list) : outcome.ask;
}

/** What became of an answer: it stands in the store, by this call or an earlier one of the same nonce, or something must be asked first. */
export type StoreOutcome =
  | { readonly kind: "stored"; readonly measure: Measure; readonly update: Update }
  | { readonly kind: "asks"; readonly measure: Measure; readonly ask: Message };

/** As `recordUpdate`, for a caller who shows several answers at once. @throws UserError as `recordUpdate` does */
export async function storeUpdate(ports: Ports, at: AtPlan, form: SaveUpdate, via: Update["via"]): Promise<StoreOutcome> {
  const measure = measureToAnswer(at, form.ref);
  const typed: TypedAnswer = { rating: form.rating, narrative: form.narrative, figure: form.figure, help: form.help };
  const read = readAnswer(typed, at.plan.scheme);
  if (read.kind === "faults") {
    return asks(composeForm(at, measure, { typed, faults: read.faults, nonce: form.nonce, basis: form.basis, amends: form.amends, list: form.list }));
  }

  // No card of ours shows more than is stored.
  if ((form.basis ?? "") > (measure.standing?.lastUpdate ?? "")) return asks(await showWhatChanged(ports, at, measure, form, typed));

  const update = updateOf(ports, at, measure, form, read.answer, via);
  const standing = await standingBy(ports, at, measure, update);
  const outcome = await ports.plans.record(at.plan.id, update, standing);

  switch (outcome.kind) {
    case "stored":
      ports.log.info("update stored", { plan: at.plan.id, ref: measure.ref, update: update.id, via: update.via });
      return { kind: "stored", measure: { ...measure, standing }, update };
    case "repeated":
      if (outcome.earlier.by.objectId !== at.person.objectId) return asks(await showWhatChanged(ports, at, measure, form, typed));
      return sameAnswer(outcome.earlier, update)
        ? { kind: "stored", measure, update: outcome.earlier }
        : asks(offerAmendment(at, measure, outcome.earlier, typed, form.list));
    case "behind":
      return asks(await showWhatChanged(ports, at, measure, form, typed));
  }

  function asks(ask: Message): StoreOutcome {
    return { kind: "asks", measure, ask };
  }
}

function updateOf(ports: Ports, at: AtPlan, measure: Measure, form: SaveUpdate, answer: Answer, via: Update["via"]): Update {
  const now = ports.clock.now();
  const behalf = onBehalfOf(at.person, measure);
  return {
    id: nextUpdateId(form.basis),
    ref: measure.ref,
    at: now,
    on: at.today,
    by: { objectId: at.person.objectId, name: at.name },
    via,
    kind: "report",
    ...answer,
    ...(form.amends && { amends: form.amends }),
    ...(behalf && { onBehalfOf: behalf }),
    nonce: form.nonce,
  };
}

/** An amendment may change a row that is not the last, so its standing is worked out from the whole history. */
async function standingBy(ports: Ports, at: AtPlan, measure: Measure, update: Update) {
  if (!update.amends) return standingWith(measure, update, at.plan.scheme);
  const history = await ports.plans.history(at.plan.id, measure.ref);
  const amended = history.find((row) => row.id === update.amends);
  if (amended?.by.objectId !== at.person.objectId)
    throw new UserError(`Only who made an update can change it. Type “update ${measure.ref}” to add one of your own.`);
  return standingAfter(measure, [...history, update], at.plan.scheme) ?? standingWith(measure, update, at.plan.scheme);
}

export function sameAnswer(a: Update, b: Update): boolean {
  return a.ref === b.ref && a.rating === b.rating && a.narrative === b.narrative && a.figure?.asWritten === b.figure?.asWritten && a.help === b.help;
}

function offerAmendment(at: AtPlan, measure: Measure, earlier: Update, typed: TypedAnswer, list: ListToken | undefined): Message {
  const sentence = "This form was sent before with other words, and those are recorded. Save again to put these in their place.";
  return composeForm(at, measure, {
    typed,
    amends: earlier.id,
    basis: measure.standing?.lastUpdate,
    list,
    news: { sentence, lines: newsOf(at.plan, [earlier]) },
  });
}

async function showWhatChanged(ports: Ports, at: AtPlan, measure: Measure, form: SaveUpdate, typed: TypedAnswer): Promise<Message> {
  const history = await ports.plans.history(at.plan.id, measure.ref);
  const since = history.filter((update) => update.id > (form.basis ?? ""));
  const standing = standingAfter(measure, history, at.plan.scheme);
  const sentence = `${measure.ref} was updated after this form was opened. Nothing you typed is lost: look at what changed, then save again if yours still holds.`;
  return composeForm(
    at,
    { ...measure, standing },
    { typed, basis: standing?.lastUpdate, amends: form.amends, list: form.list, news: { sentence, lines: newsOf(at.plan, since) } },
  );
}

/** The list with this line ticked and the receipt above it; the receipt alone when the form was opened by itself. */
export function receiptFor(at: AtPlan, measure: Measure, update: Update, list: ListToken | undefined, undone = false): Message {
  const receipt = receiptOf(at, measure, update, undone);
  const plan = { ...at.plan, measures: at.plan.measures.map((one) => (one.ref === measure.ref ? measure : one)) };
  if (list) return composeList(plan, list, at.person, at.today, { receipt });
  return { card: receiptCard({ planTitle: plan.title, plan: plan.id, receipt }), alert: `${measure.ref}: ${undone ? "taken back" : "recorded"}` };
}

/** @param measure - as it stands after the update */
export function receiptOf(at: AtPlan, measure: Measure, update: Update, undone = false): Receipt {
  const rating = findRating(at.plan.scheme, update.rating);
  return {
    ref: measure.ref,
    rating,
    proposedComplete: rating?.kind === "complete",
    keeps: findRating(at.plan.scheme, measure.standing?.rating ?? measure.ratingAsImported),
    narrative: update.narrative,
    figure: update.figure?.asWritten,
    help: update.help,
    update: update.id,
    onBehalfOf: update.onBehalfOf,
    undone,
    nonce: randomUUID(),
  };
}

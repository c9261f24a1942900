import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { CardAction } from "../cards/cardAction.ts";
import type { ListToken } from "../cards/listToken.ts";
import type { Receipt } from "../cards/receipt.ts";
import { receiptCard } from "../cards/receiptCard.ts";
import { type Answer, readAnswer, type TypedAnswer, typedIn } from "../domain/answerForm.ts";
import { challengesOf } from "../domain/challenge/challengesOf.ts";
import { distanceInWords, figureAgainst } from "../domain/challenge/figureAgainst.ts";
import type { Measure } from "../domain/measure.ts";
import { findRating } from "../domain/ratingScheme.ts";
import { standingAfter, standingBefore, standingWith } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeForm, newsOf, onBehalfOf } from "./composeForm.ts";
import { composeList } from "./composeList.ts";
import { entryBase } from "./entryBase.ts";
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
  const typed = typedIn(form);
  const read = readAnswer(typed, at.plan.scheme);
  if (read.kind === "faults") {
    const { nonce, basis, amends, list } = form;
    const challenges = amends === undefined ? undefined : challengesIn(await ports.plans.history(at.plan.id, measure.ref), amends);
    return asks(composeForm(at, measure, { typed, faults: read.faults, nonce, basis, amends, challenges, list }));
  }

  // No card of ours shows more than is stored.
  if ((form.basis ?? "") > (measure.standing?.lastUpdate ?? "")) return asks(await showWhatChanged(ports, at, measure, form, typed));

  const { update, standing } = await updateBy(ports, at, measure, form, read.answer, via);
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

/**
 * The row to be stored, with what the board would ask of it, and where it leaves the measure. An amendment may change a row
 * that is not the last, so its standing is worked out from the whole history, and it is challenged by what stood before that row.
 *
 * @throws UserError for an amendment of somebody else's update
 */
async function updateBy(ports: Ports, at: AtPlan, measure: Measure, form: SaveUpdate, answer: Answer, via: Update["via"]) {
  const { scheme } = at.plan;
  const history = form.amends === undefined ? undefined : await ports.plans.history(at.plan.id, measure.ref);
  if (history && history.find((row) => row.id === form.amends)?.by.objectId !== at.person.objectId)
    throw new UserError(`Only who made an update can change it. Type “update ${measure.ref}” to add one of your own.`);
  const before = history && form.amends ? { ...measure, standing: standingBefore(measure, history, form.amends, scheme) } : measure;
  const update = updateOf(ports, at, before, form, answer, via);
  const standing = history && standingAfter(measure, [...history, update], scheme);
  return { update, standing: standing ?? standingWith(measure, update, scheme) };
}

/** @param before - the measure as it stood without it */
function updateOf(ports: Ports, at: AtPlan, before: Measure, form: SaveUpdate, answer: Answer, via: Update["via"]): Update {
  const challenges = challengesOf(answer, before, at.plan, at.today);
  const behalf = onBehalfOf(at.person, before);
  return {
    ...entryBase(ports, at, form.basis, { via, nonce: form.nonce }),
    ref: before.ref,
    kind: "report",
    ...answer,
    ...(challenges.length > 0 && { challenges }),
    ...(form.amends && { amends: form.amends }),
    ...(behalf && { onBehalfOf: behalf }),
  };
}

/** Whether they say the same, whenever and however they were said. */
export function sameAnswer(a: Update, b: Update): boolean {
  return isDeepStrictEqual(saidIn(a), saidIn(b));
}

function saidIn({ ref, rating, impact, narrative, figure, help, risk, mitigation, why, evidence = [] }: Update) {
  return { ref, rating, impact, narrative, figure: figure?.asWritten, help, risk, mitigation, why, evidence: evidence.map(({ address }) => address) };
}

function offerAmendment(at: AtPlan, measure: Measure, earlier: Update, typed: TypedAnswer, list: ListToken | undefined): Message {
  const sentence = "This form was sent before with other words, and those are recorded. Save again to put these in their place.";
  return composeForm(at, measure, {
    typed,
    amends: earlier.id,
    basis: measure.standing?.lastUpdate,
    list,
    challenges: earlier.challenges,
    news: { sentence, lines: newsOf(at.plan, [earlier]) },
  });
}

async function showWhatChanged(ports: Ports, at: AtPlan, measure: Measure, form: SaveUpdate, typed: TypedAnswer): Promise<Message> {
  const history = await ports.plans.history(at.plan.id, measure.ref);
  const since = history.filter((update) => update.id > (form.basis ?? ""));
  const standing = standingAfter(measure, history, at.plan.scheme);
  const sentence = `${measure.ref} was updated after this form was opened. Nothing you typed is lost: look at what changed, then save again if yours still holds.`;
  const { amends, list } = form;
  const news = { sentence, lines: newsOf(at.plan, since) };
  return composeForm(at, { ...measure, standing }, { typed, basis: standing?.lastUpdate, amends, challenges: challengesIn(history, amends), list, news });
}

/** What was challenged in the update that is being changed. */
function challengesIn(history: readonly Update[], id: string | undefined): Update["challenges"] {
  return history.find((row) => row.id === id)?.challenges;
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
  const { narrative, help, risk, mitigation, evidence, challenges, why } = update;
  return {
    ref: measure.ref,
    rating,
    impact: findRating(at.plan.scheme, update.impact),
    proposedComplete: rating?.kind === "complete",
    keeps: findRating(at.plan.scheme, measure.standing?.rating ?? measure.ratingAsImported),
    narrative,
    figure: figureInWords(measure, update),
    help,
    risk,
    mitigation,
    evidence,
    challenges,
    why,
    update: update.id,
    onBehalfOf: update.onBehalfOf,
    undone,
    nonce: randomUUID(),
  };
}

/** `153 weeks: 24 weeks better than the 177 weeks wanted by 30 September 2022`, as it was on the day it was said. */
export function figureInWords(measure: Measure, { figure, on }: Update): string | undefined {
  const against = figure && figureAgainst(measure, figure, on);
  return figure && (against ? `${figure.asWritten}: ${distanceInWords(against)}` : figure.asWritten);
}

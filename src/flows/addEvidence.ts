import type { CardAction } from "../cards/cardAction.ts";
import { draftCard } from "../cards/draftCard.ts";
import { askedAtOnce } from "../cards/listToken.ts";
import { typedAgain } from "../domain/answerForm.ts";
import { measuresOf } from "../domain/askLine.ts";
import { type Evidence, once } from "../domain/evidence.ts";
import { daysBetween } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { leadsOn } from "../domain/permission.ts";
import { isComplete } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeForm } from "./composeForm.ts";
import { keepTyped } from "./composeReply.ts";
import { measureToAnswer } from "./measureToAnswer.ts";
import { nonceOf } from "./recordAnswers.ts";
import { recordUpdate } from "./recordUpdate.ts";

type AddEvidence = Extract<CardAction, { verb: "addEvidence" }>;

/** An older update is a report of another time: the file wants a new one. */
const daysFresh = 7;

/**
 * Files that came without words: whose evidence are they? Those the talk is about come first; one that is proposed complete is
 * among them, since that is where the board asks for it.
 *
 * @param likely - refs the talk is about
 */
export async function askEvidence(ports: Ports, at: AtPlan, files: readonly Evidence[], likely: readonly string[], nonce: string): Promise<Message> {
  const { plan, person } = at;
  const theirs = plan.measures.filter((measure) => leadsOn(person, measure) && !isComplete(measure, plan.scheme)).map(({ ref }) => ref);
  const among = [...new Set([...likely, ...theirs])].slice(0, askedAtOnce);
  const [only, ...others] = among;
  const press: AddEvidence = { verb: "addEvidence", plan: plan.id, nonce, among, files };
  const names = files.map(({ name }) => name).join(", ");
  if (!only) return keepTyped(at, "You lead no open measure of this plan, so the file was not kept.", names);
  return others.length === 0 ? addEvidence(ports, at, { ...press, ref: only }) : composeWhichEvidence(at, press);
}

/**
 * Keeps files with the person's own update of the last days, or with the one whose form this opens.
 *
 * @throws UserError when the measure is not theirs to answer
 */
export async function addEvidence(ports: Ports, at: AtPlan, press: AddEvidence): Promise<Message> {
  const { ref, files, nonce } = press;
  if (!ref) return composeWhichEvidence(at, press, "Choose the measure you mean.");
  const measure = measureToAnswer(at, ref);
  const basis = measure.standing?.lastUpdate;
  const own = ownFresh(at, measure);
  if (own) {
    const typed = typedAgain(own);
    const all = once([...(typed.files ?? []), ...files]);
    return recordUpdate(ports, at, { verb: "saveUpdate", plan: at.plan.id, ref, nonce: nonceOf(nonce, ref), basis, amends: own.id, ...typed, files: all });
  }
  const lines = files.map(({ name }) => name);
  const sentence = "Say where it stands, and save: the file is kept with your update. Nothing is recorded yet.";
  return composeForm(at, measure, { typed: { files }, basis, news: { sentence, lines } });
}

function ownFresh({ person, today }: AtPlan, { standing }: Measure): Update | undefined {
  const latest = standing?.latest;
  return latest && latest.by.objectId === person.objectId && daysBetween(latest.on, today) <= daysFresh ? latest : undefined;
}

function composeWhichEvidence({ plan }: AtPlan, press: AddEvidence, fault?: string): Message {
  const { ref: _, ...go } = press;
  const heading = "Which measure is this evidence for?";
  const card = draftCard({
    planTitle: plan.title,
    heading,
    question: `${press.files.map(({ name }) => name).join(", ")}: I keep where it stands, not the file itself. Those who read the plan need access to it.`,
    measures: measuresOf(plan, press.among),
    ...(fault && { faults: { ref: fault } }),
    go,
    asks: { kind: "evidence" },
  });
  return { card, alert: heading };
}

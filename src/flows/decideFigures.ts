import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { notKept, type Quote } from "../cards/quote.ts";
import { replyCard } from "../cards/replyCard.ts";
import { longestHelp } from "../domain/answerForm.ts";
import { type FigureChange, type FigureStanding, figuresAfter, figuresWith } from "../domain/figureChange.ts";
import type { Measure } from "../domain/measure.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeFigureDecision, figureDecisionLines, figureNewsOf } from "./composeFigures.ts";
import { entryBase } from "./entryBase.ts";

type DecideFigures = Extract<CardAction, { verb: "decideFigures" }>;

/**
 * Brings proposed figures into force, or leaves those there are, with words. Of two who decide at once the first one's stands
 * and the other is told.
 *
 * @throws UserError when the measure is gone
 */
export async function decideFigures(ports: Ports, at: AtPlan, press: DecideFigures): Promise<Message> {
  const { ref, request, nonce, comment = "", how } = press;
  const measure = at.plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${at.plan.title} any more. Type “figures” to see what waits.`);
  if (!measure.agreed?.waiting.some(({ id }) => id === request)) return showWhatBecame(ports, at, measure, press);

  const words = comment.trim();
  const tooLong = words.length > longestHelp ? `Your words have ${words.length} characters; ${longestHelp} is the most.` : undefined;
  const fault = how === "refuse" && words === "" ? "Say why, so that the lead knows what to do now." : tooLong;
  const again = fault === undefined ? undefined : composeFigureDecision(at.plan, { request: { ref, id: request }, nonce, comment, fault });
  if (again) return again;
  const change: FigureChange = {
    ...entryBase(ports, at, measure.agreed.last, { via: "card", nonce }),
    ref,
    kind: kindOf(how),
    said: [],
    reason: words,
    answers: request,
  };
  const standing = figuresWith(measure.agreed, change);
  const outcome = await ports.plans.append(at.plan.id, "figures", change, standing);
  if (outcome.kind !== "stored") return showWhatBecame(ports, at, measure, press);
  ports.log.info("figures decided", { plan: at.plan.id, ref, change: change.id, kind: change.kind });
  return receiptFor(at, measure, standing, request);
}

function kindOf(how: DecideFigures["how"]): FigureChange["kind"] {
  return how === "agree" ? "agreement" : "refusal";
}

async function showWhatBecame(ports: Ports, at: AtPlan, measure: Measure, { request, comment = "", nonce, how }: DecideFigures): Promise<Message> {
  const history = await ports.plans.entries(at.plan.id, "figures", measure.ref);
  const standing = figuresAfter(history);
  if (standing?.waiting.some(({ id }) => id === request))
    throw new UserError(`Somebody changed the figures of ${measure.ref} at the same moment. Press again.`);
  const own = history.find((row) => row.nonce === nonce && row.by.objectId === at.person.objectId);
  const isSame = own?.reason === comment.trim() && own.kind === kindOf(how);
  const quote = isSame ? undefined : notKept(comment);
  return receiptFor(at, measure, standing, request, { since: figureNewsOf(history.filter(({ id }) => id > request)), quote });
}

function receiptFor(
  { plan }: AtPlan,
  { ref }: Measure,
  standing: FigureStanding | undefined,
  request: string,
  other: { readonly since?: readonly string[]; readonly quote?: Quote } = {},
): Message {
  const decided = standing?.decided.find(({ proposal }) => proposal.id === request);
  const heading = decided ? `Decided: figures of ${ref}` : `That proposal for ${ref} does not wait any more`;
  const buttons = [cardButton("What else waits", { verb: "say", words: "figures" }), cardButton("Its figures", { verb: "say", words: `figures ${ref}` })];
  const lines = decided ? [...figureDecisionLines(ref, decided), "Who proposed it and its leads are told."] : (other.since ?? []);
  return { card: replyCard({ planTitle: plan.title, heading, lines, quote: other.quote, buttons }), alert: heading };
}

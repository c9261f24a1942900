import { randomUUID } from "node:crypto";
import { cardButton } from "../cards/cardButton.ts";
import { cutAtWord } from "../cards/cutAtWord.ts";
import { figureDecisionCard } from "../cards/figureDecisionCard.ts";
import { agreedLines, kpiLines } from "../cards/kpiInWords.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Decision } from "../domain/delivery.ts";
import { type DecidedFigures, type FigureChange, isDay, ownSteps } from "../domain/figureChange.ts";
import { kpiOf } from "../domain/kpi.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { mayAnswer } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { figureSaidInWords } from "../domain/readFigureChange.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";

/** So many rows of history a card has room for. */
const mostRows = 10;

/** A measure's figures: where it began, where it is to go, how far it is, and who changed what, when and why. */
export async function showFigures(ports: Pick<Ports, "plans">, at: AtPlan, measure: Measure): Promise<Message> {
  const { plan, person, today, openly } = at;
  const [updates, history] = await Promise.all([ports.plans.history(plan.id, measure.ref), ports.plans.entries(plan.id, "figures", measure.ref)]);
  const kpi = kpiOf(plan, measure, updates, today);
  const changes = figureNewsOf(history).toReversed();
  const left = changes.length - mostRows;
  const mayChange = !openly && mayAnswer(person, measure);
  const lines = [
    cutAtWord(measure.words, 400),
    ...(kpi ? kpiLines(kpi) : ["It has no baseline and no target yet."]),
    ...(measure.agreed?.inForce ?? []).flatMap(({ place, first }) => (first === undefined ? [] : [`At first: ${figureSaidInWords({ place, to: first })}`])),
    ...changes.slice(0, mostRows).map((line) => cutAtWord(line, 400)),
    ...(left > 0 ? [`and ${left} older changes, in the export`] : []),
    ...(mayChange ? [`To change them press below, or write for example “figures ${measure.ref} target 13 weeks by March 2024 because …”.`] : []),
  ];
  const buttons = [
    ...(mayChange ? [cardButton("Change the figures", { verb: "openFigures", plan: plan.id, ref: measure.ref })] : []),
    cardButton("All measures with figures", { verb: "say", words: "kpi" }),
  ];
  const heading = `Figures of ${measure.ref}`;
  return { card: replyCard({ planTitle: plan.title, heading, lines, buttons }), alert: heading };
}

/** Says what was stored, whether it counts, and what the figures are now. @param measure - as it stands after it */
export function composeFigureReceipt({ plan, today }: AtPlan, measure: Measure, change: FigureChange): Message {
  const { ref, agreed } = measure;
  const counts = change.kind === "setting";
  const waits = agreed?.waiting.some(({ id }) => id === change.id);
  const heading = counts ? `Figures of ${ref} changed` : `Figures of ${ref} proposed`;
  const kpi = kpiOf(plan, measure, [], today);
  const aside = change.said.flatMap(({ place, to }) => (isDay(place) && to && !ownSteps(measure.due).includes(place) ? [inWords(place)] : []));
  const lines = [
    ...change.said.map((one) => capital(figureSaidInWords(one))),
    ...(change.reason ? [`“${change.reason}”`] : []),
    ...(aside.length > 0 ? [`No date of ${ref} falls on ${aside.join(", ")}: that is a step of its trajectory, and its dates stay as they are.`] : []),
    ...(waits ? ["It counts once the programme manager agrees. You will be told."] : []),
    ...(kpi ? ["What counts now:", ...agreedLines(kpi)] : []),
  ];
  const buttons = [
    cardButton("Change them again", { verb: "openFigures", plan: plan.id, ref }),
    cardButton("Its figures", { verb: "say", words: `figures ${ref}` }),
  ];
  return { card: replyCard({ planTitle: plan.title, heading, lines, buttons }), alert: heading };
}

interface DecisionState {
  /** Shown first where it waits; else the longest waiting is. */
  readonly request?: Decision;
  readonly nonce?: string;
  readonly comment?: string;
  readonly fault?: string;
}

/** Proposed figures to decide on. @returns undefined when none wait */
export function composeFigureDecision(plan: Plan, { request, nonce, comment, fault }: DecisionState = {}): Message | undefined {
  const waiting = waitingFigures(plan);
  const found = waiting.find(({ measure, proposal }) => measure.ref === request?.ref && proposal.id === request.id) ?? waiting[0];
  if (!found) return undefined;
  const { measure, proposal } = found;
  const { ref, words } = measure;
  const facts = [
    `Proposed by ${proposal.by.name}${proposal.onBehalfOf ? ` on behalf of ${proposal.onBehalfOf}` : ""}, ${inWords(proposal.on)}${proposal.reason ? `: “${proposal.reason}”` : ", without a reason"}`,
    ...proposal.said.map((one) => capital(figureSaidInWords(one))),
  ];
  const card = figureDecisionCard({
    planTitle: plan.title,
    plan: plan.id,
    ref,
    words,
    request: proposal.id,
    facts,
    nonce: nonce ?? randomUUID(),
    more: waiting.length - 1,
    comment,
    fault,
  });
  return { card, alert: `${plan.title}: figures of ${ref} wait for your decision` };
}

/** Proposals that wait, the longest waiting first. */
function waitingFigures({ measures }: Plan): { readonly measure: Measure; readonly proposal: FigureChange }[] {
  return measures
    .flatMap((measure) => (measure.agreed?.waiting ?? []).map((proposal) => ({ measure, proposal })))
    .sort((a, b) => (a.proposal.at < b.proposal.at ? -1 : a.proposal.at > b.proposal.at ? 1 : 0));
}

/** What was decided, for who proposed it and the leads. @returns undefined when the plan has none of the measures any more */
export function composeFigureNews(plan: Plan, decisions: readonly Decision[]): Message | undefined {
  const lines = decisions.flatMap(({ ref, id }) => {
    const decided = plan.measures.find((one) => one.ref === ref)?.agreed?.decided ?? [];
    return decided.filter(({ decision }) => decision.id === id).flatMap((one) => figureDecisionLines(ref, one));
  });
  if (lines.length === 0) return undefined;
  const heading = decisions.length === 1 ? `The figures of ${decisions[0]?.ref} were decided` : "Figures were decided";
  const why = "You hear of it because you proposed them, or lead the measure.";
  const buttons = decisions.slice(0, 4).map(({ ref }) => cardButton(`Figures of ${ref}`, { verb: "say", words: `figures ${ref}` }));
  return { card: replyCard({ planTitle: plan.title, heading, lines: [why, ...lines.slice(0, 20)], buttons }), alert: `${plan.title}: ${heading}` };
}

/** `1.1.1-1: agreed by Ann Moor, 21 November 2022: “…”`, then what was proposed, and what was set where that is another thing. */
export function figureDecisionLines(ref: string, { proposal, decision }: DecidedFigures): string[] {
  const did = { agreement: "agreed", refusal: "not agreed", setting: "set", proposal: "proposed" }[decision.kind];
  const words = decision.reason ? `: “${decision.reason}”` : "";
  return [
    `${ref}: ${did} by ${decision.by.name}, ${inWords(decision.on)}${words}`,
    ...decision.said.map((one) => `Set: ${figureSaidInWords(one)}`),
    ...proposal.said.map((one) => `Proposed: ${figureSaidInWords(one)}`),
  ];
}

/** What was proposed and agreed, one line each, oldest first. */
export function figureNewsOf(changes: readonly FigureChange[]): string[] {
  return changes.map((change) => `${change.by.name}, ${inWords(change.on)}: ${figureChangeInWords(change)}${change.reason ? `: ${change.reason}` : ""}`);
}

/** `proposed baseline 177 weeks (before: 242 weeks)`, `agreed to the figures proposed` */
export function figureChangeInWords({ kind, said }: FigureChange): string {
  const figures = said.map(figureSaidInWords).join(", ");
  return {
    proposal: `proposed ${figures}`,
    setting: `set ${figures}`,
    agreement: "agreed to the figures proposed",
    refusal: "did not agree to the figures proposed",
  }[kind];
}

/** The first letter large. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

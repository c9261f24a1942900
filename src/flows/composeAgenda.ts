import { type AgendaItem, agendaCard } from "../cards/agendaCard.ts";
import { leadsInWords } from "../cards/areaView.ts";
import { cardButton } from "../cards/cardButton.ts";
import { newDateInWords, phraseInWords } from "../cards/dateInWords.ts";
import type { WaitingDate } from "../cards/datesCard.ts";
import type { Proposal } from "../cards/signOffCard.ts";
import { toldAt } from "../domain/escalationsOwed.ts";
import { type EscalationStanding, escalationsStanding } from "../domain/escalationsStanding.ts";
import { daysBetween, inWords, type LocalDate } from "../domain/localDate.ts";
import { maySignOff, type Standpoint, signOffDeciderOf } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { deciderInWords } from "./composeDateForm.ts";
import { waitingDates } from "./composeDates.ts";
import { pageOf, proposedCompletions } from "./composeSignOff.ts";

/**
 * The decisions that wait: new dates, measures proposed complete, and below them what was escalated because nobody answers.
 *
 * @param person - undefined where many read: whoever presses there is sent the decision one to one
 */
export async function composeAgenda(
  ports: Pick<Ports, "plans">,
  { plan, today }: Pick<AtPlan, "plan" | "today">,
  person: Standpoint | undefined,
): Promise<Message> {
  const { noticed } = (await ports.plans.readWithNoticed(plan.id)) ?? {};
  const decisions = [
    ...waitingDates(plan, person).map((waiting) => ({ on: waiting.on, item: dateItem(plan, waiting, person) })),
    ...proposedCompletions(plan).map((proposal) => ({ on: proposal.on, item: completionItem(plan, proposal, person) })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const escalations = escalationsStanding(plan, noticed?.markedOn ?? new Map()).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const items = [...decisions.map(({ item }) => item), ...escalations.map((one) => escalationItem(plan, one, today))];
  const card = agendaCard({ planTitle: plan.title, items });
  return { card, alert: `${plan.title}: ${items.length === 1 ? "1 decision waits" : `${items.length} decisions wait`}` };
}

function dateItem({ id: plan }: Plan, waiting: WaitingDate, person: Standpoint | undefined): AgendaItem {
  const { ref, words, due, asked, by, on, reason, request, decider, canDecide } = waiting;
  const open = person ? ({ verb: "openDateDecision", plan, ref, request } as const) : ({ verb: "decideAlone", plan, ref, request } as const);
  return {
    ...{ what: "New date", ref, words, decider },
    lines: [`${phraseInWords(due)} now, ${newDateInWords(due, asked)} asked for by ${by}, ${inWords(on)}`, `Why: “${reason}”`],
    ...((canDecide || !person) && { decide: cardButton(`Decide on the date of ${ref}`, open) }),
    history: historyOf(plan, ref),
  };
}

function completionItem(plan: Plan, { ref, words, narrative, by, on, before }: Proposal, person: Standpoint | undefined): AgendaItem {
  const open = person ? ({ verb: "showSignOff", plan: plan.id, page: pageOf(plan, ref) } as const) : ({ verb: "decideAlone", plan: plan.id, ref } as const);
  return {
    ...{ what: "Proposed complete", ref, words, decider: deciderInWords(signOffDeciderOf(plan)) },
    lines: [`By ${by}, ${inWords(on)}: “${narrative}”`, `Until then: ${before}`],
    ...((!person || maySignOff(plan, person)) && { decide: cardButton(`Decide on ${ref}`, open) }),
    history: historyOf(plan.id, ref),
  };
}

function escalationItem(plan: Plan, { measure, date, since, level, on }: EscalationStanding, today: LocalDate): AgendaItem {
  const { ref, words } = measure;
  const { as, forwards } = toldAt(plan, measure, level, []);
  return {
    ...{ what: "Escalated", ref, words, decider: forwards ?? deciderInWords(as) },
    lines: [
      `Was due ${inWords(date)}, ${daysBetween(date, today)} days ago. ${leadsInWords(measure.leads)}.`,
      `No answer since ${inWords(since)}, told on ${inWords(on)}`,
    ],
    history: historyOf(plan.id, ref),
  };
}

function historyOf(plan: string, ref: string) {
  return cardButton(`History of ${ref}`, { verb: "showHistory", plan, ref });
}

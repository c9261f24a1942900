import { type AgendaItem, agendaCard, agendaInWords } from "../cards/agendaCard.ts";
import { leadsInWords } from "../cards/areaView.ts";
import { days } from "../cards/askInWords.ts";
import { type CardButton, cardButton } from "../cards/cardButton.ts";
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
  const heading = agendaInWords(decisions.length, escalations.length);
  return { card: agendaCard({ planTitle: plan.title, heading, items }), alert: `${plan.title}: ${heading}` };
}

function dateItem({ id: plan }: Plan, waiting: WaitingDate, person: Standpoint | undefined): AgendaItem {
  const { ref, words, due, asked, by, on, reason, request, decider, canDecide } = waiting;
  const open = person ? ({ verb: "openDateDecision", plan, ref, request } as const) : ({ verb: "decideAlone", plan, ref, request } as const);
  return {
    ...{ what: "New date", ref, words },
    ...decisionOf(
      [`${phraseInWords(due)} now, ${newDateInWords(due, asked)} asked for by ${by}, ${inWords(on)}`, `Why: “${reason}”`],
      decider,
      canDecide || !person ? cardButton(`Decide on the date of ${ref}`, open) : undefined,
    ),
    history: historyOf(plan, ref),
  };
}

function completionItem(plan: Plan, { ref, words, narrative, by, on, before }: Proposal, person: Standpoint | undefined): AgendaItem {
  const open = person ? ({ verb: "showSignOff", plan: plan.id, page: pageOf(plan, ref) } as const) : ({ verb: "decideAlone", plan: plan.id, ref } as const);
  return {
    ...{ what: "Proposed complete", ref, words },
    ...decisionOf(
      [`By ${by}, ${inWords(on)}: “${narrative}”`, `Until then: ${before}`],
      deciderInWords(signOffDeciderOf(plan)),
      !person || maySignOff(plan, person) ? cardButton(`Decide on ${ref}`, open) : undefined,
    ),
    history: historyOf(plan.id, ref),
  };
}

/** To whoever may not decide it is said who does. */
function decisionOf(lines: readonly string[], decider: string, decide: CardButton | undefined): Pick<AgendaItem, "lines" | "decide"> {
  return decide ? { lines, decide } : { lines: [...lines, `Waits for ${decider}.`] };
}

function escalationItem(plan: Plan, { measure, date, since: asked, level, on }: EscalationStanding, today: LocalDate): AgendaItem {
  const { ref, words } = measure;
  const { as, forwards } = toldAt(plan, measure, level, []);
  const since = `no answer since ${inWords(asked)}, escalated on ${inWords(on)}`;
  return {
    ...{ what: "Escalated", ref, words },
    lines: [`${days(daysBetween(date, today))} overdue, ${since}; it waits for ${forwards ?? deciderInWords(as)}. ${leadsInWords(measure.leads)}.`],
    history: historyOf(plan.id, ref),
  };
}

function historyOf(plan: string, ref: string) {
  return cardButton(`History of ${ref}`, { verb: "showHistory", plan, ref });
}

import { type AgendaItem, agendaCard } from "../cards/agendaCard.ts";
import { cardButton } from "../cards/cardButton.ts";
import { newDateInWords, phraseInWords } from "../cards/dateInWords.ts";
import type { WaitingDate } from "../cards/datesCard.ts";
import type { Proposal } from "../cards/signOffCard.ts";
import { inWords } from "../domain/localDate.ts";
import { maySignOff, type Standpoint, signOffDeciderOf } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import type { Message } from "../ports.ts";
import { deciderInWords } from "./composeDateForm.ts";
import { waitingDates } from "./composeDates.ts";
import { pageOf, proposedCompletions } from "./composeSignOff.ts";

/**
 * The decisions that wait: new dates, and measures proposed complete.
 *
 * @param person - undefined where many read: whoever presses there is sent the decision one to one
 */
export function composeAgenda(plan: Plan, person: Standpoint | undefined): Message {
  const items = [
    ...waitingDates(plan, person).map((waiting) => ({ on: waiting.on, item: dateItem(plan, waiting, person) })),
    ...proposedCompletions(plan).map((proposal) => ({ on: proposal.on, item: completionItem(plan, proposal, person) })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const card = agendaCard({ planTitle: plan.title, items: items.map(({ item }) => item) });
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

function historyOf(plan: string, ref: string) {
  return cardButton(`History of ${ref}`, { verb: "showHistory", plan, ref });
}

import { askListCard, linesPerPage, mayName } from "../cards/askListCard.ts";
import type { ListToken } from "../cards/listToken.ts";
import type { Receipt } from "../cards/receipt.ts";
import { askLine, isAnsweredSince, isToAnswerBy, measuresLedBy, measuresOf } from "../domain/askLine.ts";
import { day, instantOf, type LocalDate } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { leadsOrStandsIn, may, type Standpoint } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { isSettled } from "../domain/standing.ts";
import type { Message } from "../ports.ts";

/**
 * A list of measures to answer: as a reminder, by `mine`, or again after one was answered. Worked out from the plan
 * each time, so it is never older than what it shows.
 */
export function composeList(plan: Plan, list: ListToken, person: Standpoint, today: LocalDate, said: { receipt?: Receipt } = {}): Message {
  const measures = measuresIn(plan, list, person, today);
  const lines = measures.map((measure) => askLine(plan, measure, today, instantOf(list.since), person.objectId));
  const perPage = linesPerPage(list.refs, list.said);
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  const page = Math.min(list.page, pages);
  const heading = list.kind === "reminder" ? "Your updates, please" : "Your measures";
  const card = askListCard({
    planTitle: plan.title,
    plan: plan.id,
    heading,
    why: [whyOf(list, person), ...(list.kind === "mine" ? settledOf(plan, person, measures) : [])].join(" "),
    lines: lines.slice((page - 1) * perPage, page * perPage),
    list: { ...list, page },
    pages,
    totals: { lines: lines.length, answered: lines.filter((line) => line.answered).length },
    receipt: said.receipt,
  });
  return { card, alert: `${heading}: ${lines.length} ${lines.length === 1 ? "measure" : "measures"} of ${plan.title}` };
}

/** Names each of its measures where a card can carry that; a longer one is all that its reader leads, up to a date where it has one. */
export function listOf(measures: readonly Measure[], list: Omit<ListToken, "refs" | "page">): ListToken {
  const refs = measures.map(({ ref }) => ref);
  return { ...list, ...(mayName(refs) && { refs }), page: 1 };
}

/** The measures of a list, as it stands today. */
export function measuresIn(plan: Plan, { refs, since, until }: ListToken, person: Standpoint, today: LocalDate): Measure[] {
  if (refs) return measuresOf(plan, refs);
  const from = instantOf(since);
  const all = measuresLedBy(plan, person, today, from);
  return until === undefined ? all : all.filter((measure) => isToAnswerBy(plan, measure, day(until), today) || isAnsweredSince(measure, from));
}

/** So that whoever was told that they lead seventeen does not look for five of them. @param shown - in the list already */
function settledOf(plan: Plan, person: Standpoint, shown: readonly Measure[]): string[] {
  const count = plan.measures.filter((measure) => leadsOrStandsIn(person, measure) && isSettled(measure, plan.scheme) && !shown.includes(measure)).length;
  if (count === 0) return [];
  return [
    count === 1
      ? "1 more is complete, waits for the board to say so, or is not monitored any more: nothing is asked of it."
      : `${count} more are complete, wait for the board to say so, or are not monitored any more: nothing is asked of them.`,
  ];
}

function whyOf(list: ListToken, person: Standpoint): string {
  const answersForOthers = may(person, "answerForOthers")
    ? "You answer for the plan's leads: type “update” and a measure, such as “update 1.1.1-1”."
    : "You lead no measure of this plan. If you should, ask its programme manager to link you.";
  const standsIn = person.standsInFor.flatMap(({ leads }) => leads);
  const parts = [
    person.leads.length > 0 && `You lead as ${person.leads.join(" and as ")}.`,
    person.given.length > 0 && "The programme manager gave you measures by name.",
    standsIn.length > 0 && `You stand in for ${standsIn.join(" and for ")} today.`,
  ].filter((part) => part !== false);
  const you = parts.length > 0 ? parts.join(" ") : answersForOthers;
  return list.kind === "reminder"
    ? `${you} A date is near or has gone by, so the steering group needs to know where these stand. Tap one, or simply write to me how it is going.`
    : you;
}

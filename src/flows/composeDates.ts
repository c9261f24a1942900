import { randomUUID } from "node:crypto";
import { dateDecisionCard } from "../cards/dateDecisionCard.ts";
import { datesCard, type WaitingDate } from "../cards/datesCard.ts";
import { ratingInWords } from "../cards/ratingStyle.ts";
import { dateWaiting } from "../domain/decisionsWaiting.ts";
import { movedDate } from "../domain/originalDue.ts";
import { dateDeciderOf, mayDecideDate, type Standpoint } from "../domain/permission.ts";
import type { Plan } from "../domain/plan.ts";
import { ratingOf } from "../domain/standing.ts";
import type { Message } from "../ports.ts";
import { deciderInWords } from "./composeDateForm.ts";

/** Requests for new dates that wait, the longest waiting first. @param person - undefined where many read: nobody decides there */
export function waitingDates(plan: Plan, person: Standpoint | undefined): WaitingDate[] {
  return plan.measures
    .flatMap((measure): (WaitingDate & { at: string })[] => {
      const request = dateWaiting(measure, plan.scheme);
      if (!request?.due) return [];
      const rating = ratingOf(measure, plan.scheme);
      const { ref, words, due } = measure;
      const { by, on, at, reason, onBehalfOf, due: asked } = request;
      const own = { ref, words, due, moved: movedDate(measure), rating: rating ? ratingInWords(rating) : "Not rated" };
      const decider = deciderInWords(dateDeciderOf(plan, measure));
      const canDecide = person !== undefined && mayDecideDate(plan, person, measure);
      return [{ ...own, request: request.id, by: by.name, onBehalfOf, on, at, reason, asked, decider, canDecide }];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What waits, for anybody who may read the plan. @param from - the first to be shown, from 1 */
export function composeDates(plan: Plan, person: Standpoint | undefined, from = 1): Message {
  const waiting = waitingDates(plan, person);
  return { card: datesCard({ planTitle: plan.title, plan: plan.id, waiting, from }), alert: `${waiting.length} new dates wait in ${plan.title}` };
}

interface DecisionState {
  /** Shown where it waits; else the longest waiting is, without what was typed for this one. */
  readonly request?: { readonly ref: string; readonly id: string };
  readonly nonce?: string;
  readonly typed?: { readonly otherDate?: string; readonly comment?: string };
  readonly faults?: { readonly otherDate?: string; readonly comment?: string };
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

/** One request to decide on. @returns undefined when none waits for this person */
export function composeDateDecision(plan: Plan, person: Standpoint, { request, nonce, ...state }: DecisionState = {}): Message | undefined {
  const theirs = waitingDates(plan, person).filter(({ canDecide }) => canDecide);
  const wanted = theirs.find(({ ref, request: id }) => ref === request?.ref && id === request.id);
  const waiting = wanted ?? theirs[0];
  if (!waiting) return undefined;
  const own = wanted && { ...state, ...(nonce && { nonce }) };
  const card = dateDecisionCard({ planTitle: plan.title, plan: plan.id, waiting, nonce: randomUUID(), more: theirs.length - 1, ...own });
  return { card, alert: `${plan.title}: a new date for ${waiting.ref} waits for your decision` };
}

import { newDateInWords, phraseInWords } from "../cards/dateInWords.ts";
import type { DateChange } from "../domain/dateChange.ts";
import { dateShifts } from "../domain/dateShift.ts";
import { completionWaiting, dateWaiting } from "../domain/decisionsWaiting.ts";
import type { DuePhrase } from "../domain/duePhrase.ts";
import { inWords as dayInWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { dateDeciderOf, mayDecideDate } from "../domain/permission.ts";
import { isComplete } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { dateNewsOf, deciderInWords } from "./composeDateForm.ts";
import { composeDateDecision } from "./composeDates.ts";
import { pageOf } from "./composeSignOff.ts";
import { refuseUnlessSigner } from "./decideCompletion.ts";
import { readOther } from "./decideDate.ts";
import { openSendBack } from "./sendBack.ts";

/** What somebody typed of a decision: `accept 2.1.1-3 until 31 January because …`. */
export interface DecisionTyped {
  readonly how: "accept" | "refuse";
  /** A date is named as what is decided on: what is proposed complete is not meant. */
  readonly ofDate: boolean;
  /** The date to be given in place of the one asked for; empty for none. */
  readonly until: string;
  readonly comment: string;
}

/**
 * Shows what of a measure waits for this person's decision, with what they typed filled in: words alone decide nothing, a
 * press does.
 *
 * @throws UserError saying who decides, how a completion is accepted, or that nothing waits and what counts
 */
export function openDecision(at: AtPlan, measure: Measure, typed: DecisionTyped): Message {
  const { plan, person } = at;
  const request = dateWaiting(measure, plan.scheme);
  const decides = mayDecideDate(plan, person, measure);
  const shown =
    request && decides && composeDateDecision(plan, person, { request: { ref: measure.ref, id: request.id }, ...filledIn(at, measure, request, typed) });
  if (shown) return shown;
  if (completionWaiting(measure) && !typed.ofDate) return showCompletion(at, measure, typed);

  const decider = `New dates of ${measure.ref} are decided by ${deciderInWords(dateDeciderOf(plan, measure))}.`;
  if (request) throw new UserError(`${decider} What waits for them: ${dateNewsOf([request])[0]}`);
  throw new UserError([whatStands(at, measure), ...(decides ? [] : [decider]), ...lastDecision(measure)].join(" "));
}

/** A date is read as the form would read it; the one that was asked for is no other. */
function filledIn(at: AtPlan, measure: Measure, request: DateChange, { how, until, comment }: DecisionTyped) {
  const read = until === "" ? undefined : readOther(at, measure, request, until);
  if (read?.kind === "fault") return { typed: { otherDate: until, comment }, faults: { otherDate: read.sentence } };
  const inWords = (due = measure.due) => newDateInWords(measure.due, due);
  const otherDate = read && inWords(read.due) !== inWords(request.due) ? asTyped(measure, read.due, until) : "";
  const button = how === "refuse" ? "Refuse" : otherDate ? "Accept another date" : "Accept";
  return { typed: { otherDate, comment }, news: { sentence: `Nothing is decided yet: press “${button}” for what you typed.`, lines: [] } };
}

/** With the day it was read as, where it is one. */
function asTyped({ due }: Measure, read: DuePhrase, until: string): string {
  const [only, ...others] = dateShifts(due, read);
  return only && others.length === 0 && only.to.target === only.from?.target ? dayInWords(only.to.on) : until;
}

/** @throws UserError with the words that sign it off, RefusedError for somebody who does not sign off */
function showCompletion(at: AtPlan, { ref }: Measure, { how, comment }: DecisionTyped): Message {
  if (how === "refuse") return openSendBack(at, { ref, page: pageOf(at.plan, ref), reason: comment });
  refuseUnlessSigner(at);
  throw new UserError(`No new date of ${ref} waits, but it is proposed complete. Type “sign off ${ref}” to accept it as complete; nothing was decided yet.`);
}

function whatStands({ plan }: AtPlan, measure: Measure): string {
  const { ref, due, released } = measure;
  if (isComplete(measure, plan.scheme)) return `${ref} is complete and signed off, so nothing of it waits for a decision.`;
  if (released) return `${ref} was released from monitoring, so nothing of it waits for a decision.`;
  return `No new date of ${ref} waits for a decision. What counts now: ${phraseInWords(due)}.`;
}

function lastDecision({ dates }: Measure): string[] {
  const last = dates?.decided.at(-1);
  return last ? [`Decided last: ${dateNewsOf([last.decision])[0]}`] : [];
}

import type { CardAction } from "../cards/cardAction.ts";
import { cardButton } from "../cards/cardButton.ts";
import { dateNewsCard } from "../cards/dateNewsCard.ts";
import { notKept, type Quote } from "../cards/quote.ts";
import { longestHelp } from "../domain/answerForm.ts";
import { type AskedDate, readAskedDate } from "../domain/askedDate.ts";
import { type DateChange, type DecidedDate, datesAfter, datesWith, withDates } from "../domain/dateChange.ts";
import { dateShifts } from "../domain/dateShift.ts";
import { dateWaiting } from "../domain/decisionsWaiting.ts";
import { type DuePhrase, datesOf } from "../domain/duePhrase.ts";
import type { Measure } from "../domain/measure.ts";
import { dateDeciderOf, mayDecideDate } from "../domain/permission.ts";
import { isComplete } from "../domain/standing.ts";
import { UserError } from "../domain/userError.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { dateNewsOf, deciderInWords } from "./composeDateForm.ts";
import { decisionEntry } from "./composeDateNews.ts";
import { composeDateDecision, waitingDates } from "./composeDates.ts";
import { entryBase } from "./entryBase.ts";

type DecideDate = Extract<CardAction, { verb: "decideDate" }>;

/** Shows a request to whoever decides on it; one that does not wait any more, with what became of it. @throws UserError as `decideDate` does */
export async function openDateDecision(ports: Ports, at: AtPlan, { ref, request }: { readonly ref: string; readonly request: string }): Promise<Message> {
  const measure = measureToDecide(at, ref);
  if (measure.dates?.waiting?.id !== request) return showWhatBecame(ports, at, measure, request);
  return composeDateDecision(at.plan, at.person, { request: { ref, id: request } }) ?? showWhatBecame(ports, at, measure, request);
}

/**
 * Accepts a new date, accepts another, or refuses with words: one row, which moves the date or leaves it. Decided twice, or by
 * two people at once, the first stands and the other is told who decided what.
 *
 * @throws UserError when the measure is gone, or the decision is not this person's
 */
export async function decideDate(ports: Ports, at: AtPlan, press: DecideDate): Promise<Message> {
  const measure = measureToDecide(at, press.ref);
  const request = measure.dates?.waiting;
  if (request?.id !== press.request) return showWhatBecame(ports, at, measure, press.request, press);

  const typed = { otherDate: press.otherDate ?? "", comment: press.comment ?? "" };
  const read = readDecision(at, measure, request, press);
  if ("faults" in read) {
    const again = composeDateDecision(at.plan, at.person, { request: { ref: press.ref, id: request.id }, nonce: press.nonce, typed, faults: read.faults });
    return again ?? showWhatBecame(ports, at, measure, press.request, press);
  }
  const change: DateChange = {
    ...entryBase(ports, at, measure.dates?.lastChange, { via: "card", nonce: press.nonce }),
    ref: measure.ref,
    ...(read.due ? { kind: "acceptance", due: read.due, before: measure.due } : { kind: "refusal" }),
    reason: typed.comment.trim(),
    answers: request.id,
  };
  const dates = datesWith(measure.dates, change);
  const outcome = await ports.plans.append(at.plan.id, "dates", change, dates);
  if (outcome.kind !== "stored") return showWhatBecame(ports, at, measure, press.request, press);
  ports.log.info("date decided", { plan: at.plan.id, ref: measure.ref, change: change.id, kind: change.kind });
  return receiptFor(at, withDates(measure, dates), { request, decision: change });
}

function measureToDecide({ plan, person }: AtPlan, ref: string): Measure {
  const measure = plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new UserError(`${ref} is not in ${plan.title} any more. Type “dates” to see what waits.`);
  if (isComplete(measure, plan.scheme)) throw new UserError(`${ref} is complete and signed off, so its date needs no decision.`);
  if (!mayDecideDate(plan, person, measure)) throw new UserError(`New dates of ${ref} are decided by ${deciderInWords(dateDeciderOf(plan, measure))}.`);
  return measure;
}

/** @returns the date to come into force, none for a refusal, or what to put right first */
function readDecision(
  at: AtPlan,
  measure: Measure,
  request: DateChange,
  press: DecideDate,
): { due?: DuePhrase } | { faults: { otherDate?: string; comment?: string } } {
  const comment = (press.comment ?? "").trim();
  const other = (press.otherDate ?? "").trim();
  if (comment.length > longestHelp) return { faults: { comment: `Your words have ${comment.length} characters; ${longestHelp} is the most.` } };
  const both = "You wrote another date as well. Press “Accept another date” for it, or empty this box.";
  if (press.how !== "acceptOther" && other !== "") return { faults: { otherDate: both } };
  if (press.how === "refuse") return comment === "" ? { faults: { comment: "Say why, so that the lead knows what to do now." } } : {};
  if (press.how === "accept") return { due: request.due };
  const read = readOther(at, measure, request, other);
  return read.kind === "read" ? { due: read.due } : { faults: { otherDate: read.sentence } };
}

/** Of a measure with several dates another date is for the one that was asked about; several dates take the place of all. */
export function readOther({ plan, today }: AtPlan, measure: Measure, request: DateChange, other: string): AskedDate {
  const all = readAskedDate(other, "all", measure, plan, today);
  const asked = request.due ? datesOf(request.due) : [];
  if (datesOf(measure.due).length < 2 || asked.length < 2 || all.kind === "fault" || datesOf(all.due).length > 1) return all;
  const [only, ...others] = request.due ? dateShifts(measure.due, request.due) : [];
  if (only?.from && others.length === 0) return readAskedDate(other, only.from.on, measure, plan, today);
  return { kind: "fault", sentence: "Several of its dates are asked about. Write all of its dates, each with its target." };
}

function receiptFor({ plan, person }: AtPlan, measure: Measure, decided: DecidedDate, other: { readonly news?: string; readonly quote?: Quote } = {}): Message {
  const others = waitingDates({ ...plan, measures: plan.measures.map((one) => (one.ref === measure.ref ? measure : one)) }, person);
  const [next] = others.filter(({ canDecide }) => canDecide);
  const buttons = [
    ...(next ? [cardButton(`Next: ${next.ref}`, { verb: "openDateDecision", plan: plan.id, ref: next.ref, request: next.request })] : []),
    cardButton("What waits", { verb: "say", words: "dates" }),
    cardButton("Its history", { verb: "showHistory", plan: plan.id, ref: measure.ref }),
  ];
  const { news, quote } = other;
  const heading = news ? `${measure.ref} was decided already` : `Decided: ${measure.ref}`;
  const card = dateNewsCard({ planTitle: plan.title, heading, intro: news, entries: [decisionEntry(measure, decided)], quote, buttons });
  return { card, alert: heading };
}

/** Pressed again, it says the same; with other words, or another button, it does not. */
function saysTheSame(at: AtPlan, measure: Measure, { request, decision }: DecidedDate, press: DecideDate): boolean {
  const { nonce, how, comment = "", otherDate = "" } = press;
  const { kind, due, reason, before = measure.due } = decision;
  if (nonce !== decision.nonce || reason !== comment.trim() || (kind === "refusal") !== (how === "refuse")) return false;
  const typed = otherDate.trim();
  if (typed === "") return kind === "refusal" || due?.asWritten === request.due?.asWritten;
  const read = how === "acceptOther" ? readOther(at, { ...measure, due: before }, request, typed) : undefined;
  return read?.kind === "read" && read.due.asWritten === due?.asWritten;
}

/** Somebody decided it, took it back or asked for another date since the card was shown. */
async function showWhatBecame(ports: Ports, at: AtPlan, measure: Measure, request: string, press?: DecideDate): Promise<Message> {
  const history = await ports.plans.entries(at.plan.id, "dates", measure.ref);
  const dates = datesAfter(history);
  const now = withDates(measure, dates);
  const decided = dates?.decided.find((one) => one.request.id === request);
  if (decided) {
    const { by } = decided.decision;
    const isOwn = by.objectId === at.person.objectId;
    if (isOwn && press && saysTheSame(at, measure, decided, press)) return receiptFor(at, now, decided);
    const quote = notKept(press?.comment, press?.otherDate && `Another date: ${press.otherDate}`);
    return receiptFor(at, now, decided, { news: isOwn ? "You have decided it, and that stands." : `${by.name} decided it first, and that stands.`, quote });
  }

  const since = history.filter(({ id }) => id > request);
  const sentence = "This changed after the card was shown. Nothing was decided yet.";
  const plan = { ...at.plan, measures: at.plan.measures.map((one) => (one.ref === measure.ref ? now : one)) };
  const waiting = dateWaiting(now, plan.scheme);
  const fresh =
    waiting &&
    composeDateDecision(plan, at.person, {
      request: { ref: measure.ref, id: waiting.id },
      typed: { otherDate: press?.otherDate, comment: press?.comment },
      news: { sentence, lines: dateNewsOf(since) },
    });
  if (fresh) return fresh;
  throw new UserError(`That request does not wait any more. ${dateNewsOf(since).join(". ")}`);
}

import { randomUUID } from "node:crypto";
import type { CardAction } from "../cards/cardAction.ts";
import type { ListToken } from "../cards/listToken.ts";
import { readAskedDate, type WhichDate } from "../domain/askedDate.ts";
import { type DateChange, datesAfter, datesWith } from "../domain/dateChange.ts";
import { dateShifts } from "../domain/dateShift.ts";
import type { DuePhrase } from "../domain/duePhrase.ts";
import { parseLocalDate } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { composeDateForm, type DateFormState, dateNewsOf } from "./composeDateForm.ts";
import { composeDateReceipt } from "./composeDateReceipt.ts";
import { onBehalfOf } from "./composeForm.ts";
import { entryBase } from "./entryBase.ts";
import { faultOfReason } from "./faultOfReason.ts";
import { measureToAnswer } from "./measureToAnswer.ts";
import { rememberOpened } from "./openForm.ts";
import { isJustNow } from "./saidJustNow.ts";

/** What somebody typed about a new date, from a form or in a message. */
interface Asked {
  readonly date: string;
  readonly reason: string;
  /** Of a measure with several dates, the one that is to move. */
  readonly which?: WhichDate;
  readonly nonce: string;
  /** The last row of the measure's date changes that the person was shown. */
  readonly basis?: string;
  readonly list?: ListToken;
  readonly via: DateChange["via"];
}

/** Opens the form for a new date. @throws UserError when the measure is gone, settled, or not this person's to answer */
export function openDateForm(at: AtPlan, { ref, list }: { readonly ref: string; readonly list?: ListToken }): Message {
  const measure = measureToAnswer(at, ref);
  const waiting = measure.dates?.waiting;
  const own = waiting?.by.objectId === at.person.objectId ? { date: waiting.typed ?? waiting.due?.asWritten, reason: waiting.reason } : undefined;
  return composeDateForm(at, measure, { list, basis: measure.dates?.lastChange, ...(own && { typed: own }) });
}

/** Asks for a new date as the form says. @throws UserError as `openDateForm` does */
export async function askForDate(ports: Ports, at: AtPlan, form: Extract<CardAction, { verb: "askForDate" }>): Promise<Message> {
  const { ref, date = "", reason = "", nonce, basis, list } = form;
  const which = form.which === "all" ? "all" : parseLocalDate(form.which ?? "");
  return ask(ports, at, ref, { date, reason, which, nonce, basis, list, via: "card" });
}

/**
 * Asks for a new date as somebody said in a message. Where the date or the reason is missing or in doubt, the form comes back
 * with everything that was said.
 *
 * @param said - `date` as typed, such as `until end of January`; `reason` empty where none was given
 * @throws UserError as `openDateForm` does
 */
export async function askForDateInWords(
  ports: Ports,
  at: AtPlan,
  ref: string,
  said: { readonly date: string; readonly reason: string; readonly nonce?: string },
): Promise<Message> {
  const measure = measureToAnswer(at, ref);
  return ask(ports, at, ref, { ...said, nonce: said.nonce ?? randomUUID(), basis: measure.dates?.lastChange, via: "chat" });
}

/**
 * Stores the request and thanks for it only then (law 4). Until it is decided the old date counts. What was typed is never
 * lost: a fault, a form that is behind, or one sent before with other words brings the form back with all of it.
 */
async function ask(ports: Ports, at: AtPlan, ref: string, asked: Asked): Promise<Message> {
  const measure = measureToAnswer(at, ref);
  const { list, nonce, basis, which } = asked;
  const typed = { date: asked.date, reason: asked.reason };
  const read = readAskedDate(asked.date, which, measure, at.plan, at.today);
  const reasonFault = faultOfReason(asked.reason, "Say in a sentence or two why the date can't be kept; whoever decides will read it.");
  const doubt = asked.via === "chat" && read.kind === "read" ? doubtOf(measure, read.due, asked.reason) : undefined;
  if (doubt) return form({ news: { sentence: doubt, lines: [] } });
  const faults = { ...(read.kind === "fault" && { date: read.sentence }), ...(reasonFault && { reason: reasonFault }) };
  if (read.kind === "fault" || faults.reason) return form({ faults });
  // No card of ours shows more than is stored.
  if ((basis ?? "") > (measure.dates?.lastChange ?? "")) return showWhatChanged(ports, at, measure, asked);

  const change = requestOf(ports, at, measure, asked, read.due);
  const before = change.via === "chat" ? await askedBefore(ports, at, change) : undefined;
  if (before) return composeDateReceipt(at, measure, before, list);
  const dates = datesWith(measure.dates, change);
  const outcome = await ports.plans.append(at.plan.id, "dates", change, dates);
  switch (outcome.kind) {
    case "stored":
      ports.log.info("date asked for", { plan: at.plan.id, ref, change: change.id, via: change.via });
      return composeDateReceipt(at, { ...measure, dates }, change, list);
    case "repeated":
      if (outcome.earlier.by.objectId !== at.person.objectId || !sameRequest(outcome.earlier, change)) return showWhatChanged(ports, at, measure, asked);
      return composeDateReceipt(at, measure, outcome.earlier, list);
    case "behind":
      return showWhatChanged(ports, at, measure, asked);
  }

  async function form(state: Pick<DateFormState, "faults" | "news">): Promise<Message> {
    // What they then say in words is about this measure.
    if (asked.via === "chat") await rememberOpened(ports, at, ref);
    return composeDateForm(at, measure, { typed, which, nonce, basis, list, ...state });
  }
}

/** What of a request in words is asked about before it is stored. */
function doubtOf({ due }: Measure, asked: DuePhrase, reason: string): string | undefined {
  if (dateShifts(due, asked).some(({ from, to }) => from !== undefined && to.on < from.on))
    return "That would be earlier than it is due now. Nothing is asked for yet: write the date you mean, or ask for this one all the same.";
  return reason.trim() === "" ? "Almost asked: say below why the date can't be kept." : undefined;
}

function requestOf(ports: Ports, at: AtPlan, measure: Measure, asked: Asked, due: DuePhrase): DateChange {
  const typed = asked.date.trim();
  const behalf = onBehalfOf(at.person, measure);
  return {
    ...entryBase(ports, at, asked.basis, asked),
    ref: measure.ref,
    kind: "request",
    due,
    before: measure.due,
    ...(typed !== due.asWritten && { typed }),
    reason: asked.reason.trim(),
    ...(behalf && { onBehalfOf: behalf }),
  };
}

/** A form knows the row it was opened on; a message does not, and Teams may tell of it twice, under one id or two. */
async function askedBefore(ports: Ports, { plan, person }: AtPlan, change: DateChange): Promise<DateChange | undefined> {
  const history = await ports.plans.entries(plan.id, "dates", change.ref);
  const isAgain = (row: DateChange) => row.nonce === change.nonce || (row.via === "chat" && isJustNow(ports, row));
  return history.findLast((row) => row.by.objectId === person.objectId && sameRequest(row, change) && isAgain(row));
}

function sameRequest(a: DateChange, b: DateChange): boolean {
  return a.kind === b.kind && a.ref === b.ref && a.due?.asWritten === b.due?.asWritten && a.reason === b.reason;
}

async function showWhatChanged(ports: Ports, at: AtPlan, measure: Measure, asked: Asked): Promise<Message> {
  const history = await ports.plans.entries(at.plan.id, "dates", measure.ref);
  const dates = datesAfter(history);
  const since = history.filter(({ id }) => id > (asked.basis ?? ""));
  const sentence = `Something was said of the date of ${measure.ref} after this form was opened. Nothing you typed is lost: look at it, then ask again if you still need to.`;
  const { which, list } = asked;
  const form = { typed: { date: asked.date, reason: asked.reason }, which, list, basis: dates?.lastChange, news: { sentence, lines: dateNewsOf(since) } };
  return composeDateForm(at, { ...measure, dates }, form);
}

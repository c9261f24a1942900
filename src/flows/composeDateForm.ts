import { randomUUID } from "node:crypto";
import { type DateFaults, dateFormCard } from "../cards/dateFormCard.ts";
import { newDateInWords } from "../cards/dateInWords.ts";
import type { ListToken } from "../cards/listToken.ts";
import { dateMeant, type WhichDate } from "../domain/askedDate.ts";
import type { DateChange } from "../domain/dateChange.ts";
import { nextDate } from "../domain/duePhrase.ts";
import { inWords } from "../domain/localDate.ts";
import type { Measure } from "../domain/measure.ts";
import { movedDate } from "../domain/originalDue.ts";
import { dateDeciderOf } from "../domain/permission.ts";
import type { Decider } from "../domain/planSettings.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { onBehalfOf } from "./composeForm.ts";

export interface DateFormState {
  readonly list?: ListToken;
  readonly which?: WhichDate;
  readonly typed?: { readonly date?: string; readonly reason?: string };
  readonly faults?: DateFaults;
  /** Kept when the same form comes back for its faults. */
  readonly nonce?: string;
  /** The last row of date changes this form knows of. */
  readonly basis?: string;
  readonly news?: { readonly sentence: string; readonly lines: readonly string[] };
}

/** The form for a new date, empty or with what was typed so far; it says what waits already. */
export function composeDateForm({ plan, person, today }: AtPlan, measure: Measure, form: DateFormState): Message {
  const waiting = measure.dates?.waiting;
  const already = waiting && { sentence: "A new date is asked for already and waits. Asking again takes its place.", lines: dateNewsOf([waiting]) };
  const card = dateFormCard({
    ...form,
    planTitle: plan.title,
    plan: plan.id,
    ref: measure.ref,
    words: measure.words,
    due: measure.due,
    moved: movedDate(measure),
    which: form.which ?? dateMeant(measure.due, today) ?? nextDate(measure.due, today)?.on,
    onBehalfOf: onBehalfOf(person, measure),
    nonce: form.nonce ?? randomUUID(),
    news: form.news ?? already,
    decider: deciderInWords(dateDeciderOf(plan, measure)),
  });
  return { card, alert: `A new date for ${measure.ref}` };
}

export function deciderInWords(decider: Decider): string {
  return { chair: "the chair", board: "the board", sro: "the area’s senior responsible officer", manager: "the programme manager" }[decider];
}

/** What was asked and decided, one line each: `Sam Field, 3 October 2022: asked for 31 January 2023: two posts are vacant`. */
export function dateNewsOf(changes: readonly DateChange[]): string[] {
  return changes.map((change) => `${change.by.name}, ${inWords(change.on)}: ${dateChangeInWords(change)}${change.reason ? `: ${change.reason}` : ""}`);
}

/** `asked for 31 January 2023` */
export function dateChangeInWords({ kind, due, before }: DateChange): string {
  switch (kind) {
    case "request":
      return `asked for ${due ? newDateInWords(before, due) : "a new date"}`;
    case "acceptance":
      return `accepted ${due ? newDateInWords(before, due) : "a new date"}`;
    case "refusal":
      return "refused the new date";
    case "withdrawal":
      return "took the request for a new date back";
  }
}

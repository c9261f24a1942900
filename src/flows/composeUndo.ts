import { randomUUID } from "node:crypto";
import { type CardButton, cardButton } from "../cards/cardButton.ts";
import { excerpt } from "../cards/cutAtWord.ts";
import { replyCard } from "../cards/replyCard.ts";
import type { Plan } from "../domain/plan.ts";
import type { Update } from "../domain/update.ts";
import { UserError } from "../domain/userError.ts";
import type { Message } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { ownSignOffs, ownUpdates } from "./ownUpdates.ts";

/** Of several said together, which is meant is asked. */
const mostShown = 3;

/**
 * The last that somebody said or signed off and that still stands, each with what takes it back: nothing is taken back before
 * they press.
 *
 * @param rows - their own, the newest first
 * @throws UserError when there is none
 */
export function composeUndo(at: AtPlan, rows: readonly Update[]): Message {
  const { plan } = at;
  const own = rows.slice(0, mostShown);
  if (own.length === 0)
    throw new UserError("No update of yours stands that could be taken back. “mine” lists your measures, “history” and a reference what was said of one.");
  const heading = own.length > 1 ? "Which shall be taken back?" : own[0]?.kind === "signOff" ? "Take back your sign-off?" : "Take back your last update?";
  const after = own.every(({ kind }) => kind === "signOff") ? "It waits for a decision again" : "What it said before comes into force again";
  const more = rows.length > own.length ? [`and ${rows.length - own.length} more: write “undo” and the reference`] : [];
  const lines = [...own.map(inShort), ...more, `${after}; the history keeps both.`];
  const card = replyCard({ planTitle: plan.title, heading, lines, buttons: own.flatMap((row) => buttonsOf(plan, row)) });
  return { card, alert: heading };
}

/** What the person said or signed off, the newest first. @param ref - of the only measure that is meant */
export function ownRows(at: AtPlan, ref?: string): readonly Update[] {
  return [...ownUpdates(at), ...ownSignOffs(at)].filter((row) => ref === undefined || row.ref === ref).sort((a, b) => (a.at < b.at ? 1 : -1));
}

function buttonsOf({ id: plan }: Plan, { kind, ref, id }: Update): CardButton[] {
  const nonce = randomUUID();
  if (kind === "signOff") return [cardButton(`Undo the sign-off of ${ref}`, { verb: "undoSignOff", plan, ref, nonce, update: id })];
  return [
    cardButton(`Take back ${ref}`, { verb: "undoUpdate", plan, ref, nonce, update: id }),
    cardButton(`Change ${ref}`, { verb: "openForm", plan, ref, amends: id }),
  ];
}

/** `2.3.1-4, Red, “families are angry”` */
export function inShort({ kind, ref, rating, narrative }: Update): string {
  if (kind === "signOff") return `${ref}, signed off as complete`;
  return [ref, ...(rating ? [rating] : []), ...(narrative ? [`“${excerpt(narrative, 120)}”`] : [])].join(", ");
}

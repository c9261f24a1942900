import type { Delivery } from "../../src/domain/delivery.ts";
import type { DigestKind } from "../../src/domain/planSettings.ts";
import { personalConversationOf, type SentActivity, type Shown, type StandInConnector } from "../support/standInConnector.ts";
import { actionsOf } from "../support/startBot.ts";
import type { SaidOfDate } from "./round.ts";
import { withoutPartner } from "./withoutPartner.ts";

/** What a message tells, read from the message alone. */
export type Told =
  | { readonly kind: "reminder"; readonly refs: readonly string[] }
  | { readonly kind: "digest"; readonly digest: DigestKind }
  | { readonly kind: "unlinked" | "undelivered" | "dateRequest" | "dateDecision" };

/** @returns undefined for an answer to somebody */
export function toldBy(activity: SentActivity): Told | undefined {
  const { summary = "" } = activity;
  const digest = /: (exception|full) digest$/.exec(summary)?.[1];
  if (digest) return { kind: "digest", digest: digest as DigestKind };
  if (/not linked to anybody/.test(summary)) return { kind: "unlinked" };
  if (/may not have arrived$/.test(summary)) return { kind: "undelivered" };
  if (/: the date of .+ was decided$|: \d+ dates were decided$/.test(summary)) return { kind: "dateDecision" };
  const card = activity.attachments?.[0]?.content ?? {};
  if (/ waits for your decision$/.test(summary)) return isShownAgain(card) ? undefined : { kind: "dateRequest" };
  const list = actionsOf(card, "openForm")[0]?.list;
  return list?.kind === "reminder" ? { kind: "reminder", refs: list.refs } : undefined;
}

/** The answer to a decision that could not be taken as it was. */
function isShownAgain(card: object): boolean {
  return /changed after the card was shown|Not decided yet/.test(JSON.stringify(card));
}

/** Where a delivery goes. @param channel - of its plan */
export function conversationOf({ notice }: Delivery, channel: string): string {
  return notice.kind === "digest" ? channel : personalConversationOf(notice.to);
}

/** Whether a message may be what a delivery sent: measures settled meanwhile are left out of it. */
export function couldBe(told: Told, { notice }: Delivery): boolean {
  if (told.kind === "reminder") return notice.kind === "reminder" && told.refs.every((ref) => notice.refs.includes(ref));
  if (told.kind === "digest") return notice.kind === "digest" && told.digest === notice.digest;
  return told.kind === notice.kind;
}

/** @returns messages no delivery of its own could have sent: somebody got something twice */
export function messagesWithoutDelivery(messages: readonly Shown[], deliveries: readonly Delivery[]): Shown[] {
  return withoutPartner(messages, deliveries, mayHaveSent);
}

function mayHaveSent(message: Shown, delivery: Delivery): boolean {
  const { state, attempts } = delivery;
  if (state.kind === "sent" && state.activityId) return state.activityId === message.id;
  const told = toldBy(message.activity);
  return attempts > 0 && told !== undefined && couldBe(told, delivery);
}

/** Whether anybody was sent a receipt with these words, however late. */
export function receiptSent(connector: StandInConnector, ref: string, narrative: string): boolean {
  return connector.calls.some(({ what, body }) => what === "activities" && isReceipt(body, ref, narrative));
}

export function isTakenBack(body: unknown, ref: string): boolean {
  return JSON.stringify(body ?? "").includes(`Your update on ${ref} was taken back`);
}

export function isReceipt(body: unknown, ref: string, narrative: string): boolean {
  const words = JSON.stringify(body ?? "");
  return words.includes(`Recorded for ${ref}`) && words.includes(`“${narrative}”`);
}

/** Whether somebody was told that what they said of a date is stored. */
export function isDateReceipt(body: unknown, { kind, ref, reason }: SaidOfDate): boolean {
  const words = JSON.stringify(body ?? "");
  const heading = { request: `New date asked for: ${ref}`, withdrawal: `${ref}: request taken back`, decision: `Decided: ${ref}` }[kind];
  return words.includes(heading) && words.includes(reason && `“${reason}”`);
}

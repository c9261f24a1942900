import type { SendOutcome } from "../ports.ts";
import type { ConnectorError } from "./connector.ts";

const unreachable = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

/** Codes seen in Teams' refusals; the bodies that hold them come in several shapes. */
const reasons: Readonly<Record<string, string>> = {
  BotNotInConversationRoster: "Drumbeat is not a member of that conversation",
  ConversationBlockedByUser: "the person has blocked Drumbeat",
  MessageWritesBlocked: "the person has blocked or removed Drumbeat",
  ConversationNotFound: "that conversation is no longer there",
  ActivityNotFoundInConversation: "that message is no longer there",
  MemberNotFoundInConversation: "that person is not in the conversation",
  MessageSizeTooBig: "the message is too long",
};

const byStatus: Readonly<Record<number, string>> = {
  400: "Teams could not read the message",
  401: "Teams did not accept Drumbeat's sign-in",
  403: "Teams does not let Drumbeat write there",
  404: "that conversation is no longer there",
  412: "Teams was busy with that conversation",
  413: "the message is too long",
  429: "Teams asked Drumbeat to slow down",
};

/**
 * What became of a message whose sending brought no good answer (law 3).
 *
 * A 5xx, a time-out or a broken connection may hide a message that arrived. Only 429 and a 412 that names a time
 * ask to be tried again; other refusals are final.
 */
export function outcomeOf(error: ConnectorError, now: number): SendOutcome {
  const { left, status, code = "" } = error;
  if (!left && status === 403) return { kind: "refused", why: "the address kept of that conversation is not one of Teams' own" };
  if (!left) return { kind: "refused", why: "Drumbeat could not sign in to Microsoft's service", retryAfterSeconds: 60 };
  if (status === undefined && unreachable.includes(code)) return { kind: "refused", why: "Teams' service cannot be reached", retryAfterSeconds: 60 };
  if (status === undefined) return { kind: "unknown", why: "the connection to Teams broke before it answered" };
  if (status === 408 || status < 400 || status >= 500)
    return { kind: "unknown", why: `Teams answered ${status}, which leaves open whether the message arrived` };

  const why = whyOf(status, error.body ?? "");
  if (status === 429) return { kind: "refused", why, retryAfterSeconds: secondsIn(error.retryAfter, now) ?? 5 };
  if (status === 412) return { kind: "refused", why, retryAfterSeconds: secondsIn(error.retryAfter, now) };
  return { kind: "refused", why };
}

function whyOf(status: number, body: string): string {
  const known = Object.keys(reasons).find((code) => body.includes(code));
  const code = known ?? /"(?:subCode|code)"\s*:\s*"(\w{1,60})"/i.exec(body)?.[1];
  const words = (known && reasons[known]) ?? byStatus[status] ?? "Teams refused the message";
  return `${words} (${status}${code ? ` ${code}` : ""})`;
}

/** @param header - `Retry-After`: whole seconds or an HTTP date */
function secondsIn(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

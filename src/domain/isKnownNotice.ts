import type { Notice } from "./delivery.ts";

/** Every kind of notice this release can word. */
const notices: Readonly<Record<Notice["kind"], true>> = {
  reminder: true,
  unlinked: true,
  undelivered: true,
  dateRequest: true,
  dateDecision: true,
  figureRequest: true,
  figureDecision: true,
  escalation: true,
  claim: true,
  signOffRequest: true,
  signOffDecision: true,
  claimDecision: true,
  standIn: true,
  digest: true,
  digestFor: true,
};

/**
 * Whether this release can word a notice. While two releases run side by side the other may have posted one of a kind that this
 * one has never heard of, or has no more: it is left as it is, for a process that knows it.
 */
export function isKnownNotice(notice: Notice): boolean {
  return Object.hasOwn(notices, notice.kind);
}

import type { Notice } from "./delivery.ts";

/** Whether somebody who got a notice has heard all that an earlier one to them would have told. */
export function tellsAllOf(notice: Notice, earlier: Notice): boolean {
  const told = new Set(thingsTold(notice));
  return notice.kind === earlier.kind && thingsTold(earlier).every((one) => told.has(one));
}

/** What a notice alone tells; nothing of those that bring along whatever waits when they are sent. */
function thingsTold(notice: Notice): readonly string[] {
  switch (notice.kind) {
    case "dateRequest":
    case "signOffRequest":
    case "figureRequest":
    case "claim":
    case "undelivered":
      return [];
    case "reminder":
      return notice.refs;
    case "unlinked":
      return notice.leads.flatMap(({ lead, refs }) => refs.map((ref) => `${ref} ${lead}`));
    case "dateDecision":
    case "signOffDecision":
    case "figureDecision":
    case "claimDecision":
      return notice.decisions.map(({ ref, id }) => `${ref} ${id}`);
    case "escalation":
      return notice.measures.map(({ ref, date }) => `${ref} ${date}`);
    case "standIn":
      return notice.of;
    // The next of a cadence takes the place of the one before.
    case "digest":
    case "digestFor":
      return [notice.digest];
  }
}

import { findCadence } from "./cadence.ts";
import type { Delivery, DigestRecord, Mark, Notice } from "./delivery.ts";
import { digestReaders, type OwedDigest } from "./digestsOwed.ts";
import type { LocalDate } from "./localDate.ts";
import { type OwedNotice, owedNotice } from "./noticesOwed.ts";
import type { Plan } from "./plan.ts";

/** A digest on its way to everybody who gets it. */
export interface DigestDeliveries {
  /** One for each further channel and person, with a mark of its own: what was posted once is not posted again. */
  readonly others: readonly OwedNotice[];
  /** To the plan's own channel; absent where that gets none. It is posted last, with the records that end the digest's turn. */
  readonly own?: Delivery;
  readonly records: readonly DigestRecord[];
}

/** A transaction has room for so many; of more the oldest leave no record; no later run goes back before the latest. */
const mostMissed = 90;

export function digestDeliveries(plan: Plan, owed: OwedDigest, today: LocalDate): DigestDeliveries {
  const { digest, on, late, missed } = owed;
  const to = findCadence(plan, digest)?.to;
  const about = { digest, on, late };
  const notice = (target: string, one: Notice) => owedNotice(plan.id, today, [digestMark(digest, on, target)], one);
  return {
    others: [
      ...(to?.channels ?? []).map((channel) => notice(channel.conversationId, { kind: "digest", ...about, channel })),
      ...digestReaders(plan, to).map((person) => notice(person, { kind: "digestFor", to: person, ...about })),
    ],
    ...((!to || to.channel) &&
      plan.channel && {
        own: {
          plan: plan.id,
          key: `${today}|digest|${digest}|${on}`,
          notice: { kind: "digest", ...about },
          owedOn: today,
          state: { kind: "owed" },
          attempts: 0,
        },
      }),
    records: [...missed.slice(-mostMissed).map((one): DigestRecord => ({ digest, on: one, outcome: "missed" })), { digest, on, outcome: "owed" }],
  };
}

export function digestMark(digest: string, on: LocalDate, target: string): Mark {
  return { key: ["digest", digest, on, target].join("|") };
}

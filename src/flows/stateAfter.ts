import { halfJitterGenerator } from "cockatiel";
import type { Delivery, DeliveryState } from "../domain/delivery.ts";
import { type Instant, instantOf, type LocalDate } from "../domain/localDate.ts";
import type { Address } from "../domain/person.ts";
import type { SendOutcome } from "../ports.ts";

/** A send that asked to be tried again is begun so often at least, and goes on being tried all of its day. */
const fewestAttempts = 8;
const backoff = { initialDelay: 5_000, maxDelay: 3_600_000, exponent: 2, maxAttempts: Number.POSITIVE_INFINITY };

/** Milliseconds to wait after so many attempts: about double each time, and never the same for two deliveries. */
export type Jitter = (attempts: number) => number;
const halfJitter: Jitter = (attempts) => halfJitterGenerator(attempts - 1, { ...backoff, generator: halfJitterGenerator })[0];

/**
 * What a delivery's row says after an attempt (law 3). An ambiguous send is unknown for good; a refusal that asks for it
 * is tried again, the wait doubling from 5 s to an hour, with jitter, and never shorter than asked, until the day it was owed on is
 * over: an outage at nine must not cost the day's reminders.
 *
 * @param at - real time
 * @param today - the plan's day
 */
export function stateAfter(
  delivery: Delivery,
  outcome: SendOutcome,
  address: Address,
  at: Instant,
  today: LocalDate,
  jitter: Jitter = halfJitter,
): DeliveryState {
  switch (outcome.kind) {
    case "sent":
      return { kind: "sent", at, activityId: outcome.activityId, conversationId: address.conversationId };
    case "unknown":
      return { kind: "unknown", at, why: outcome.why };
    case "refused": {
      const isOver = delivery.attempts >= fewestAttempts && today > delivery.owedOn;
      if (outcome.retryAfterSeconds === undefined || isOver) return { kind: "refused", at, why: outcome.why };
      const wait = Math.max(jitter(delivery.attempts), outcome.retryAfterSeconds * 1_000);
      return { kind: "owed", notBefore: instantOf(Date.parse(at) + wait) };
    }
  }
}

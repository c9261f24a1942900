import { type Instant, instantOf, inWords, type LocalDate } from "../domain/localDate.ts";
import { UserError } from "../domain/userError.ts";
import type { Clock, ClockStore } from "../ports.ts";
import { systemClock } from "./systemClock.ts";

export interface MovableClock extends Clock {
  /**
   * Sets the plan's time, which runs on from there; kept with the data.
   * @throws UserError for a moment that has gone by
   */
  moveTo(instant: Instant): Promise<void>;
}

/**
 * Opens the clock of local mode: real time and a kept offset, which only grows.
 *
 * @param startsAt - where the clock begins; without effect once it stands there or later, so a restart does not turn it back
 * @param real - what tells real time
 */
export async function openMovableClock(store: ClockStore, startsAt?: Instant, real: Clock = systemClock): Promise<MovableClock> {
  let offset = await store.read();
  if (startsAt !== undefined && (offset === undefined || momentAt(offset) < startsAt)) offset = await store.advanceTo(offsetTo(startsAt));
  let offsetMs = offset ?? 0;

  return {
    now: () => momentAt(offsetMs),
    realNow: () => real.realNow(),
    async moveTo(instant) {
      const now = momentAt(offsetMs);
      if (instant < now) throw new UserError(`The clock stands at ${asRead(now)} and cannot go back to ${asRead(instant)}. Choose a later time.`);
      offsetMs = await store.advanceTo(offsetTo(instant));
    },
  };

  function momentAt(offset: number): Instant {
    return instantOf(Date.parse(real.realNow()) + offset);
  }

  function offsetTo(instant: Instant): number {
    return Date.parse(instant) - Date.parse(real.realNow());
  }
}

function asRead(instant: Instant): string {
  return `${inWords(instant.slice(0, 10) as LocalDate)}, ${instant.slice(11, 16)} UTC`;
}

import { beforeEach, expect, test } from "@jest/globals";
import { openMovableClock } from "../../src/clock/movableClock.ts";
import { systemClock } from "../../src/clock/systemClock.ts";
import { type Instant, instantOf } from "../../src/domain/localDate.ts";
import { UserError } from "../../src/domain/userError.ts";
import type { Clock } from "../../src/ports.ts";
import { openTestStore } from "../support/testStore.ts";

const november = instantOf("2022-11-21T09:00:00Z");
const december = instantOf("2022-12-16T09:00:00Z");

let realTime: Instant;
const real: Clock = { now: () => realTime, realNow: () => realTime };
let store: Awaited<ReturnType<typeof openTestStore>>;

beforeEach(async () => {
  realTime = instantOf("2026-11-22T04:00:00Z");
  store = await openTestStore();
});

test("a clock nobody moved tells real time", async () => {
  const clock = await openMovableClock(store.clock, undefined, real);

  expect(clock.now()).toBe(realTime);
});

test("starts at the instant given and runs on from there, while real time stays real", async () => {
  const clock = await openMovableClock(store.clock, november, real);
  expect(clock.now()).toBe(november);

  realTime = instantOf("2026-11-22T05:30:00Z");

  expect(clock.now()).toBe("2022-11-21T10:30:00.000Z");
  expect(clock.realNow()).toBe(realTime);
});

test("a moved clock is found as it was left, its start instant notwithstanding", async () => {
  const before = await openMovableClock(store.clock, november, real);
  await before.moveTo(december);
  realTime = instantOf("2026-11-22T05:00:00Z");

  const restarted = await openMovableClock(store.clock, november, real);
  const elsewhere = await openMovableClock(store.clock, undefined, real);

  expect(restarted.now()).toBe("2022-12-16T10:00:00.000Z");
  expect(elsewhere.now()).toBe("2022-12-16T10:00:00.000Z");
});

test("a start instant later than the kept time moves the clock on", async () => {
  await openMovableClock(store.clock, november, real);

  const clock = await openMovableClock(store.clock, december, real);

  expect(clock.now()).toBe(december);
});

test("never moves back, says so in a sentence, and stands where it stood", async () => {
  const clock = await openMovableClock(store.clock, december, real);

  const refused = clock.moveTo(november);

  await expect(refused).rejects.toThrow(UserError);
  await expect(refused).rejects.toThrow("The clock stands at 16 December 2022, 09:00 UTC and cannot go back to 21 November 2022, 09:00 UTC.");
  expect(clock.now()).toBe(december);
  expect((await openMovableClock(store.clock, undefined, real)).now()).toBe(december);
});

test("the later of two moves made at once stands, for both", async () => {
  const one = await openMovableClock(store.clock, november, real);
  const other = await openMovableClock(store.clock, november, real);

  await one.moveTo(december);
  await other.moveTo(instantOf("2022-11-30T09:00:00Z"));

  expect(other.now()).toBe(december);
});

test("the system clock tells the machine's time", () => {
  const before = Date.now();
  const now = Date.parse(systemClock.now());

  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
});

import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { startTicker } from "../../src/clock/ticker.ts";
import type { Log } from "../../src/ports.ts";

const quiet: Log = { info() {}, warn() {}, error() {} };

test("runs at once and then at every interval until it is stopped", async () => {
  let runs = 0;
  const ticker = startTicker(async () => void runs++, 0.01, quiet);
  expect(runs).toBe(1);

  await sleep(100);
  await ticker.stop();
  const runsWhenStopped = runs;
  await sleep(50);

  expect(runsWhenStopped).toBeGreaterThan(2);
  expect(runs).toBe(runsWhenStopped);
});

test("a slow run is never overlapped, not by the interval and not by pokes", async () => {
  let running = 0;
  let most = 0;
  const ticker = startTicker(
    async () => {
      most = Math.max(most, ++running);
      await sleep(15);
      running--;
    },
    0.001,
    quiet,
  );

  for (let i = 0; i < 10; i++) {
    await Promise.race([ticker.poke(), sleep(7)]);
  }
  await ticker.stop();

  expect(most).toBe(1);
  expect(running).toBe(0);
});

test("pokes during a run are one more run, begun after they came", async () => {
  let runs = 0;
  const ticker = startTicker(
    async () => {
      runs++;
      await sleep(20);
    },
    3600,
    quiet,
  );

  await Promise.all([ticker.poke(), ticker.poke(), ticker.poke()]);
  expect(runs).toBe(2);
  await ticker.poke();
  expect(runs).toBe(3);

  await ticker.stop();
});

test("a run that fails is logged and the next one tries again", async () => {
  const logged: unknown[] = [];
  let runs = 0;
  const ticker = startTicker(
    async () => {
      runs++;
      if (runs === 1) throw new Error("store away");
    },
    0.01,
    { ...quiet, error: (_, error) => logged.push(error) },
  );

  await ticker.poke();
  await ticker.poke();
  await ticker.stop();

  expect(runs).toBeGreaterThan(1);
  expect(logged).toEqual([new Error("store away")]);
});

test("stopping waits for the run in hand and lets none follow", async () => {
  let ended = 0;
  const ticker = startTicker(
    async () => {
      await sleep(30);
      ended++;
    },
    0.001,
    quiet,
  );
  const poked = ticker.poke();

  await ticker.stop();
  expect(ended).toBe(1);
  await poked;
  await ticker.poke();

  expect(ended).toBe(1);
});

test("is alive while runs end, and not when one hangs for two intervals and a minute, or after stop", async () => {
  let ms = 0;
  const hang = Promise.withResolvers<void>();
  const ticker = startTicker(
    () => hang.promise,
    60,
    quiet,
    () => ms,
  );

  ms = 180_000;
  expect(ticker.alive()).toBe(true);
  ms = 180_001;
  expect(ticker.alive()).toBe(false);
  hang.resolve();
  await ticker.poke();
  expect(ticker.alive()).toBe(true);

  await ticker.stop();
  expect(ticker.alive()).toBe(false);
});

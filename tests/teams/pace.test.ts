import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createPace } from "../../src/teams/pace.ts";

const windows = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

/** A clock the test turns. */
function turned(perSecond = 1_000) {
  let at = 0;
  return { pace: createPace(perSecond, () => at), tick: (ms: number) => (at += ms), now: () => at };
}

describe("in one conversation", () => {
  test("seven messages go at once, the eighth a good second later, the ninth two seconds after the first", () => {
    const { pace, tick } = turned();
    const first = Array.from({ length: 8 }, () => pace.turn("a"));
    expect(first).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);

    tick(1_250);
    expect([pace.turn("a"), pace.turn("a")]).toEqual([0, 1]);
  });

  test("no window is ever overrun, whatever is asked when", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 400 }), (pauses) => {
        const { pace, tick, now } = turned();
        const gone: number[] = [];
        for (const pause of pauses) {
          tick(pause);
          if (pace.turn("a") === 0) gone.push(now());
        }
        for (const [most, ms] of windows) {
          gone.forEach((at, i) => {
            const after = gone[i + most];
            if (after !== undefined) expect(after - at).toBeGreaterThanOrEqual(ms);
          });
        }
      }),
    );
  });

  test("after the wait it named there is a place", () => {
    const { pace, tick } = turned();
    let wait = 0;
    while (wait === 0) wait = pace.turn("a");
    tick(wait * 1_000);

    expect(pace.turn("a")).toBe(0);
  });
});

test("a full conversation does not hold up another", () => {
  const { pace } = turned();
  for (let i = 0; i < 20; i++) pace.turn("full");

  expect(pace.turn("other")).toBe(0);
});

test("of a tenant's requests a fifth is left to people who wait for an answer", () => {
  const { pace } = turned(50);
  const gone = Array.from({ length: 60 }, (_, i) => pace.turn(String(i))).filter((wait) => wait === 0);

  expect(gone).toHaveLength(40);
});

test("an answer goes at once and takes the place of what has no hurry", () => {
  const { pace } = turned(50);
  for (let i = 0; i < 50; i++) pace.hurry(String(i));

  expect(pace.turn("later")).toBe(1);
});

test("told to slow down, everything of no hurry goes at half the rate, and recovers", () => {
  const { pace, tick } = turned(50);
  const inASecond = () => {
    tick(1_000);
    return Array.from({ length: 60 }, (_, i) => pace.turn(`${i}`)).filter((wait) => wait === 0).length;
  };
  pace.slowDown();
  expect(inASecond()).toBe(20);
  pace.slowDown();
  expect(inASecond()).toBe(10);

  tick(30_000);
  expect(inASecond()).toBe(40);
});

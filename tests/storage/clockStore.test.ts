import { expect, test } from "@jest/globals";
import { openTestStore } from "../support/testStore.ts";

test("the clock moves on, never back, whoever moves it", async () => {
  const { clock, plans } = await openTestStore();
  expect(await clock.read()).toBeUndefined();

  expect(await clock.advanceTo(-126_000_000_000)).toBe(-126_000_000_000);
  expect(await clock.advanceTo(-127_000_000_000)).toBe(-126_000_000_000);
  await Promise.all([10, 40, 30, 20].map((offset) => clock.advanceTo(offset)));

  expect(await clock.read()).toBe(40);
  expect(await plans.list()).toEqual([]);
});

import { setImmediate } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { sideBySide } from "../../src/flows/sideBySide.ts";

/** Notes what was begun; each takes two turns. */
function working(fails?: number) {
  const begun: number[] = [];
  let most = 0;
  let now = 0;
  const work = async (n: number) => {
    begun.push(n);
    most = Math.max(most, ++now);
    await setImmediate();
    await setImmediate();
    now--;
    if (n === fails) throw new Error(`${n} failed`);
  };
  return { begun, work, most: () => most };
}

test("all are done, in order, so many at once", async () => {
  const { begun, work, most } = working();

  await sideBySide([1, 2, 3, 4, 5], 2, work);

  expect([begun, most()]).toEqual([[1, 2, 3, 4, 5], 2]);
});

test("told to stop it begins nothing more, and ends when what was begun has ended", async () => {
  const { begun, work } = working();
  const stopping = new AbortController();

  const done = sideBySide([1, 2, 3, 4, 5], 2, work, stopping.signal);
  stopping.abort();
  await done;

  expect(begun).toEqual([1, 2]);
});

test("where one fails that is told, and the others go on", async () => {
  const { begun, work } = working(1);

  await expect(sideBySide([1, 2, 3, 4], 2, work)).rejects.toThrow("1 failed");
  for (let turn = 0; turn < 10; turn++) await setImmediate();

  expect(begun).toEqual([1, 2, 3, 4]);
});

import { setImmediate } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { gathering } from "../../src/storage/gathering.ts";

/** Notes what was sent together; a request ends when it is told to. */
function sending(mostTogether = 10) {
  const requests: { readonly together: readonly string[]; end(fault?: Error): void }[] = [];
  const ask = gathering<string, string>(
    (together) =>
      new Promise((resolve, reject) => {
        requests.push({ together, end: (fault) => (fault ? reject(fault) : resolve(together.map((one) => one.toUpperCase()))) });
      }),
    (together) => together.length < mostTogether,
  );
  return { ask, requests, sent: () => requests.map(({ together }) => together.join("")) };
}

test("what is asked for at the same moment goes together, and each has its own answer", async () => {
  const { ask, requests, sent } = sending();

  const answers = Promise.all(["a", "b", "c"].map(ask));
  await setImmediate();
  expect(sent()).toEqual(["abc"]);
  requests[0]?.end();

  expect(await answers).toEqual(["A", "B", "C"]);
});

test("what is asked for while a request is on its way goes with the next, as much of it as fits", async () => {
  const { ask, requests, sent } = sending(2);

  const answers = [ask("a")];
  await setImmediate();
  answers.push(...["b", "c", "d"].map(ask));
  await setImmediate();
  expect(sent()).toEqual(["a"]);
  for (const n of [0, 1, 2]) {
    requests[n]?.end();
    await setImmediate();
  }

  expect(sent()).toEqual(["a", "bc", "d"]);
  expect(await Promise.all(answers)).toEqual(["A", "B", "C", "D"]);
});

test("a request that fails fails for those it was for, and the next goes out", async () => {
  const { ask, requests, sent } = sending();

  const failing = Promise.allSettled([ask("a"), ask("b")]);
  await setImmediate();
  const other = ask("c");
  requests[0]?.end(new Error("away"));
  expect((await failing).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await setImmediate();
  requests[1]?.end();

  expect(await other).toBe("C");
  expect(sent()).toEqual(["ab", "c"]);
});

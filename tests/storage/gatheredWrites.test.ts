import { RestError } from "@azure/data-tables";
import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { gatheredWrites } from "../../src/storage/gatheredWrites.ts";
import { openRange, openRow, planPartition } from "../../src/storage/planRows.ts";
import type { Change, Table } from "../../src/storage/table.ts";
import { openTestStoreWithTable } from "../support/testStore.ts";

const { table } = await openTestStoreWithTable();

function insert(plan: string, key: string, refs: readonly string[] = []): Change {
  const notice = { kind: "reminder", to: "p1", refs } as const;
  return { kind: "insert", row: openRow(plan, { plan, key, notice, owedOn: day("2022-11-21"), state: { kind: "owed" }, attempts: 0 }) };
}

/** Writes to the store and notes how many changes went in each request. */
function counting(write: Table["write"] = table.write) {
  const sizes: number[] = [];
  const gathered = gatheredWrites((changes) => {
    sizes.push(changes.length);
    return write(changes);
  });
  return { write: gathered, sizes };
}

async function keysIn(plan: string): Promise<string[]> {
  return (await table.range(planPartition(plan), openRange)).map(({ value }) => (value as { key: string }).key);
}

test("writes of one partition asked for side by side are one transaction, and each is told the ETags of its own rows", async () => {
  const { write, sizes } = counting();

  const [two, one, other] = await Promise.all([write([insert("g1", "a"), insert("g1", "b")]), write([insert("g1", "c")]), write([insert("g2", "a")])]);

  expect(sizes.toSorted()).toEqual([1, 3]);
  expect([two?.length, one?.length, other?.length]).toEqual([2, 1, 1]);
  const etags = (await table.range(planPartition("g1"), openRange)).map(({ etag }) => etag);
  expect([...(two ?? []), ...(one ?? [])]).toEqual(etags);
});

test("a row is written once in a transaction, and a transaction holds a hundred", async () => {
  const { write, sizes } = counting();
  const many = Array.from({ length: 110 }, (_, n) => insert("g3", `m${n}`));

  const answers = await Promise.all([write([insert("g3", "a")]), write([insert("g3", "a")]), write(many.slice(0, 50)), write(many.slice(50))]);

  expect(answers.map((etags) => etags?.length)).toEqual([1, undefined, 50, 60]);
  expect(sizes).toEqual([1, 51, 1, 50, 60]);
});

test("where one is refused the others are written, each for itself", async () => {
  const { write, sizes } = counting();
  await write([insert("g4", "b")]);

  const answers = await Promise.all(["a", "b", "c"].map((key) => write([insert("g4", key)])));

  expect(answers.map((etags) => etags?.length)).toEqual([1, undefined, 1]);
  expect(sizes).toEqual([1, 3, 1, 1, 1]);
  expect(await keysIn("g4")).toEqual(["a", "b", "c"]);
});

test("more than the store takes at once is written one by one", async () => {
  const { write, sizes } = counting();
  const large = Array.from({ length: 12 }, (_, n) => insert("g5", `${n}`, ["x".repeat(450_000)]));

  const answers = await Promise.all(large.map((change) => write([change])));

  expect(answers.every((etags) => etags?.length === 1)).toBe(true);
  expect(sizes).toEqual([12, ...large.map(() => 1)]);
});

test("where a transaction fails each is tried for itself, and fails for itself", async () => {
  const { write, sizes } = counting(async (changes) => {
    if (changes.length > 1 || changes[0]?.row.key === insert("g6", "b").row.key) throw new RestError("the connection was reset", { code: "ECONNRESET" });
    return table.write(changes);
  });

  const answers = await Promise.allSettled(["a", "b", "c"].map((key) => write([insert("g6", key)])));

  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(sizes).toEqual([3, 1, 1, 1]);
  expect(await keysIn("g6")).toEqual(["a", "c"]);
});

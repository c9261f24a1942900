import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import type { PendingImport, PendingImports } from "../../src/ports.ts";
import type { Store } from "../../src/storage/openStore.ts";
import type { Table } from "../../src/storage/table.ts";
import { openTestStoreWithTable } from "../support/testStore.ts";

const inAWeek = instantOf("2022-11-28T10:00:00Z");
let store: Store & { table: Table };
let pendingImports: PendingImports;

beforeAll(async () => {
  store = await openTestStoreWithTable();
  pendingImports = store.pendingImports;
});

function waiting(about: Partial<PendingImport> = {}): PendingImport {
  return { id: randomUUID(), by: "anna", fileNames: ["plan.csv"], expiresAt: inAWeek, state: "waiting", ...about };
}

const rowsOf = (id: string) => store.table.range("pendingImports", { from: `2bytes!${id}!`, to: `2bytes!${id}"` });

test("what waits is found with its files, by any process on the store", async () => {
  const pending = waiting({ fileNames: ["plan.csv", "measures.csv"] });
  await pendingImports.keep(pending, [Buffer.from("Area,Action\r\n"), Buffer.from("Measure\r\n")]);

  expect(await pendingImports.find(pending.id)).toEqual(pending);
  expect((await pendingImports.files(pending.id))?.map(String)).toEqual(["Area,Action\r\n", "Measure\r\n"]);
  expect((await pendingImports.of("anna")).map(({ id }) => id)).toContain(pending.id);
  expect(await pendingImports.of("ben")).toEqual([]);
});

test("a large file that does not pack comes back byte for byte, in several rows", async () => {
  const bytes = randomBytes(3_000_000);
  const pending = waiting();
  await pendingImports.keep(pending, [bytes]);

  const [kept] = (await pendingImports.files(pending.id)) ?? [];
  expect(Buffer.compare(Buffer.from(kept ?? []), bytes)).toBe(0);
  expect((await rowsOf(pending.id)).length).toBeGreaterThan(5);
});

test("changes are made on what stands, one after the other, and keep the files", async () => {
  const pending = waiting();
  await pendingImports.keep(pending, [Buffer.from("x")]);

  await Promise.all(
    ["a", "b", "c", "d"].map((heading) => pendingImports.change(pending.id, (stored) => ({ ...stored, columns: { ...stored.columns, [heading]: "due" } }))),
  );

  expect((await pendingImports.find(pending.id))?.columns).toEqual({ a: "due", b: "due", c: "due", d: "due" });
  expect(await pendingImports.files(pending.id)).toHaveLength(1);
});

test("files are dropped when somebody has decided, and what became of them stays", async () => {
  const pending = waiting();
  await pendingImports.keep(pending, [Buffer.from("x")]);
  await pendingImports.change(pending.id, (stored) => ({ ...stored, state: "imported", receipt: ["Stored."] }));

  await pendingImports.dropFiles(pending.id);

  expect(await pendingImports.files(pending.id)).toBeUndefined();
  expect(await rowsOf(pending.id)).toEqual([]);
  expect(await pendingImports.find(pending.id)).toMatchObject({ state: "imported", receipt: ["Stored."] });
});

test("what expired is forgotten with its bytes, by two processes at once as by one; the rest stays", async () => {
  const old = waiting({ expiresAt: instantOf("2022-11-01T00:00:00Z") });
  const young = waiting();
  await pendingImports.keep(old, [randomBytes(800_000)]);
  await pendingImports.keep(young, [Buffer.from("x")]);

  await Promise.all([pendingImports.sweep(instantOf("2022-11-21T10:00:00Z")), pendingImports.sweep(instantOf("2022-11-21T10:00:00Z"))]);

  expect(await pendingImports.find(old.id)).toBeUndefined();
  expect(await rowsOf(old.id)).toEqual([]);
  expect(await pendingImports.files(young.id)).toHaveLength(1);
  expect(await pendingImports.change(old.id, (stored) => stored)).toBeUndefined();
});

test("a keep that was cut short leaves nothing to read, and is swept", async () => {
  const pending = waiting({ expiresAt: instantOf("2022-11-02T00:00:00Z") });
  const { id } = pending;
  await store.table.write([{ kind: "put", row: { partition: "pendingImports", key: `1import!${id}`, type: "pendingImport", value: pending } }]);
  await store.table.write([{ kind: "put", row: { partition: "pendingImports", key: `2bytes!${id}!0000!0000`, type: "bytes", value: { base64: "AA" } } }]);

  expect(await pendingImports.files(id)).toBeUndefined();
  await pendingImports.sweep(instantOf("2022-11-21T10:00:00Z"));
  expect(await rowsOf(id)).toEqual([]);
});

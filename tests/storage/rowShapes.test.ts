import { expect, test } from "@jest/globals";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { PendingImport } from "../../src/ports.ts";
import { NewerRowError } from "../../src/ports.ts";
import { writeImport } from "../../src/storage/importRows.ts";
import { openStore, type Store } from "../../src/storage/openStore.ts";
import { doneKey, openKey, planPartition } from "../../src/storage/planRows.ts";
import { shapes } from "../../src/storage/rowShapes.ts";
import { decodeRow, encodeRow, keyOf } from "../../src/storage/rows.ts";
import { type RowType, rowTypes } from "../../src/storage/rowTypes.ts";
import { openTestStoreWithTable, testConnection } from "../support/testStore.ts";
import { type Release, releases } from "../support/trialShapes.ts";
import { contentIn, dyingAfter, rowsOf } from "./importing.ts";
import { planContent, settings, standingAfter, updateOf } from "./planContent.ts";

const now = instantOf("2022-11-22T10:00:00Z");
const row = (value: unknown, type: RowType = "delivery") => ({ partition: "p", key: "k", type, value });
const stored = (entity: object) => ({ etag: "e", ...entity });

/** One table, as several releases open it. */
async function openSideBySide() {
  const old = await openTestStoreWithTable();
  const as = (release: Release) => openStore(testConnection(), { prefix: old.prefix, shapes: releases[release] });
  const [between, next] = [await as("between"), await as("next")];
  await old.plans.import(planContent("plan", 4), settings, undefined);
  return { old, between, next };
}

function aDelivery(key: string): Delivery {
  return { plan: "plan", key, notice: { kind: "reminder", to: "p1", refs: ["1.1-1"] }, owedOn: day("2022-11-22"), state: { kind: "owed" }, attempts: 0 };
}

async function claimA({ notices }: Pick<Store, "notices">) {
  const found = await notices.find("plan", "a");
  return found && notices.claim(found, now);
}

const noMarks = { plan: "plan", marks: [], digests: [] };

test("a row of an older shape is upgraded when it is read", () => {
  const asOldWroteIt = encodeRow(row({ attempts: 3 }), releases.old);

  expect(asOldWroteIt).toMatchObject({ v: 1, json0: '{"attempts":3}' });
  expect(decodeRow(stored(asOldWroteIt), releases.next).value).toEqual({ attempts: 3 });
});

test("the release between two shapes reads both and writes the older, the next writes the newer", () => {
  const asNextWroteIt = encodeRow(row({ attempts: 3 }), releases.next);

  expect(asNextWroteIt).toMatchObject({ v: 2, json0: '{"sending":{"begun":3}}' });
  expect(decodeRow(stored(asNextWroteIt), releases.between).value).toEqual({ attempts: 3 });
  expect(encodeRow(row({ attempts: 3 }), releases.between)).toMatchObject({ v: 1, json0: '{"attempts":3}' });
});

test.each([2, 0, 1.5, Number.NaN])("a row of version %d is refused in a sentence, not misread", (v) => {
  const decode = () => decodeRow(stored({ ...encodeRow(row(1)), v }));

  expect(decode).toThrow(NewerRowError);
  expect(decode).toThrow(/newer version of Drumbeat .* Nothing was changed: finish the update/);
});

test.each(rowTypes)("a row of type %s is read back as it was by the release that wrote it, and the trial release has another shape of it", (type) => {
  const value = type === "delivery" ? aDelivery("a") : updateOf("1.1-1", "000001", "nonce-1");

  for (const known of [shapes, releases.between, releases.next]) {
    const shape = known[type];
    expect(shape?.writes ?? 1).toBeLessThanOrEqual((shape?.steps.length ?? 0) + 1);
    expect(decodeRow(stored(encodeRow(row(value, type), known)), known).value).toEqual(value);
  }
  const asNextWroteIt = stored(encodeRow(row(value, type), releases.next));
  expect(decodeRow(asNextWroteIt, releases.between).value).toEqual(value);
  expect(() => decodeRow(asNextWroteIt, releases.old)).toThrow(NewerRowError);
});

test("two releases that know both shapes work one table: what either writes the other takes on", async () => {
  const { between, next } = await openSideBySide();
  await between.notices.post(aDelivery("a"), noMarks);

  const claim = await claimA(next);
  const released = claim && (await next.notices.record(claim, { kind: "owed" }));
  const again = await claimA(between);

  expect(released).toBe(true);
  expect(again?.delivery.attempts).toBe(2);
  const update = updateOf("1.1-1", "000001", "nonce-1");
  await next.plans.record("plan", update, standingAfter(update));
  expect(await between.plans.history("plan", "1.1-1")).toEqual([update]);
});

test("an older release never writes over a row of a newer one, and says so", async () => {
  const { old, next } = await openSideBySide();
  const marked = { ...noMarks, marks: [{ key: "a" }] };
  await next.notices.post(aDelivery("a"), marked);
  const claim = await claimA(next);

  await expect(old.notices.find("plan", "a")).rejects.toThrow(NewerRowError);
  await expect(old.notices.move(aDelivery("a"), { kind: "sent", at: now })).rejects.toThrow(NewerRowError);
  await expect(old.plans.readWithNoticed("plan")).rejects.toThrow(NewerRowError);
  expect(await old.notices.post(aDelivery("a"), marked)).toBe(false);

  expect(claim && (await next.notices.record(claim, { kind: "sent", at: now }))).toBe(true);
  await next.notices.file((await next.plans.readWithNoticed("plan"))?.noticed.finished ?? []);
  expect(await old.notices.post(aDelivery("a"), marked)).toBe(false);
  expect((await next.notices.find("plan", "a"))?.delivery.state.kind).toBe("sent");
});

test("an older release goes on with everything that is still of its shape", async () => {
  const { old, next } = await openSideBySide();
  await next.notices.post(aDelivery("a"), noMarks);
  const update = updateOf("1.1-1", "000001", "nonce-1");

  expect(await old.plans.record("plan", update, standingAfter(update))).toEqual({ kind: "stored" });
  expect((await old.plans.read("plan"))?.measures[0]?.standing?.latest).toEqual(update);
  expect(await next.plans.history("plan", "1.1-1")).toEqual([update]);
});

test("law 6: a plan only a newer release can read keeps no other from being listed and tidied up after, and is named", async () => {
  let realMs = Date.now();
  const realNow = () => instantOf(realMs);
  const { table, prefix, plans } = await openTestStoreWithTable({ realNow });
  const next = await openStore(testConnection(), { prefix, shapes: releases.next });
  await next.plans.import(planContent("a-newer", 4), settings, undefined);
  await next.plans.import(planContent("b-newer-journal", 4), settings, undefined);
  const entry = {
    partition: "directory",
    key: keyOf("plan", "b-newer-journal"),
    type: "entry",
    value: { id: "b-newer-journal", title: "B", changedAt: now },
  } as const;
  await table.write([{ kind: "put", row: entry }]);
  await plans.import(planContent("plan", 150), settings, undefined);
  const crashed = writeImport(dyingAfter(table, 2), planContent("plan", 150, "second"), settings, await plans.read("plan"), now);
  await expect(crashed).rejects.toThrow();

  const old = await openStore(testConnection(), { prefix, realNow });
  expect((await old.plans.list()).map(({ id }) => id)).toEqual(["b-newer-journal", "plan"]);
  await expect(old.recover()).rejects.toThrow(/The entry in row directory plan!a-newer was written by a newer version[\s\S]*The journal in row/);
  realMs += 61_000;
  await old.recover();
  expect(await contentIn(table, "plan")).toBe(rowsOf(150));
  expect((await old.examine()).newer).toHaveLength(2);
});

test("people and files that only a newer release can read leave the others there to be found", async () => {
  const { old, next } = await openSideBySide();
  await old.people.save({ objectId: "p1", name: "Priya" });
  await next.people.save({ objectId: "p2", name: "Sam" });
  const pending = (id: string): PendingImport => ({ id, by: "p1", fileNames: ["plan.csv"], expiresAt: now, state: "waiting" });
  await old.pendingImports.keep(pending("f1"), []);
  await next.pendingImports.keep(pending("f2"), []);

  expect((await old.people.all()).map(({ objectId }) => objectId)).toEqual(["p1"]);
  expect((await old.pendingImports.of("p1")).map(({ id }) => id)).toEqual(["f1"]);
  expect(await old.pendingImports.sweep(instantOf("2022-12-01T10:00:00Z"))).toBe(1);
  expect((await next.pendingImports.of("p1")).map(({ id }) => id)).toEqual(["f2"]);
});

test("a property only a newer release knows outlives every change an older one makes", async () => {
  const { old } = await openSideBySide();
  const { table } = old;
  await old.people.save({ objectId: "p1", name: "Priya" });
  const team = { teamId: "19:team@thread.tacv2", serviceUrl: "https://smba.example/uk/", tenantId: "t", botId: "28:b" };
  await old.people.saveTeam(team);
  await old.plans.link("plan", { lead: "SEND lead", objectId: "p1" });
  await old.plans.giveRole("plan", { objectId: "p1", role: "chair" });
  await old.notices.post(aDelivery("a"), noMarks);
  const partitions = [planPartition("plan"), "people", "teams", "directory"];
  const rows = async () => (await Promise.all(partitions.map((one) => table.range(one, { from: "0", to: "~" })))).flat();
  const changed = (await rows()).filter(({ type }) => ["plan", "link", "role", "delivery", "person", "team", "entry"].includes(type));
  for (const one of changed) await table.write([{ kind: "put", row: { ...one, value: { ...(one.value as object), later: type(one) } } }]);

  await old.people.save({ objectId: "p1", name: "Priya Shah" });
  await old.people.saveTeam({ ...team, serviceUrl: "https://smba.example/eu/" });
  await old.plans.link("plan", { lead: "SEND lead", objectId: "p1" });
  await old.plans.giveRole("plan", { objectId: "p1", role: "chair" });
  await old.plans.saveSettings("plan", (now) => ({ ...now, speaksAt: "10:00" }));
  await old.plans.import(planContent("plan", 8, "second", "2022-11-28T09:00:00.000Z"), settings, await old.plans.read("plan"));
  const claim = await claimA(old);
  if (claim) await old.notices.record(claim, { kind: "sent", at: now });
  await old.notices.file((await old.plans.readWithNoticed("plan"))?.noticed.finished ?? []);

  const after = (await rows()).filter(({ value }) => (value as { later?: string }).later);
  expect(after.map(type).sort()).toEqual(changed.map(type).sort());
  expect(after.map(({ key }) => key)).toContain(doneKey("a"));
  expect(after.map(({ key }) => key)).not.toContain(openKey("a"));
});

function type({ type }: { type: string }): string {
  return type;
}

import { expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import { ConflictError } from "../../src/ports.ts";
import { openRecovery, writeImport } from "../../src/storage/importRows.ts";
import type { Table } from "../../src/storage/table.ts";
import { openTestStore, openTestStoreWithTable } from "../support/testStore.ts";
import { beforeTurning, contentIn, dyingAfter, rowsOf, wordsOf } from "./importing.ts";
import { planContent, settings } from "./planContent.ts";

let realMs = Date.now();
const realNow = () => instantOf(realMs);
const { plans, table, prefix } = await openTestStoreWithTable({ realNow });
const later = "2022-11-28T09:00:00.000Z";

/** A process starts, and finds the same a minute later. */
async function recover(): Promise<void> {
  const started = await openTestStore({ prefix, realNow });
  await started.recover();
  realMs += 61_000;
  await started.recover();
}

test.each([0, 1, 2, 3])("an import killed after %i writes leaves the old plan, and nothing of it after recovery", async (writes) => {
  const id = `killed-${writes}`;
  await plans.import(planContent(id, 150), settings, undefined);
  const before = await plans.read(id);

  await expect(writeImport(dyingAfter(table, writes), planContent(id, 150, "second", later), settings, before, instantOf(new Date()))).rejects.toThrow();

  expect(await plans.read(id)).toEqual(before);
  await recover();
  expect(await plans.read(id)).toEqual(before);
  expect(await contentIn(table, id)).toBe(rowsOf(150));
  await plans.import(planContent(id, 4, "third", later), settings, before);
  expect(wordsOf(await plans.read(id))).toEqual(["third"]);
});

test.each([4, 5, 6])("an import killed after %i writes has landed, and recovery removes what it replaced", async (writes) => {
  const id = `landed-${writes}`;
  await plans.import(planContent(id, 150), settings, undefined);

  const killed = writeImport(dyingAfter(table, writes), planContent(id, 150, "second", later), settings, await plans.read(id), instantOf(new Date()));
  await expect(killed).rejects.toThrow();

  expect(wordsOf(await plans.read(id))).toEqual(["second"]);
  await recover();
  expect(await contentIn(table, id)).toBe(rowsOf(150));
  await plans.import(planContent(id, 4, "third"), settings, await plans.read(id));
  expect(wordsOf(await plans.read(id))).toEqual(["third"]);
});

test("a first import that was killed leaves no plan, in the directory neither", async () => {
  await expect(writeImport(dyingAfter(table, 2), planContent("never", 150), settings, undefined, instantOf(new Date()))).rejects.toThrow();
  const starting = openRecovery(table, realNow);
  await starting.lookAt("never");
  realMs += 61_000;
  await starting.lookAt("never");

  expect(await plans.read("never")).toBeUndefined();
  expect((await plans.list()).map(({ id }) => id)).not.toContain("never");
  expect(await contentIn(table, "never")).toBe(0);
});

test("a second import while one is under way is refused; after ten minutes the first counts as crashed", async () => {
  const startedAt = Date.parse("2022-11-21T09:00:00Z");
  const minutesLater = (minutes: number) => instantOf(startedAt + minutes * 60_000);
  await expect(writeImport(dyingAfter(table, 2), planContent("busy", 150), settings, undefined, minutesLater(0))).rejects.toThrow();

  await expect(writeImport(table, planContent("busy", 4), settings, undefined, minutesLater(9))).rejects.toThrow(ConflictError);
  await writeImport(table, planContent("busy", 4, "second"), settings, undefined, minutesLater(11));

  expect(wordsOf(await plans.read("busy"))).toEqual(["second"]);
  expect(await contentIn(table, "busy")).toBe(rowsOf(4));
});

test("a rolling start leaves an import alone that runs elsewhere, however slow, and whatever the clocks of the two machines say", async () => {
  await plans.import(planContent("rolled", 250), settings, undefined);
  const starting = openRecovery(table, realNow);
  const startedLongAgo = instantOf(realMs - 3_600_000);
  const slow: Table = {
    ...table,
    async write(changes) {
      await starting.lookAt("rolled");
      realMs += 50_000;
      return table.write(changes);
    },
  };

  await writeImport(slow, planContent("rolled", 250, "second", later), settings, await plans.read("rolled"), startedLongAgo);
  await starting.lookAt("rolled");

  expect(starting.watched()).toEqual([]);
  expect(wordsOf(await plans.read("rolled"))).toEqual(["second"]);
  expect(await contentIn(table, "rolled")).toBe(rowsOf(250));
});

test("a process that starts watches an import that crashed, and tidies up after it a minute later, not before", async () => {
  await plans.import(planContent("watched", 150), settings, undefined);
  const dead = writeImport(dyingAfter(table, 2), planContent("watched", 150, "second", later), settings, await plans.read("watched"), realNow());
  await expect(dead).rejects.toThrow();
  const starting = openRecovery(table, realNow);

  await starting.lookAt("watched");
  realMs += 59_000;
  await starting.lookAt("watched");
  expect(starting.watched()).toEqual(["watched"]);
  expect(await contentIn(table, "watched")).toBeGreaterThan(rowsOf(150));

  realMs += 2_000;
  await starting.lookAt("watched");
  expect(starting.watched()).toEqual([]);
  expect(await contentIn(table, "watched")).toBe(rowsOf(150));
});

test("a service that runs tidies up after a command line that was killed, within a quarter of an hour", async () => {
  await plans.import(planContent("killed-elsewhere", 150), settings, undefined);
  const service = await openTestStore({ prefix, realNow });
  await service.recover();
  const before = await plans.read("killed-elsewhere");
  const dead = writeImport(dyingAfter(table, 2), planContent("killed-elsewhere", 150, "second", later), settings, before, realNow());
  await expect(dead).rejects.toThrow();
  const left = await contentIn(table, "killed-elsewhere");

  for (let minute = 0; minute < 10; minute++) {
    realMs += 60_000;
    await service.recover();
    expect(await contentIn(table, "killed-elsewhere")).toBe(left);
  }
  realMs += 61_000;
  await service.recover();

  expect(await contentIn(table, "killed-elsewhere")).toBe(rowsOf(150));
  expect(await plans.read("killed-elsewhere")).toEqual(before);
});

test("an import taken for crashed while it was asleep ends in a conflict and harms nothing", async () => {
  await plans.import(planContent("slow", 150), settings, undefined);
  const before = await plans.read("slow");
  const other = openRecovery(table, realNow);

  const slow = writeImport(
    beforeTurning(table, async () => {
      await other.lookAt("slow");
      realMs += 61_000;
      await other.lookAt("slow");
    }),
    planContent("slow", 150, "second", later),
    settings,
    before,
    realNow(),
  );

  await expect(slow).rejects.toThrow(ConflictError);
  expect(await plans.read("slow")).toEqual(before);
  expect(await contentIn(table, "slow")).toBe(rowsOf(150));
});

test("an import goes on when a write succeeded and its answer was lost on the way", async () => {
  await plans.import(planContent("retried", 150), settings, undefined);
  // Each staging is written, then seen as refused, as the SDK's second try would be.
  const staging: Table = {
    ...table,
    async write(changes) {
      const etags = await table.write(changes);
      return changes.length > 2 ? undefined : etags;
    },
  };
  await writeImport(staging, planContent("retried", 150, "second", later), settings, await plans.read("retried"), realNow());

  expect(wordsOf(await plans.read("retried"))).toEqual(["second"]);
});

test("an import that comes back after another took it for crashed leaves the other's rows alone", async () => {
  await plans.import(planContent("back", 150), settings, undefined);
  const before = await plans.read("back");
  const [firstFailed, secondStaged] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let second: Promise<void> | undefined;
  const first = writeImport(
    beforeTurning(table, async () => {
      const started = instantOf(Date.now() + 11 * 60_000);
      second = writeImport(
        beforeTurning(table, () => {
          secondStaged.resolve();
          return firstFailed.promise;
        }),
        planContent("back", 150, "second", later),
        settings,
        before,
        started,
      );
      await secondStaged.promise;
    }),
    planContent("back", 150, "first", later),
    settings,
    before,
    instantOf(Date.now()),
  );

  await expect(first).rejects.toThrow(ConflictError);
  firstFailed.resolve();
  await second;

  expect(wordsOf(await plans.read("back"))).toEqual(["second"]);
  expect(await contentIn(table, "back")).toBe(rowsOf(150));
});

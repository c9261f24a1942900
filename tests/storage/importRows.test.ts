import { expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { ConflictError } from "../../src/ports.ts";
import { recoverImport, writeImport } from "../../src/storage/importRows.ts";
import { contentRange, planPartition } from "../../src/storage/planRows.ts";
import { openPlanStore } from "../../src/storage/planStore.ts";
import type { Table } from "../../src/storage/table.ts";
import { openTestStoreWithTable } from "../support/testStore.ts";
import { planContent, settings, standingAfter, updateOf } from "./planContent.ts";

const { plans, table, recover } = await openTestStoreWithTable();
const later = "2022-11-28T09:00:00.000Z";

/** The process dies at the first write after so many: from then on nothing reaches the store. */
function dyingAfter(writes: number): Table {
  let left = writes;
  return {
    ...table,
    async write(changes) {
      if (left-- <= 0) throw new Error("killed");
      return table.write(changes);
    },
  };
}

/** Something happens between the staging of 150 measures and the write that turns readers to them. */
function beforeTurning(happens: () => Promise<void>): Table {
  let writes = 0;
  return {
    ...table,
    async write(changes) {
      if (++writes === 4) await happens();
      return table.write(changes);
    },
  };
}

const contentIn = async (plan: string) => (await table.range(planPartition(plan), contentRange)).length;
const wordsOf = (plan: Plan | undefined) => [...new Set(plan?.measures.map(({ words }) => words))];
const rowsOf = (measures: number) => measures + 2 + 4;

test("150 measures, more than one transaction, are imported and leave nothing of the import before", async () => {
  await plans.import(planContent("large", 150), settings, undefined);
  await plans.import(planContent("large", 120, "second", later), settings, await plans.read("large"));

  const plan = await plans.read("large");
  expect(plan?.measures).toHaveLength(120);
  expect(wordsOf(plan)).toEqual(["second"]);
  expect(await contentIn("large")).toBe(rowsOf(120));
});

test("rows too large for one transaction together are sent in several", async () => {
  const words = "x".repeat(400_000);

  await plans.import(planContent("heavy", 24, words), settings, undefined);

  expect((await plans.read("heavy"))?.measures.every((measure) => measure.words === words)).toBe(true);
});

test("what people said and did stays through an import, and so do the settings", async () => {
  await plans.import(planContent("kept", 8), settings, undefined);
  const update = updateOf("1.1-1", "000001", "nonce-kept");
  await plans.record("kept", update, standingAfter(update), undefined);
  await plans.link("kept", { lead: "SEND lead", objectId: "p1" });
  await plans.giveRole("kept", { objectId: "p1", role: "chair" });

  await plans.import(planContent("kept", 8, "second", later), { ...settings, speaksAt: "23:00" }, await plans.read("kept"));

  const plan = await plans.read("kept");
  expect(plan?.measures[0]).toMatchObject({ words: "second", standing: { latest: update } });
  expect(plan).toMatchObject({ title: "Plan second", settings, links: [{ lead: "SEND lead" }], roles: [{ role: "chair" }] });
});

// One write opens the journal, two stage 156 rows, the fourth turns readers, then two tidy up and the last closes the journal.
test.each([0, 1, 2, 3])("an import killed after %i writes leaves the old plan, and nothing of it after recovery", async (writes) => {
  const id = `killed-${writes}`;
  await plans.import(planContent(id, 150), settings, undefined);
  const before = await plans.read(id);

  await expect(writeImport(dyingAfter(writes), planContent(id, 150, "second", later), settings, before, instantOf(new Date()))).rejects.toThrow();

  expect(await plans.read(id)).toEqual(before);
  await recover();
  expect(await plans.read(id)).toEqual(before);
  expect(await contentIn(id)).toBe(rowsOf(150));
  await plans.import(planContent(id, 4, "third", later), settings, before);
  expect(wordsOf(await plans.read(id))).toEqual(["third"]);
});

test.each([4, 5, 6])("an import killed after %i writes has landed, and recovery removes what it replaced", async (writes) => {
  const id = `landed-${writes}`;
  await plans.import(planContent(id, 150), settings, undefined);

  const killed = writeImport(dyingAfter(writes), planContent(id, 150, "second", later), settings, await plans.read(id), instantOf(new Date()));
  await expect(killed).rejects.toThrow();

  expect(wordsOf(await plans.read(id))).toEqual(["second"]);
  await recover();
  expect(await contentIn(id)).toBe(rowsOf(150));
  await plans.import(planContent(id, 4, "third"), settings, await plans.read(id));
  expect(wordsOf(await plans.read(id))).toEqual(["third"]);
});

test("a first import that was killed leaves no plan, in the directory neither", async () => {
  await expect(writeImport(dyingAfter(2), planContent("never", 150), settings, undefined, instantOf(new Date()))).rejects.toThrow();
  await recoverImport(table, "never");

  expect(await plans.read("never")).toBeUndefined();
  expect((await plans.list()).map(({ id }) => id)).not.toContain("never");
  expect(await contentIn("never")).toBe(0);
});

test("a second import while one is under way is refused; after ten minutes the first counts as crashed", async () => {
  const startedAt = Date.parse("2022-11-21T09:00:00Z");
  const minutesLater = (minutes: number) => instantOf(startedAt + minutes * 60_000);
  await expect(writeImport(dyingAfter(2), planContent("busy", 150), settings, undefined, minutesLater(0))).rejects.toThrow();

  await expect(writeImport(table, planContent("busy", 4), settings, undefined, minutesLater(9))).rejects.toThrow(ConflictError);
  await writeImport(table, planContent("busy", 4, "second"), settings, undefined, minutesLater(11));

  expect(wordsOf(await plans.read("busy"))).toEqual(["second"]);
  expect(await contentIn("busy")).toBe(rowsOf(4));
});

test("an import taken for crashed by another process ends in a conflict and harms nothing", async () => {
  await plans.import(planContent("slow", 150), settings, undefined);
  const before = await plans.read("slow");

  const slow = writeImport(
    beforeTurning(() => recoverImport(table, "slow")),
    planContent("slow", 150, "second", later),
    settings,
    before,
    instantOf(new Date()),
  );

  await expect(slow).rejects.toThrow(ConflictError);
  expect(await plans.read("slow")).toEqual(before);
});

test("an import that comes back after another took it for crashed leaves the other's rows alone", async () => {
  await plans.import(planContent("back", 150), settings, undefined);
  const before = await plans.read("back");
  const [firstFailed, secondStaged] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let second: Promise<void> | undefined;
  const first = writeImport(
    beforeTurning(async () => {
      const started = instantOf(Date.now() + 11 * 60_000);
      second = writeImport(
        beforeTurning(() => {
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
  expect(await contentIn("back")).toBe(rowsOf(150));
});

test("of many imports at once exactly one lands", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => plans.import(planContent("crowd", 30, `import ${n}`), settings, undefined)));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(wordsOf(await plans.read("crowd"))).toEqual([`import ${outcomes.findIndex(({ status }) => status === "fulfilled")}`]);
});

test("a reader whose second page comes after an import reads again and sees the new plan whole", async () => {
  await plans.import(planContent("paged", 8), settings, undefined);
  const before = await plans.read("paged");
  let pages = 0;
  const slow: Table = {
    ...table,
    async range(partition, { from, to }) {
      const first = await table.range(partition, { from, to: contentRange.from });
      if (++pages === 1) await plans.import(planContent("paged", 12, "second", later), settings, before);
      return [...first, ...(await table.range(partition, { from: contentRange.from, to }))];
    },
  };

  const plan = await openPlanStore(slow, () => instantOf(later)).read("paged");

  expect(pages).toBe(2);
  expect(plan).toEqual(await plans.read("paged"));
  expect(plan?.measures).toHaveLength(12);
});

test("whoever reads while plans are imported sees one import, never two mixed, though each is several pages", async () => {
  await plans.import(planContent("read", 1_100, "import 0"), settings, undefined);
  const seen: (string[] | number | undefined)[] = [];
  let importing = true;
  const reading = (async () => {
    while (importing) {
      const plan = await plans.read("read");
      seen.push(wordsOf(plan).length, plan?.measures.length);
    }
  })();

  for (let n = 1; n <= 2; n++) await plans.import(planContent("read", 1_100, `import ${n}`, `2022-11-2${n}T09:00:00.000Z`), settings, await plans.read("read"));
  importing = false;
  await reading;

  expect(seen.length).toBeGreaterThan(4);
  expect([...new Set(seen)].sort()).toEqual([1, 1_100]);
});

test("answers given while an import runs are kept", async () => {
  await plans.import(planContent("answered", 150), settings, undefined);
  const refs = (await plans.read("answered"))?.measures.map(({ ref }) => ref).slice(0, 40) ?? [];
  const importing = plans.import(planContent("answered", 150, "second", later), settings, await plans.read("answered"));

  for (const ref of refs) {
    const update = updateOf(ref, "000001", `nonce-${ref}`);
    expect(await plans.record("answered", update, standingAfter(update), undefined)).toEqual({ kind: "stored" });
  }
  await importing;

  const plan = await plans.read("answered");
  expect(wordsOf(plan)).toEqual(["second"]);
  expect(plan?.measures.filter(({ standing }) => standing)).toHaveLength(40);
});

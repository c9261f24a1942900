import { expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import { contentRange } from "../../src/storage/planRows.ts";
import { openPlanStore } from "../../src/storage/planStore.ts";
import type { Table } from "../../src/storage/table.ts";
import { openTestStoreWithTable } from "../support/testStore.ts";
import { contentIn, rowsOf, wordsOf } from "./importing.ts";
import { planContent, settings, standingAfter, updateOf } from "./planContent.ts";

const { plans, table } = await openTestStoreWithTable();
const later = "2022-11-28T09:00:00.000Z";

test("150 measures, more than one transaction, are imported and leave nothing of the import before", async () => {
  await plans.import(planContent("large", 150), settings, undefined);
  await plans.import(planContent("large", 120, "second", later), settings, await plans.read("large"));

  const plan = await plans.read("large");
  expect(plan?.measures).toHaveLength(120);
  expect(wordsOf(plan)).toEqual(["second"]);
  expect(await contentIn(table, "large")).toBe(rowsOf(120));
});

test("rows too large for one transaction together are sent in several", async () => {
  const words = "x".repeat(400_000);

  await plans.import(planContent("heavy", 24, words), settings, undefined);

  expect((await plans.read("heavy"))?.measures.every((measure) => measure.words === words)).toBe(true);
});

test("what people said and did stays through an import, and so do the settings", async () => {
  await plans.import(planContent("kept", 8), settings, undefined);
  const update = updateOf("1.1-1", "000001", "nonce-kept");
  await plans.record("kept", update, standingAfter(update));
  await plans.link("kept", { lead: "SEND lead", objectId: "p1" });
  await plans.giveRole("kept", { objectId: "p1", role: "chair" });

  await plans.import(planContent("kept", 8, "second", later), { ...settings, speaksAt: "23:00" }, await plans.read("kept"));

  const plan = await plans.read("kept");
  expect(plan?.measures[0]).toMatchObject({ words: "second", standing: { latest: update } });
  expect(plan).toMatchObject({ title: "Plan second", settings, links: [{ lead: "SEND lead" }], roles: [{ role: "chair" }] });
});

// One write opens the journal, two stage 156 rows, the fourth turns readers, then two tidy up and the last closes the journal.
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
    async rangeAgain(partition, { from, to }) {
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
    expect(await plans.record("answered", update, standingAfter(update))).toEqual({ kind: "stored" });
  }
  await importing;

  const plan = await plans.read("answered");
  expect(wordsOf(plan)).toEqual(["second"]);
  expect(plan?.measures.filter(({ standing }) => standing)).toHaveLength(40);
});

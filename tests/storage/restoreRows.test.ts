import { expect, test } from "@jest/globals";
import { parseSavedPlan, type SavedPlan } from "../../src/domain/savedPlan.ts";
import { exportPlan } from "../../src/flows/exportPlan.ts";
import { ConflictError } from "../../src/ports.ts";
import { writeSaved } from "../../src/storage/restoreRows.ts";
import type { Table } from "../../src/storage/table.ts";
import { openTestStoreWithTable } from "../support/testStore.ts";
import { planContent, settings } from "./planContent.ts";

const { plans, people, table } = await openTestStoreWithTable();

/** A plan as it was saved; six people were linked to its lead since. */
async function savedBeforeLinks(id: string): Promise<SavedPlan> {
  await plans.import(planContent(id, 4), settings, undefined);
  const plan = await plans.read(id);
  const [file] = plan ? await exportPlan({ plans, people }, plan, "json") : [];
  const parsed = parseSavedPlan(JSON.parse(new TextDecoder().decode(file?.bytes)));
  if (parsed.kind !== "read") throw new Error(parsed.faults.join());
  for (let n = 0; n < 6; n++) await plans.link(id, linkOf(n));
  return parsed.saved;
}

const linkOf = (n: number) => ({ lead: "SEND lead", objectId: `person-${n}` });

/** Somebody is unlinked just before each of so many removals. */
function unlinkedMeanwhile(id: string, times: number): Table {
  let left = times;
  return {
    ...table,
    async write(changes) {
      if (changes[0]?.kind === "delete" && left-- > 0) await plans.unlink(id, linkOf(left));
      return table.write(changes);
    },
  };
}

test("what was linked since a plan was saved is gone after its restore, though somebody was unlinked meanwhile", async () => {
  const saved = await savedBeforeLinks("unlinked");

  await writeSaved(unlinkedMeanwhile("unlinked", 1), saved);

  expect((await plans.read("unlinked"))?.links).toEqual([]);
});

test("a restore says so when others kept removing what it was to replace", async () => {
  const saved = await savedBeforeLinks("busy");

  await expect(writeSaved(unlinkedMeanwhile("busy", 5), saved)).rejects.toThrow(ConflictError);
});

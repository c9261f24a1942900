import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importPeopleCommand, peopleCommand, roleCommand } from "../../src/cli/peopleCommands.ts";
import type { CliPorts } from "../../src/cli/readPlan.ts";
import { calendar } from "../../src/clock/calendar.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { openLog } from "../../src/log.ts";
import { planContent, settings } from "../storage/planContent.ts";
import { openTestStore } from "../support/testStore.ts";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const store = await openTestStore();
const now = () => instantOf("2023-01-10T10:00:00Z");
const ports: CliPorts = { ...store, clock: { now, realNow: now }, calendar, log: openLog("silent") };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drumbeat-people-"));
  await store.plans.import(planContent("shire", 4), settings, undefined);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(text: string): Promise<string> {
  const file = join(folder, "people.csv");
  await writeFile(file, text);
  return file;
}

test("a list gives roles; what is at fault is refused with its row, and the rest stored", async () => {
  const file = await fileOf(`Role,Name,Email,Object id\nmanager,Mo,mo@example.org,${id(1)}\nqueen,Q,,${id(2)}\n`);

  const { json, refused, text } = await importPeopleCommand(ports, file, { plan: "shire" }, []);

  expect(refused).toBe(true);
  expect(json).toMatchObject({ plan: "shire", done: ["Mo: manager"], problems: [{ row: 3, column: "Role", asWritten: "queen" }] });
  expect(text).toContain("column Role, row 3, “queen”");
  expect((await peopleCommand(ports, "shire")).json).toMatchObject({ people: [{ objectId: id(1), email: "mo@example.org", roles: [{ role: "manager" }] }] });
  await expect(importPeopleCommand(ports, await fileOf("Ref,Action\n1,Do it\n"), {}, [])).rejects.toThrow("is no list of people");
});

test("the last programme manager stays one unless somebody is one by configuration", async () => {
  await expect(roleCommand(ports, id(1), "none", { plan: "shire" }, [])).rejects.toThrow("only programme manager");
  await roleCommand(ports, id(1), "none", { plan: "shire" }, [id(9)]);

  expect((await store.plans.read("shire"))?.roles).toEqual([]);
});

test("a substitute needs whom they stand for", async () => {
  await roleCommand(ports, id(1), "vice-chair", { plan: "shire" }, []);
  await expect(roleCommand(ports, id(2), "substitute", { plan: "shire" }, [])).rejects.toThrow("--for");
  await roleCommand(ports, id(2), "substitute", { plan: "shire", for: id(1) }, []);

  expect((await store.plans.read("shire"))?.roles).toEqual([
    { objectId: id(1), role: "vice chair" },
    { objectId: id(2), role: "substitute", standsFor: id(1) },
  ]);
});

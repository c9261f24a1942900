import { describe, expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { assignmentWith } from "../../src/domain/assignment.ts";
import { claimsWith } from "../../src/domain/claim.ts";
import { day, type Instant, instantOf } from "../../src/domain/localDate.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { nextUpdateId, ratingOf, standingWith } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import { type ExportFormat, exportPlan } from "../../src/flows/exportPlan.ts";
import { type ImportRequest, importPlan } from "../../src/flows/importPlan.ts";
import type { ImportReport } from "../../src/flows/importReport.ts";
import { restorePlan } from "../../src/flows/restorePlan.ts";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import { openLog } from "../../src/log.ts";
import { samplePlanFiles, samplePlanIds } from "../support/samplePlans.ts";
import { openTestStore } from "../support/testStore.ts";

const store = await openTestStore();
let now = instantOf("2022-11-21T09:00:00Z");
const ports = { ...store, calendar, log: openLog("silent"), clock: { now: () => now, realNow: () => now } };

async function imported(plan: string, files: ImportRequest["files"], more: Partial<ImportRequest> = {}): Promise<ImportReport> {
  now = instantOf(Date.parse(now) + 60_000);
  const outcome = await importPlan(ports, { plan, files, ...more });
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
  return outcome.report;
}

async function planOf(id: string): Promise<Plan> {
  const plan = await store.plans.read(id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

/** A report in chat, a minute later. */
async function say(id: string, ref: string, said: Partial<Update>): Promise<void> {
  now = instantOf(Date.parse(now) + 60_000);
  const plan = await planOf(id);
  const measure = plan.measures.find((one) => one.ref === ref);
  if (!measure) throw new Error(`no measure ${ref}`);
  const by = { objectId: "11111111-1111-1111-1111-111111111111", name: "Priya" };
  const own = { id: nextUpdateId(measure.standing?.lastUpdate), ref, at: now as Instant, on: day(now.slice(0, 10)), by, nonce: `${id}-${ref}-${now}` };
  const update: Update = { via: "card", kind: "report", narrative: "", ...own, ...said };
  await store.plans.record(id, update, standingWith(measure, update, plan.scheme));
}

const withoutTimes = (plan: Plan) => ({ ...plan, importedAt: undefined });

describe.each(samplePlanIds)("the plan of %s", (id) => {
  test.each<ExportFormat>(["csv", "xlsx"])("exported as %s and imported again is the same plan", async (format) => {
    await imported(id, await samplePlanFiles(id), { asOf: day("2022-11-21") });
    const before = await planOf(id);

    const report = await imported(id, await exportPlan(ports, before, format));

    expect(report).toMatchObject({ changed: 0, gone: [], keptFromChat: [] });
    expect(withoutTimes(await planOf(id))).toEqual(withoutTimes(before));
  });

  test.each<ExportFormat>(["csv", "xlsx"])("with what was said in chat goes into %s in its own columns, and back", async (format) => {
    const chatted = `${id}-${format}`;
    await imported(chatted, await samplePlanFiles(id), { asOf: day("2022-11-21") });
    const { measures, scheme } = await planOf(chatted);
    const off = scheme.ratings.find(({ kind }) => kind === "offTrack")?.label;
    const refs = measures.filter((one) => ratingOf(one, scheme)?.kind !== "complete").map(({ ref }) => ref);
    const [first = "", second = ""] = refs;
    await say(chatted, first, { rating: off, narrative: "=The supplier withdrew, “again”;\n- a new one is sought" });
    await say(chatted, second, { rating: scheme.ratings[0]?.label, narrative: "Done, I think." });
    const before = await planOf(chatted);

    const files = await exportPlan(ports, before, format);
    const report = await imported(chatted, files);

    expect(report).toMatchObject({ changed: 0, gone: [], keptFromChat: [] });
    expect(withoutTimes(await planOf(chatted))).toMatchObject(JSON.parse(JSON.stringify(withoutTimes(before))));
    const fresh = await imported(`${chatted}-fresh`, files);
    expect(fresh.measures).toBe(measures.length);
    const again = await planOf(`${chatted}-fresh`);
    expect(again.measures.find(({ ref }) => ref === first)).toMatchObject({
      ratingAsImported: off,
      narrativeAsImported: expect.stringContaining("=The supplier"),
    });
  });
});

test("a workbook has the plan, then updates, dates and people, and what it says is what was said", async () => {
  await imported("book", await samplePlanFiles("warwickshire"), { asOf: day("2022-11-21") });
  await store.plans.link("book", { lead: "RISE Head of Service", objectId: "11111111-1111-1111-1111-111111111111" });
  await store.people.save({ objectId: "11111111-1111-1111-1111-111111111111", name: "Priya" });
  await say("book", "1.1.1-1", { rating: "Red", narrative: "@all: the list grew", figure: { value: 160, asWritten: "160 weeks" } });

  const [file] = await exportPlan(ports, await planOf("book"), "xlsx");
  const read = await readWorkbook(file.bytes, file.name);

  const sheets = read.kind === "read" ? read.sheets : [];
  expect(sheets.map(({ name }) => name)).toEqual(["Plan", "Updates", "Dates", "People", "Figures", "Risks"]);
  expect(sheets[0]?.rows[0]?.cells).toContain("Progress rating");
  expect(sheets[0]?.rows[1]?.cells).toEqual(expect.arrayContaining(["Red", "@all: the list grew"]));
  expect(sheets[1]?.rows[1]?.cells).toEqual(expect.arrayContaining(["1.1.1-1", "reported", "Priya", "Red", "@all: the list grew", "160 weeks", "card"]));
  expect(sheets[3]?.rows.map(({ cells }) => cells.slice(0, 3).join("|"))).toContain("RISE Head of Service||Priya");
});

describe("the whole plan as JSON", () => {
  test("is restored in another deployment with its history, links, roles, settings and file; there it goes on as here", async () => {
    await imported("whole", await samplePlanFiles("warwickshire"), { asOf: day("2022-11-21") });
    await say("whole", "1.1.1-1", { rating: "Red", narrative: "Worse." });
    await say("whole", "1.1.1-1", { rating: "Blue", narrative: "Better." });
    const shorter = (await samplePlanFiles("warwickshire")).map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(withoutLastRow(Buffer.from(bytes).toString())),
    }));
    await imported("whole", shorter);
    await store.plans.giveRole("whole", { objectId: "22222222-2222-2222-2222-222222222222", role: "chair" });
    const substitute = { objectId: "33333333-3333-3333-3333-333333333333", role: "substitute", standsFor: "22222222-2222-2222-2222-222222222222" } as const;
    await store.plans.giveRole("whole", substitute);
    const by = { objectId: "22222222-2222-2222-2222-222222222222", name: "Cath" };
    const row = { id: "000001", at: now as Instant, on: day("2022-11-21"), by, via: "chat", nonce: "given", ref: "1.1.1-1" } as const;
    const given = { ...row, change: { kind: "give", to: by } } as const;
    await store.plans.append("whole", "assignments", given, assignmentWith(undefined, given));
    const claim = { ...row, nonce: "not mine", change: { kind: "notMine", words: "Not mine." } } as const;
    await store.plans.append("whole", "claims", claim, claimsWith(undefined, claim));
    await store.plans.saveSettings("whole", (settings) => ({ ...settings, speaksAt: "08:15" }));
    await store.notices.post(undefined, {
      plan: "whole",
      marks: [{ key: "asked" }, { key: "chased", on: day("2022-11-14") }],
      digests: [{ digest: "full", on: day("2022-11-07"), outcome: "missed" }],
    });
    const here = await planOf("whole");
    const [file] = await exportPlan(ports, here, "json");

    const other = await openTestStore();
    await restorePlan({ ...other, log: ports.log }, file.bytes, false);

    const there = await other.plans.read("whole");
    expect(there).toEqual(here);
    expect(there?.roles).toContainEqual(substitute);
    expect(await other.plans.entries("whole", "claims", "1.1.1-1")).toEqual([claim]);
    expect((await other.plans.readWithNoticed("whole"))?.noticed).toEqual((await store.plans.readWithNoticed("whole"))?.noticed);
    expect(await other.plans.wholeHistory("whole")).toEqual(await store.plans.wholeHistory("whole"));
    expect(await other.plans.file("whole")).toEqual(await store.plans.file("whole"));
    expect((await other.plans.list()).map(({ id }) => id)).toEqual(["whole"]);
    await expect(restorePlan({ ...other, log: ports.log }, file.bytes, false)).rejects.toThrow("add --over");
  });

  test("over a plan that went on takes back what came after", async () => {
    await imported("over", await samplePlanFiles("warwickshire"), { asOf: day("2022-11-21") });
    await say("over", "1.1.1-1", { rating: "Red", narrative: "Kept." });
    const here = await planOf("over");
    const [file] = await exportPlan(ports, here, "json");
    await say("over", "1.1.1-1", { rating: "Amber", narrative: "Gone." });
    await say("over", "1.1.2-1", { rating: "Amber", narrative: "Gone." });

    await restorePlan(ports, file.bytes, true);

    expect(await planOf("over")).toEqual(here);
    expect((await store.plans.wholeHistory("over")).map(({ narrative }) => narrative)).toEqual(["Kept."]);
    await say("over", "1.1.1-1", { rating: "Green", narrative: "And on." });
    expect((await planOf("over")).measures[0]?.standing?.rating).toBe("Green");
  });

  test.each([
    ["not JSON", "Ref,Action"],
    ["of something else", "{}"],
    ["of a later version", '{"format":"drumbeat-plan","version":2}'],
  ])("that is %s is refused in a sentence", async (_, text) => {
    await expect(restorePlan(ports, Buffer.from(text), false)).rejects.toThrow("This is no saved plan");
  });
});

function withoutLastRow(csv: string): string {
  return csv.slice(0, csv.lastIndexOf("\r\nArea 5") + 2);
}

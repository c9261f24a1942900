import { beforeAll, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { calendar } from "../../src/clock/calendar.ts";
import { isConfidential } from "../../src/domain/confidential.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { monitoringAfter } from "../../src/domain/monitoring.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { type ReportFormat, type ReportKind, reportFormats, reportKinds } from "../../src/domain/report/report.ts";
import { standingWith } from "../../src/domain/standing.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { writeReport } from "../../src/flows/writeReport.ts";
import { openLog } from "../../src/log.ts";
import { makeUpdate } from "../support/makePlan.ts";
import { samplePlanFiles } from "../support/samplePlans.ts";
import { openTestStore } from "../support/testStore.ts";

const store = await openTestStore();
const now = () => instantOf("2022-11-28T09:00:00Z");
const ports = { ...store, calendar, log: openLog("silent"), clock: { now, realNow: now } };
const asOf = day("2022-11-28");
/** The first shares its row of the file with others, the second has an action to itself. */
const refs = ["1.2.5-1", "1.2.4-1"];
const entry = { id: "000001", at: now(), on: asOf, by: { objectId: "chair", name: "Cath Chair" }, via: "chat" } as const;
const evidence = { kind: "link", name: "zebedee.pdf", address: "https://zebedee.example.org/zebedee.pdf" } as const;

beforeAll(async () => {
  const outcome = await importPlan(ports, {
    plan: "warwickshire",
    title: "Warwickshire",
    files: await samplePlanFiles("warwickshire"),
    asOf: day("2022-11-21"),
  });
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
  const plan = await stored();
  for (const ref of refs) {
    const measure = plan.measures.find((one) => one.ref === ref);
    if (!measure) throw new Error(`no ${ref}`);
    const said = { narrative: "Zebedee waits", help: "Zebedee’s help", risk: "Zebedee’s risk", why: "Zebedee’s why", mitigation: "Zebedee’s mitigation" };
    const update = makeUpdate("000001", {
      ref,
      on: asOf,
      rating: "Red",
      ...said,
      figure: { value: 6419, asWritten: "6419 zebedees" },
      evidence: [evidence],
      challenges: [{ rule: "noEvidence", rating: "Zebedee" }],
    });
    await store.plans.record("warwickshire", update, standingWith(measure, update, plan.scheme));
    const release = { ...entry, nonce: `release ${ref}`, part: "measure", ref, kind: "release", reason: "Zebedee’s release" } as const;
    if (ref === "1.2.4-1") await store.plans.append("warwickshire", "monitoring", release, monitoringAfter([release]) as never);
    const mark = { ...entry, nonce: `mark ${ref}`, ref, kind: "mark", reason: "Zebedee’s reason" } as const;
    await store.plans.append("warwickshire", "confidential", mark, { last: mark.id, marked: mark });
  }
});

async function stored(): Promise<Plan> {
  const plan = await store.plans.read("warwickshire");
  if (!plan) throw new Error("no plan");
  return plan;
}

async function partsOf(kind: ReportKind, format: ReportFormat, confidential = false): Promise<string[]> {
  const { bytes } = await writeReport(ports, await stored(), { kind, format, asOf, confidential });
  return unzipped(bytes);
}

/** The text of every part of a file, and of the files in it. */
function unzipped(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    /\.(?:docx|xlsx)$/.test(name) ? unzipped(part) : /\.(?:xml|rels)$/.test(name) ? [plain(part)] : [],
  );
}

function plain(part: Uint8Array): string {
  const xml = strFromU8(part);
  return `${xml}\n${xml
    .replace(/<[^>]+>/g, "")
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")}`;
}

const every = reportKinds.flatMap((kind) => reportFormats(kind).map((format) => [kind, format] as const));

test.each(every)("an open %s report as .%s tells no word of a confidential measure, wherever in the file", async (kind, format) => {
  const plan = await stored();
  const hidden = plan.measures.filter((measure) => isConfidential(plan, measure));
  expect(hidden).toHaveLength(refs.length);

  const text = (await partsOf(kind, format)).join("\n");

  expect(text).not.toMatch(/zebedee|6419/i);
  for (const { ref, words, narrativeAsImported } of hidden) {
    expect(text).not.toMatch(new RegExp(`(?<![\\d.-])${ref.replaceAll(".", "\\.")}(?![\\d.-])`));
    for (const told of [words, narrativeAsImported].filter((one) => one.length > 15)) expect(text).not.toContain(told.slice(0, 40));
  }
});

test("they are counted in it all the same, and it says so", async () => {
  const text = (await partsOf("full", "docx")).join("\n");

  expect(text).toContain("72 measures in 5 areas");
  expect(text).toContain("2 confidential items are counted here and not told.");
});

test.each(every)("the confidential %s report as .%s is marked, and is told apart by its name", async (kind, format) => {
  const { name, bytes } = await writeReport(ports, await stored(), { kind, format, asOf, confidential: true });
  const text = unzipped(bytes).join("\n");

  expect(name).toBe(`warwickshire-${kind}-confidential-2022-11-28.${format}`);
  expect(text).toContain("CONFIDENTIAL – not to be passed on");
  if (kind !== "scrutiny") expect(text).toContain("Confidential: ");
  if (kind === "full") for (const told of [...refs, "Zebedee waits", "zebedee.example.org"]) expect(text).toContain(told);
});

test("the mark stands in the heading of every page and on every sheet", async () => {
  const word = unzipSync((await writeReport(ports, await stored(), { kind: "full", format: "docx", asOf, confidential: true })).bytes);
  const headers = Object.entries(word).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
  const excel = unzipSync((await writeReport(ports, await stored(), { kind: "full", format: "xlsx", asOf, confidential: true })).bytes);
  const sheets = Object.keys(excel).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));

  expect(headers.length).toBeGreaterThan(0);
  for (const [, header] of headers) expect(strFromU8(header)).toContain("CONFIDENTIAL");
  const marks =
    strFromU8(excel["xl/sharedStrings.xml"] ?? new Uint8Array())
      .split("<si>")
      .findIndex((one) => one.includes("CONFIDENTIAL")) - 1;
  for (const name of sheets) expect(strFromU8(excel[name] ?? new Uint8Array())).toMatch(new RegExp(`<c r="A1"[^>]*t="s"[^>]*><v>${marks}</v>`));
});

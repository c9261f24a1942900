import { beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { calendar } from "../../src/clock/calendar.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { type ReportFormat, type ReportKind, reportFormats, reportKinds } from "../../src/domain/report/report.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { writeReport } from "../../src/flows/writeReport.ts";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import type { Sheet } from "../../src/intake/workbook.ts";
import { openLog } from "../../src/log.ts";
import type { MadeFile } from "../../src/ports.ts";
import { type SamplePlan, samplePlanFiles, samplePlanIds } from "../support/samplePlans.ts";
import { openTestStore } from "../support/testStore.ts";

const store = await openTestStore();
const now = () => instantOf("2022-11-21T09:00:00Z");
const ports = { ...store, calendar, log: openLog("silent"), clock: { now, realNow: now } };
const asOf = day("2022-11-21");

beforeAll(async () => {
  for (const plan of samplePlanIds) {
    const outcome = await importPlan(ports, { plan, title: `Plan of ${plan}`, files: await samplePlanFiles(plan), asOf });
    if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
  }
});

async function reportOf(id: SamplePlan, kind: ReportKind, format: ReportFormat): Promise<MadeFile> {
  const plan = await store.plans.read(id);
  if (!plan) throw new Error(`no plan ${id}`);
  return writeReport(ports, plan, { kind, format, asOf });
}

/** What a written report holds, as an import would see it. */
async function tablesOf({ name, bytes }: MadeFile): Promise<readonly Sheet[]> {
  const book = await readWorkbook(bytes, name);
  if (book.kind === "refused") throw new Error(JSON.stringify(book.problems));
  return book.sheets;
}

/** Everything that is written in it, wherever it stands. */
function wordsOf({ bytes }: MadeFile): string[] {
  const parts = unzipSync(bytes);
  const xml = Buffer.from(parts["word/document.xml"] ?? parts["xl/sharedStrings.xml"] ?? []).toString();
  const text = [...xml.matchAll(/<(?:w:)?t\b[^>]*>([^<]*)</g)].map(([, words = ""]) => words).join(" ");
  return text.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").split(/\s+/);
}

const rowsIn = (sheets: readonly Sheet[]) => sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.trim())));
const rowNamed = (sheets: readonly Sheet[], name: string) => rowsIn(sheets).find(([first]) => first === name);

describe.each<ReportFormat>(["docx", "xlsx"])("Warwickshire's statement of November 2022 as .%s", (format) => {
  test("has the document's quantitative summary, cell by cell", async () => {
    const tables = await tablesOf(await reportOf("warwickshire", "full", format));

    const numbers = (name: string) => rowNamed(tables, name)?.slice(2, 8);
    expect(rowNamed(tables, "Area")).toEqual(["Area", "Title", "Measures", "Blue", "Green", "Amber", "Red", "Grey"]);
    expect(["Area 1", "Area 2", "Area 3", "Area 4", "Area 5", "All", "All, per cent"].map(numbers)).toEqual([
      ["15", "0", "10", "3", "0", "2"],
      ["21", "7", "13", "1", "0", "0"],
      ["14", "5", "4", "0", "0", "5"],
      ["10", "2", "6", "0", "0", "2"],
      ["12", "6", "5", "1", "0", "0"],
      ["72", "20", "38", "5", "0", "9"],
      ["100%", "28%", "53%", "7%", "0%", "13%"],
    ]);
  });

  test("has each of the 72 measures on a page with progress and impact, as it is stored", async () => {
    const plan = await store.plans.read("warwickshire");
    const rows = rowsIn(await tablesOf(await reportOf("warwickshire", "on-a-page", format)));

    const told = rows
      .filter((cells) => cells.length >= 6 && plan?.measures.some(({ ref }) => ref === cells[0]))
      .map(([ref, words, , , progress, impact]) => [ref, words, progress, impact]);
    expect(told).toEqual(plan?.measures.map(({ ref, words, ratingAsImported }) => [ref, words.trim(), ratingAsImported, "Not recorded"]));
  });

  test("has every word of the plan's own file", async () => {
    const file = await store.plans.file("warwickshire");
    const said = new Set(wordsOf(await reportOf("warwickshire", "full", format)));

    const cells = (file?.tables[0]?.rows ?? []).filter(({ measures }) => measures).flatMap((row) => row.cells);
    expect(cells.length).toBeGreaterThan(0);
    expect(
      cells
        .join("\n")
        .split(/\s+/)
        .filter((word) => word !== "" && !said.has(word) && !said.has(`${word};`)),
    ).toEqual([]);
  });
});

describe.each(samplePlanIds)("the plan of %s", (id) => {
  test.each(reportKinds)("is written as a report of kind %s that can be opened", async (kind) => {
    for (const format of reportFormats(kind)) {
      const file = await reportOf(id, kind, format);

      expect(file.name).toBe(`${id}-${kind}-2022-11-21.${format}`);
      if (format !== "zip") expect((await tablesOf(file)).length).toBeGreaterThan(0);
    }
  });
});

test.each<SamplePlan>(["delivery", "worcestershire", "walsall"])("the plan of %s has no ratings: every report says so and claims nothing", async (id) => {
  const document = Buffer.from(unzipSync((await reportOf(id, "full", "docx")).bytes)["word/document.xml"] ?? []).toString();

  expect(document).toContain("No status is recorded for any of them");
  expect(document).not.toMatch(/Completed and embedded|On track, no concerns/);
  expect(rowNamed(await tablesOf(await reportOf(id, "full", "xlsx")), "Area")).toEqual(["Area", "Title", "Measures", "No status recorded"]);
});

test("Leicestershire's Pink and Amber are shown with Leicestershire's meanings and colours", async () => {
  const document = Buffer.from(unzipSync((await reportOf("leicestershire", "full", "docx")).bytes)["word/document.xml"] ?? []).toString();

  expect(document).toContain("Action not yet started, as dependent on or awaiting other actions");
  expect(document).toContain('w:fill="F499BE"');
});

test("the stocktake pack is one zip of documents", async () => {
  const pack = unzipSync((await reportOf("warwickshire", "stocktake", "zip")).bytes);

  expect(Object.keys(pack)).toEqual(["warwickshire-stocktake-2022-11-21.docx", "warwickshire-full-2022-11-21.docx", "warwickshire-full-2022-11-21.xlsx"]);
  const [document] = Object.entries(pack);
  const headings = (await tablesOf({ name: document?.[0] ?? "", bytes: document?.[1] ?? new Uint8Array() })).flatMap((table) => table.headings);
  expect(headings).toEqual(expect.arrayContaining([expect.stringMatching(/^Area 2: /), "Evidence of change"]));
});

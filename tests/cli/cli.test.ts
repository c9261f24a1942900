import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { stopEmbeddedStore } from "../../src/storage/embeddedStore.ts";

const sample = "samples/warwickshire-wsoa-2022-11.csv";
const objectId = "00000000-0000-4000-8000-00000000abcd";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drumbeat-cli-"));
  await run("import", sample, "--plan", "warwickshire", "--as-of", "2022-11-21");
});
afterAll(async () => {
  await stopEmbeddedStore(folder);
  await rm(folder, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  // biome-ignore lint/suspicious/noExplicitAny: each command answers a document of its own
  readonly json: any;
}

/** The real command line in a process of its own, on a data folder of its own. */
function run(...words: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const environment = { ...process.env, DRUMBEAT_DATA_DIR: folder, MicrosoftAppId: "", AZURE_STORAGE_CONNECTION_STRING: "", NODE_OPTIONS: "" };
    execFile(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "src/cli/main.ts", ...words, "--json"],
      { env: environment },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr, json: stdout ? JSON.parse(stdout) : undefined });
      },
    );
  });
}

describe("the plan of November 2022, imported", () => {
  test("summary gives the printed table and percentages", async () => {
    const { json, code } = await run("summary", "warwickshire", "--as-of", "2022-11-21");

    expect(code).toBe(0);
    expect(json.scheme).toEqual(["Blue", "Green", "Amber", "Red", "Grey"]);
    expect(json.areas.map(({ ref, counts, unrated, total }: never) => [ref, ...Object.values(counts), unrated, total])).toEqual([
      ["Area 1", 0, 10, 3, 0, 2, 0, 15],
      ["Area 2", 7, 13, 1, 0, 0, 0, 21],
      ["Area 3", 5, 4, 0, 0, 5, 0, 14],
      ["Area 4", 2, 6, 0, 0, 2, 0, 10],
      ["Area 5", 6, 5, 1, 0, 0, 0, 12],
    ]);
    expect(json.overall).toEqual({
      counts: { Blue: 20, Green: 38, Amber: 5, Red: 0, Grey: 9 },
      unrated: 0,
      total: 72,
      percentages: { Blue: 28, Green: 53, Amber: 7, Red: 0, Grey: 13 },
    });
  });

  test("one area alone, by its number", async () => {
    const { json } = await run("summary", "warwickshire", "--area", "2");

    expect(json.areas).toHaveLength(1);
    expect(json.overall.total).toBe(21);
  });

  test("due sorts every open measure into one list", async () => {
    const { json } = await run("due", "warwickshire", "--as-of", "2022-11-21");

    expect(json.overdue).toEqual([
      "1.2.1-2",
      "1.2.2-1",
      "1.2.3-1",
      "1.2.4-1",
      "1.2.5-1",
      "1.2.5-3",
      "1.2.5-4",
      "2.1.1-3",
      "2.2.1-5",
      "2.2.1-6",
      "2.3.1-4",
      "3.2.1-4",
      "4.1.1-6",
      "5.1.2-7",
    ]);
    expect(json.startOnly).toEqual(["4.1.1-4"]);
    expect(json.invalid).toEqual(["1.2.2-2", "1.2.2-3"]);
    expect(json.ahead).toContainEqual({ ref: "1.1.1-1", on: "2023-06-30" });
    expect(json.milestonePassed).toContain("1.1.1-1");
    const open = [json.overdue, json.ahead, json.startOnly, json.undated, json.toBeAgreed, json.invalid].map((list) => list.length);
    expect(open.reduce((a: number, b: number) => a + b)).toBe(72 - 20);
  });

  test("importing the same file again changes nothing and says so", async () => {
    const { json } = await run("import", sample, "--plan", "warwickshire");

    expect(json).toMatchObject({ plan: "warwickshire", areas: 5, actions: 19, measures: 72, unrated: 0, changed: 0 });
    expect(json.problems.map(({ row, column }: never) => [row, column])).toEqual([
      [7, "Completion date"],
      [8, "Completion date"],
      [9, "Completion date"],
    ]);
  });

  test("what a file has lost is named, by a dry run too, and nothing is taken away by one", async () => {
    const shorter = join(folder, "shorter.csv");
    const csv = await readFile(sample, "utf8");
    await writeFile(shorter, csv.slice(0, csv.lastIndexOf("\r\nArea 5") + 2)); // the last row, 5.1.3-3

    const { json } = await run("import", shorter, "--plan", "warwickshire", "--dry-run");

    expect(json).toMatchObject({ measures: 71, gone: ["5.1.3-3"] });
    expect((await run("summary", "warwickshire")).json.overall.total).toBe(72);
  });

  test("history is empty before anybody reported, with what was imported beside it", async () => {
    const { json } = await run("history", "warwickshire", "1.1.1-1");

    expect(json.updates).toEqual([]);
    expect(json.imported).toMatchObject({ asOf: "2022-11-21", rating: "Green" });
    expect(json.dates).toEqual([{ asWritten: "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks", current: "2024-03-31", moves: 0 }]);
  });

  test("a lead is linked, a role given, and people tells", async () => {
    expect((await run("people", "warwickshire")).json.unlinked).toContain("RISE Head of Service");
    expect((await run("link", "RISE Head of Service", objectId.toUpperCase(), "--email", "rise@example.org")).code).toBe(0);
    expect((await run("role", objectId, "chair", "--plan", "warwickshire")).code).toBe(0);

    const { json } = await run("people", "warwickshire");
    expect(json.unlinked).not.toContain("RISE Head of Service");
    expect(json.people).toMatchObject([{ objectId, email: "rise@example.org", leads: [{ lead: "RISE Head of Service" }], roles: [{ role: "chair" }] }]);
  });
});

describe("bad input is refused with exit code 1 and the reasons, and the stored plan is left as it was", () => {
  const header = "Area,Action Ref,Action,Lead,Measure No,Impact measure,Completion date,Progress rating";
  test.each([
    ["an unknown rating", `${header}\nArea 1,1.1.1,Do,Lead,1,Measure,May 2022,Purple\n`, [{ row: 2, column: "Progress rating", asWritten: "Purple" }]],
    ["a repeated ref", `${header}\nArea 1,1.1.1,Do,Lead,1,M,May 2022,Green\nArea 1,1.1.1,Do,Lead,1,N,May 2022,Green\n`, [{ row: 3 }]],
    ["a ragged row", `${header}\nArea 1,1.1.1,Do\n`, [{ row: 2 }]],
    ["a missing column", "Area,Action\nArea 1,Do\n", [{ column: "Lead" }]],
    ["no rows", `${header}\n`, [{}]],
    ["nothing at all", "", [{}]],
  ])("%s", async (_, bytes, problems) => {
    const file = join(folder, "bad.csv");
    await writeFile(file, bytes);

    const { code, json } = await run("import", file, "--plan", "warwickshire");

    expect(code).toBe(1);
    expect(json.refused).toBe(true);
    for (const problem of problems) expect(json.problems).toContainEqual(expect.objectContaining(problem));
    expect((await run("summary", "warwickshire")).json.overall.total).toBe(72);
  });

  test.each([
    [["summary", "nowhere"], "There is no plan “nowhere”"],
    [["summary", "warwickshire", "--as-of", "yesterday"], "“yesterday” is no day"],
    [["summary", "warwickshire", "--area", "9"], "has no area “9”"],
    [["history", "warwickshire", "9.9.9"], "has no measure “9.9.9”"],
    [["import", "nowhere.csv", "--plan", "warwickshire"], "nowhere.csv is not there"],
    [["import", sample, "--plan", "War wick"], "can't name a plan"],
    [["import", sample, "--plan", "warwickshire", "--scheme", "rainbow"], "presets are brag"],
    [["import", sample, "--plan", "warwickshire", "--map", "When"], "corrects no column"],
    [["import", sample, "--plan", "warwickshire", "--map", "When=due"], "No column is headed “When”"],
    [["export", "warwickshire", "--out", "plan.pdf"], "End its name with .csv, .xlsx, .json"],
    [["report", "warwickshire", "quarterly", "--out", "plan.docx"], "There is no report “quarterly”"],
    [["report", "warwickshire", "full", "--out", "plan.pdf"], "End it with .docx or .xlsx"],
    [["report", "warwickshire", "stocktake", "--out", "plan.docx"], "End it with .zip"],
    [["report", "warwickshire", "full", "--out", "nowhere/at/all.docx"], "can't be written"],
    [["restore", sample], "isn't JSON"],
    [["link", "RISE Head of Service", "someone"], "is no Entra object id"],
    [["link", "Nobody at all", objectId], "No measure of"],
    [["role", objectId, "emperor", "--plan", "warwickshire"], "is no role"],
    [["import", sample], "--plan"],
    [["dance"], "unknown command"],
  ])("%j", async (words, reason) => {
    const { code, json } = await run(...words);

    expect(code).toBe(1);
    expect(json.problems[0].problem).toContain(reason);
  });
});

test("a report is written to the file named, as of the day asked for", async () => {
  const out = join(folder, "report.docx");

  const { code, json } = await run("report", "warwickshire", "on-a-page", "--out", out, "--as-of", "2022-11-21");

  expect(code).toBe(0);
  expect(json).toEqual({ plan: "warwickshire", report: "on-a-page", format: "docx", asOf: "2022-11-21", file: out });
  expect((await readFile(out)).subarray(0, 2).toString()).toBe("PK");
});

test("a rating scheme can come from a file, and a dry run stores nothing", async () => {
  const scheme = join(folder, "scheme.json");
  const rename = { Blue: "Done", Green: "Going", Amber: "Slow", Red: "Stuck", Grey: "Later" };
  const kinds = ["complete", "onTrack", "concern", "offTrack", "notDue"];
  await writeFile(
    scheme,
    JSON.stringify({ name: "ours", ratings: Object.values(rename).map((label, i) => ({ label, meaning: label, colour: "grey", kind: kinds[i] })) }),
  );
  const file = join(folder, "ours.csv");
  const csv = await readFile(sample, "utf8");
  await writeFile(
    file,
    csv.replace(/,(Blue|Green|Amber|Red|Grey),/g, (_, label: keyof typeof rename) => `,${rename[label]},`),
  );

  const { json } = await run("import", file, "--plan", "ours", "--scheme", scheme, "--dry-run");

  expect(json.ratings).toEqual({ Done: 20, Going: 38, Slow: 5, Stuck: 0, Later: 9 });
  expect((await run("summary", "ours")).code).toBe(1);
});

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { stopEmbeddedStore } from "../../src/storage/embeddedStore.ts";

const header = "Ref,Action,Owner,When,RAG,Progress update\n";
const first = `${header}1.1,Appoint a lead,Head of SEND,March 2023,Green,Interviews held\n1.2,Agree a pathway,DCO,May 2023,Amber,Draft shared\n`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drumbeat-import-"));
});
afterAll(async () => {
  await stopEmbeddedStore(folder);
  await rm(folder, { recursive: true, force: true });
});

/** The real command line in a process of its own; as JSON unless it is told otherwise. */
// biome-ignore lint/suspicious/noExplicitAny: each command answers a document of its own
function run(words: readonly string[], json = true): Promise<{ code: number; text: string; json: any }> {
  const environment = { ...process.env, DRUMBEAT_DATA_DIR: folder, MicrosoftAppId: "", AZURE_STORAGE_CONNECTION_STRING: "", NODE_OPTIONS: "" };
  const all = ["--disable-warning=ExperimentalWarning", "src/cli/main.ts", ...words, ...(json ? ["--json"] : [])];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env: environment }, (error, stdout) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, text: stdout, json: json ? JSON.parse(stdout || "null") : undefined });
    });
  });
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test("a plan is imported, changed, exported, and given back to an empty name", async () => {
  const plan = await file("plan.csv", first);
  const dry = await run(["import", plan, "--plan", "shire", "--as-of", "2022-11-21", "--dry-run"]);
  expect(dry.json).toMatchObject({
    measures: 2,
    changed: 5,
    leads: { found: 2, notLinked: ["Head of SEND", "DCO"] },
    dates: { read: 2, undated: 0, unreadable: 0 },
  });
  expect(dry.json.tables[0].columns).toContainEqual(expect.objectContaining({ heading: "When", field: "due" }));
  expect((await run(["summary", "shire"])).code).toBe(1);

  await run(["import", plan, "--plan", "shire", "--as-of", "2022-11-21"]);
  const changed = await file("plan.csv", `${header}1.1,Appoint a lead,Head of SEND,June 2023,Red,Nobody applied\n1.3,Train SENCOs,DCO,May 2023,Green,\n`);
  const second = await run(["import", changed, "--plan", "shire"], false);
  expect(second.text).toContain("What it changes: 2 gone, 1 changed, 2 new");
  expect(second.text).toContain(
    "Changed: 1.1 “Appoint a lead”: rating “Green” → “Red”; narrative “Interviews held” → “Nobody applied”; due “March 2023” → “June 2023”",
  );
  expect(second.text).toContain("marked withdrawn: 1.2");

  expect((await run(["history", "shire", "1.1"])).json.dates).toMatchObject([
    { current: "2023-06-30", moves: 1, original: "2023-03-31", changes: [{ reason: "import" }] },
  ]);
  const gone = await run(["history", "shire", "1.2"]);
  expect(gone.json).toMatchObject({ ref: "1.2", imported: { rating: "Amber", narrative: "Draft shared" }, withdrawnOn: expect.any(String) });
  expect((await run(["summary", "shire"])).json.overall.total).toBe(2);

  const book = join(folder, "shire.xlsx");
  expect((await run(["export", "shire", "--out", book])).json).toEqual({ plan: "shire", format: "xlsx", files: [book] });
  expect((await run(["import", book, "--plan", "shire"])).json).toMatchObject({ changed: 0, gone: [], measures: 2 });

  const saved = join(folder, "shire.json");
  await run(["export", "shire", "--out", saved]);
  expect((await run(["restore", saved])).json.problems[0].problem).toContain("add --over");
  await writeFile(saved, (await readFile(saved, "utf8")).replace('"id": "shire"', '"id": "shire-2"'));
  expect((await run(["restore", saved])).json).toEqual({ plan: "shire-2", measures: 2, updates: 0 });
  expect((await run(["due", "shire-2"])).json).toEqual({ ...(await run(["due", "shire"])).json, plan: "shire-2" });
}, 120_000);

test("a column that was misread is corrected once, and the correction is remembered", async () => {
  const odd = await file("odd.csv", "Ref,Action,Owner,Notes,RAG\n1.1,Appoint a lead,Head of SEND,March 2023,Green\n1.2,Agree a pathway,DCO,May 2023,Amber\n");

  const corrected = await run(["import", odd, "--plan", "odd", "--map", "Notes=due", "--map", "RAG=keep"]);
  expect(corrected.json).toMatchObject({ unrated: 2, dates: { read: 2 } });

  expect((await run(["import", odd, "--plan", "odd"])).json).toMatchObject({ changed: 0, unrated: 2, dates: { read: 2 } });
}, 60_000);

test("a file that has little of the plan is said to be perhaps another plan's, before anything else", async () => {
  const plan = await file("mine.csv", first);
  const other = await file("other.csv", `${header}7.1,Repair the roof,Estates,May 2023,Green,\n`);
  await run(["import", plan, "--plan", "mine"]);

  const trial = await run(["import", other, "--plan", "mine", "--dry-run"], false);
  expect(trial.text).toMatch(/^Look here first: None of the 2 measures of Mine is in this file, so an import would withdraw them/);
  expect((await run(["import", other, "--plan", "mine"])).json.warning).toMatch(/they are withdrawn now/);
  expect((await run(["import", plan, "--plan", "mine"], false)).text).toContain("4 back again");
}, 60_000);

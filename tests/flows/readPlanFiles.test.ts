import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { datesOf } from "../../src/domain/duePhrase.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { readPlanFiles } from "../../src/flows/readPlanFiles.ts";

const about = { id: "warwickshire", title: "Warwickshire", scheme: bragScheme, importedAsOf: day("2022-11-21"), importedAt: instantOf("2022-11-21T09:00:00Z") };
const sample = readFileSync("samples/warwickshire-wsoa-2022-11.csv");

test("reads the sample plan whole", async () => {
  const { areas, sections, actions, measures } = await contentOf(sample);

  expect([areas, sections, actions, measures].map((each) => each.length)).toEqual([5, 10, 19, 72]);
  expect(areas.map(({ ref, sros }) => [ref, sros])).toEqual([
    ["Area 1", ["Director of Joint Commissioning, CWICB"]],
    ["Area 2", ["Assistant Director, Children and Families, WCC"]],
    ["Area 3", ["Interim Assistant Director, Education, WCC"]],
    ["Area 4", ["Head of SEND and Inclusion and Educational Entitlement, WCC"]],
    ["Area 5", ["Strategy and Commissioning Manager, SEND and Inclusion, WCC"]],
  ]);
  expect(sections.map(({ ref }) => ref)).toEqual(["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "4.2", "5.1"]);
  expect(sections.filter(({ iStatement }) => iStatement === "").map(({ ref }) => ref)).toEqual(["3.2"]);
  const labels = Object.groupBy(measures, ({ ratingAsImported = "unrated" }) => ratingAsImported);
  expect(Object.fromEntries(Object.entries(labels).map(([label, its]) => [label, its?.length]))).toEqual({ Blue: 20, Green: 38, Amber: 5, Grey: 9 });
});

test("a correction is remembered of a heading that two rows make up", async () => {
  const file = "Action,Lead,Timescale,Timescale\n,,Begun,End\nTrain staff,Ann,May 2024,June 2024\n";
  const read = await readPlanFiles([{ name: "plan.csv", bytes: new TextEncoder().encode(file) }], about, { "Timescale Begun": "due" });

  expect(read.kind === "read" && read.content.measures.map(({ due }) => due.asWritten)).toEqual(["May 2024"]);
});

test("keeps an action's leads, resources and evidence once each, and a measure's own words with its dates", async () => {
  const { actions, measures, sections } = await contentOf(sample);

  expect(sections[0]).toEqual({
    ref: "1.1",
    area: "Area 1",
    title: "Shorten the wait for an autism assessment",
    iStatement: "I get expert help with my autism and with feeling well.",
  });
  expect(actions.find(({ ref }) => ref === "2.1.1")).toMatchObject({
    area: "Area 2",
    section: "2.1",
    leads: ["Voice Influence and Change Development Officer", "Development Team Manager (Children and Families)"],
    resources:
      "Existing resources\nHelp from Council for Disabled Children (CDC)\nContact (a charity for disabled children and their families)\nSEND & Inclusion Change Programme Phase 2",
  });
  expect(measures[0]).toMatchObject({
    ref: "1.1.1-1",
    action: "1.1.1",
    area: "Area 1",
    section: "1.1",
    words: "Longest wait at most 13 weeks (was 242 weeks)\nProvider's data",
    leads: ["Associate Director for LD and Autism"],
    ratingAsImported: "Green",
    other: { "Rating basis": "inferred" },
  });
  expect(measures[0] && datesOf(measures[0].due).map(({ target }) => target)).toEqual(["177 weeks", "125 weeks", "13 weeks"]);
});

test("reports the three dates of the sample plan that are lost, and nothing else", async () => {
  const column = "Completion date";

  expect((await readPlanCsv(sample, about)).problems).toEqual([
    {
      row: 7,
      column,
      asWritten: "October 2022\nEvaluation by [text lost in extract]",
      problem: "The date of “Evaluation” is lost, so only what stands before it was read.",
    },
    { row: 8, column, asWritten: "[text lost in extract]", problem: "Words of this date are lost, so no date was read." },
    { row: 9, column, asWritten: "[text lost in extract]", problem: "Words of this date are lost, so no date was read." },
  ]);
});

const headings = "Area,Area title,Section,Action Ref,Action,Lead,Measure No,Impact measure,Completion date,Progress rating";
const first = "Area 1,Waits,1.1 Shorten waits,1.1.1,Hire staff,Head of SEND,1,Waits halve,May 2022,Green";

test("finds columns by heading in any order, capitals and spacing, and takes a byte order mark", async () => {
  const { measures } = await contentOf(
    "\uFEFF progress  RATING,completion date,impact measure,LEAD,action,ActionRef,AREA,Cost\r\nGREEN,May 2022,Waits halve,MK,Hire,1.1,Area 1,£5\r\n",
  );

  expect(measures).toMatchObject([{ ref: "1.1-1", area: "Area 1", leads: ["MK"], ratingAsImported: "Green", other: { Cost: "£5" } }]);
});

test("numbers measures by their order where the file does not, and gives an action without any its own words", async () => {
  const { measures } = await contentOf(
    csv(
      "Area,Action Ref,Action,Lead,Impact measure,Completion date,Progress rating",
      "A,1.10,Hire,MK,,May 2022,Blue",
      "A,1.2,Train,MK,Half,,Red",
      "A,1.2,Train,MK,All,,Red",
    ),
  );

  expect(measures.map(({ ref, words }) => [ref, words])).toEqual([
    ["1.2-1", "Half"],
    ["1.2-2", "All"],
    ["1.10", "Hire"],
  ]);
});

test("keeps the plan's words as written and trims only references", async () => {
  const { areas, measures } = await contentOf(csv(headings, '  Area 1 ," Waits  ",," 1.1.1",Hire,MK, 1 ," Waits\n  halve ", May 2022 , green '));

  expect(areas).toMatchObject([{ ref: "Area 1", title: " Waits  " }]);
  expect(measures).toMatchObject([
    { ref: "1.1.1-1", words: " Waits\n  halve ", ratingAsImported: "Green", due: { asWritten: " May 2022 ", on: "2022-05-31" } },
  ]);
});

test("passes over blank rows but counts them", async () => {
  const reading = await readPlanCsv(bytes(csv(headings, "", ",,,,,,,,,", first.replace("May 2022", "soon"))), about);

  expect(reading).toMatchObject({ kind: "read", problems: [{ row: 4, asWritten: "soon" }] });
});

test.each([
  [
    "a date that is none",
    first.replace("May 2022", "31/09/2020"),
    "Completion date",
    "31/09/2020",
    "There is no day “31/09/2020” (September has 30 days), so no date was read; did you mean 30 September 2020?",
  ],
  [
    "a lost part of a date",
    first.replace("May 2022", "May 2022. Audit by [lost]"),
    "Completion date",
    "May 2022. Audit by [lost]",
    "The date of “Audit” is lost, so only what stands before it was read.",
  ],
  ["no lead", first.replace("Head of SEND", " "), "Lead", " ", "No lead is named, so nobody will be asked about this measure."],
  ["no rating", first.replace("Green", ""), "Progress rating", "", "No rating is given, so the measure counts as unrated."],
])("imports %s and reports it", async (_, row, column, asWritten, problem) => {
  const reading = await readPlanCsv(bytes(csv(headings, row)), about);

  expect(reading).toMatchObject({ kind: "read", content: { measures: [{ ref: "1.1.1-1" }] } });
  expect(reading.problems).toEqual([{ row: 2, column, asWritten, problem }]);
});

test.each([
  [
    "a column twice, the second kept beside the first",
    csv(`${headings},Cost,LEAD,cost`, `${first},£5,Nobody,£6`),
    [
      { row: 1, column: "LEAD (2)", asWritten: "LEAD", problem: "The column “LEAD” is there twice; this one is called “LEAD (2)” here." },
      { row: 1, column: "cost (2)", asWritten: "cost", problem: "The column “cost” is there twice; this one is called “cost (2)” here." },
    ],
    { Cost: "£5", "LEAD (2)": "Nobody", "cost (2)": "£6" },
  ],
  [
    "words under no heading, which are kept",
    csv(`${headings},`, `${first},stray`),
    [{ row: 1, column: "Column 11", asWritten: "", problem: "A cell stands in a column without a heading; it is kept as “Column 11”." }],
    { "Column 11": "stray" },
  ],
])("imports %s", async (_, file, problems, other) => {
  const reading = await readPlanCsv(bytes(file), about);

  expect(reading).toMatchObject({ kind: "read", problems, content: { measures: [{ leads: ["Head of SEND"], other }] } });
});

test("mints references where the file has none, and says once that it names no leads", async () => {
  const file = csv(
    "Area,Action,Impact measure,Completion date,Progress rating",
    ...["Hire", "Hire", "Train", "Buy"].map((action, at) => `Area 1,${action},Measure ${at},May 2022,Green`),
  );

  const reading = await readPlanCsv(bytes(file), about);

  expect((await contentOf(file)).measures.map(({ ref, words }) => [ref, words])).toEqual([
    ["1.1-1", "Measure 0"],
    ["1.1-2", "Measure 1"],
    ["1.2-1", "Measure 2"],
    ["1.3-1", "Measure 3"],
  ]);
  expect(reading.problems).toEqual([
    { row: null, column: null, asWritten: "", problem: "No lead is named in its 4 rows, so nobody will be asked about them." },
  ]);
});

type Fault = [row: number | null, column: string | null, asWritten: string, problem: string];

test.each<[string, string | Uint8Array, Fault[]]>([
  ["an empty file", "", [[null, null, "", "The file is empty, so there is nothing to import."]]],
  ["headings alone", csv(headings, ",,,,,,,,,"), [[null, null, "", "The file has no rows, so there is nothing to import."]]],
  [
    "rows with fewer and more cells than headings",
    csv(headings, first, "Area 1,Waits", `${first},Green`),
    [
      [3, null, "Area 1,Waits", "This row has 2 cells where the heading row has 10."],
      [4, null, `${first},Green`, "This row has 11 cells where the heading row has 10."],
    ],
  ],
  [
    "a quotation mark never closed",
    csv(headings, first, first.replace("Waits halve", '"Waits halve')),
    [
      [
        3,
        "Impact measure",
        '"Waits halve,May 2022,Green\r\n',
        "A quotation mark opens in this cell and is never closed, so the file cannot be read from here on.",
      ],
    ],
  ],
  [
    "a quotation mark not doubled",
    csv(headings, first.replace("Area 1", '"Area" 1')),
    [[2, "Area", `"Area" 1${first.slice(6)}\r\n`, "A quotation mark inside this cell is not doubled as CSV asks, so the file cannot be read from here on."]],
  ],
  ["missing columns", csv("Area,Action,Cost", "Area 1,Hire,£5"), [[1, "Lead", "", "The column “Lead” is missing."]]],
  ["a measure repeated", csv(headings, first, first), [[3, "Measure No", "1", "The measure 1.1.1-1 is already in row 2."]]],
  [
    "an unknown rating",
    csv(headings, first.replace("Green", "Pink")),
    [[2, "Progress rating", "Pink", "This is no rating of the plan's scheme, which has Blue, Green, Amber, Red, Grey."]],
  ],
  ["no area", csv(headings, first.replace("Area 1", "")), [[2, "Area", "", "This row names no area."]]],
  ["no action reference", csv(headings, first.replace("1.1.1", "")), [[2, "Action Ref", "", "This row has no action reference."]]],
  [
    "a reference too long for a card",
    csv(headings, first.replace("1.1.1", "9".repeat(50))),
    [[2, "Action Ref", "9".repeat(50), `The reference ${"9".repeat(50)}-1 is longer than 40 characters.`]],
  ],
  [
    "no words",
    csv(headings, first.replace("Hire staff", " ").replace("Waits halve", "")),
    [[2, "Impact measure", "", "Neither the action nor the measure has any words."]],
  ],
  [
    "an area with two titles",
    csv(headings, first, first.replace("Waits,", "Queues,").replace(",1,", ",2,")),
    [[3, "Area title", "Queues", "Row 2 gives the title of Area 1 as “Waits”, so one of the two must be wrong."]],
  ],
  [
    "a section with two titles",
    csv(headings, first, first.replace("Shorten waits", "Cut waits").replace(",1,", ",2,")),
    [[3, "Section", "1.1 Cut waits", "Row 2 gives the title of section 1.1 as “Shorten waits”, so one of the two must be wrong."]],
  ],
  [
    "an action with other words",
    csv(headings, first, first.replace("Hire staff", "Train staff").replace(",1,", ",2,")),
    [[3, "Action", "Train staff", "Row 2 gives the words of action 1.1.1 as “Hire staff”, so one of the two must be wrong."]],
  ],
  [
    "an action in two areas and sections",
    csv(headings, first, "Area 2,Trust,2.1 Listen,1.1.1,Hire staff,MK,2,Half,May 2022,Green"),
    [
      [3, "Area", "Area 2", "Row 2 gives the area of action 1.1.1 as “Area 1”, so one of the two must be wrong."],
      [3, "Section", "2.1 Listen", "Row 2 gives the section of action 1.1.1 as “1.1”, so one of the two must be wrong."],
    ],
  ],
  [
    "several faults at once",
    csv(headings, first.replace("Green", "Pink"), "short", first.replace("1.1.1", ""), first),
    [
      [2, "Progress rating", "Pink", "This is no rating of the plan's scheme, which has Blue, Green, Amber, Red, Grey."],
      [3, null, "short", "This row has 1 cell where the heading row has 10."],
      [4, "Action Ref", "", "This row has no action reference."],
      [5, "Measure No", "1", "The measure 1.1.1-1 is already in row 2."],
    ],
  ],
  [
    "a cell no spreadsheet could hold",
    csv(headings, first.replace("Hire staff", "x".repeat(32_768))),
    [[2, "Action", `${"x".repeat(99)}…`, "This cell holds more than 32,767 characters."]],
  ],
  [
    "more rows than a plan has",
    csv(headings, ...Array(20_001).fill(first)),
    [[null, null, "", "The file has more than 20,000 rows, so it was not read; leave in those of the plan."]],
  ],
  ["a file too large", new Uint8Array(20 * 1024 * 1024 + 1), [[null, null, "", "The file is larger than 20 MB, so it was not read."]]],
])("refuses %s", async (_, file, faults) => {
  expect(await readPlanCsv(bytes(file), about)).toEqual({
    kind: "refused",
    problems: faults.map(([row, column, asWritten, problem]) => ({ row, column, asWritten, problem })),
  });
});

test("reads or refuses any bytes without throwing", async () => {
  const scraps = fc.array(fc.constantFrom(headings, first, "\n", "\r\n", '"', ",", "é", "Area 2", "\0")).map((parts) => Buffer.from(parts.join("")));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), scraps), async (file) => {
      const { kind, problems } = await readPlanCsv(file, about);
      expect(kind === "read" || problems.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

function readPlanCsv(file: Uint8Array, of: typeof about) {
  return readPlanFiles([{ name: "plan.csv", bytes: file }], of);
}

async function contentOf(file: string | Uint8Array) {
  const reading = await readPlanCsv(bytes(file), about);
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.content;
}

function csv(...rows: string[]): string {
  return rows.map((row) => `${row}\r\n`).join("");
}

function bytes(file: string | Uint8Array): Uint8Array {
  return typeof file === "string" ? new TextEncoder().encode(file) : file;
}

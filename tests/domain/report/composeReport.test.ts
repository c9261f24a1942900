import { expect, test } from "@jest/globals";
import { readFigure } from "../../../src/domain/figure.ts";
import { kpisOf } from "../../../src/domain/kpi.ts";
import { day } from "../../../src/domain/localDate.ts";
import { changesSince, pictureOf } from "../../../src/domain/picture.ts";
import type { Measure, Plan } from "../../../src/domain/plan.ts";
import { readDuePhrase } from "../../../src/domain/readDuePhrase.ts";
import { composeReport } from "../../../src/domain/report/composeReport.ts";
import { cellWords, type Report, type ReportKind, reportKinds } from "../../../src/domain/report/report.ts";
import type { ReportFacts } from "../../../src/domain/report/reportFacts.ts";
import type { Update } from "../../../src/domain/update.ts";
import { makeMeasure, makePlan, makeUpdate } from "../../support/makePlan.ts";

const asOf = day("2022-11-21");
const since = day("2022-10-10");

const reportOf = (kind: ReportKind, plan: Plan, before = plan, more: Partial<Omit<ReportFacts, "kpis">> = {}, updates: readonly Update[] = []) =>
  composeReport(kind, {
    ...{ plan, asOf, since, changes: changesSince(pictureOf(before), plan), given: new Map(), ownTables: [], nextMeeting: day("2023-01-02") },
    kpis: kpisOf(plan, updates, asOf),
    ...more,
  });

const partNamed = ({ parts }: Report, heading: string | RegExp) =>
  parts.find((part) => (typeof heading === "string" ? part.heading === heading : heading.test(part.heading)));

function rowsOf(report: Report, heading: string | RegExp): string[][] {
  const blocks = partNamed(report, heading)?.blocks ?? [];
  return blocks.flatMap((block) =>
    block.kind === "table" ? block.table.rows.map((row) => (row.kind === "band" ? [row.words] : row.cells.map(cellWords))) : [],
  );
}

function textOf(report: Report): string {
  return JSON.stringify(report.parts);
}

const rated = (rating: string, more: Partial<Measure> = {}) => ({ ratingAsImported: rating, ...more });

test("an exception report lists what is off track, of concern, overdue or newly changed, each with its reasons, and leaves out the rest", () => {
  const before = makePlan([
    makeMeasure("1.1.1-1", "March 2023", rated("Green")),
    makeMeasure("1.1.1-2", "March 2023", rated("Red")),
    makeMeasure("1.1.1-3", "October 2022", rated("Green")),
    makeMeasure("1.1.1-4", "March 2023", rated("Amber")),
  ]);
  const improved: Measure = {
    ...(before.measures[3] as Measure),
    standing: { rating: "Green", lastUpdate: "000001", latest: makeUpdate("000001", { narrative: "Staff are in post." }) },
  };
  const now = { ...before, measures: [...before.measures.slice(0, 3), improved] };

  const rows = rowsOf(reportOf("exception", now, before), "What needs attention");

  expect(rows.map((cells) => [cells[0], cells[5]])).toEqual([
    ["1.1.1-2", "Off track"],
    ["1.1.1-3", "21 days overdue"],
    ["1.1.1-4", "Better: Amber to Green"],
  ]);
  expect(rows.at(-1)?.at(6)).toBe("Staff are in post.");
});

test("what starts before the next meeting, and only that, is due to start", () => {
  const plan = makePlan([makeMeasure("1.1.1-1", "From December 2022"), makeMeasure("1.1.1-2", "From April 2023"), makeMeasure("1.1.1-3", "From April 2022")]);

  expect(rowsOf(reportOf("exception", plan), "Due to start").map(([ref, , , starts]) => [ref, starts])).toEqual([["1.1.1-1", "1 December 2022"]]);
});

test("open measures nobody reported on since the last meeting are listed by lead", () => {
  const heardOf = { reportedAsOf: day("2022-11-01") };
  const plan = makePlan(
    [
      makeMeasure("1.1.1-1", "March 2023", { leads: ["SENCO lead", "DCO"] }),
      makeMeasure("1.1.1-2", "March 2023", { leads: ["SENCO lead"] }),
      makeMeasure("1.1.1-3", "March 2023", heardOf),
      makeMeasure("1.1.1-4", "March 2023", rated("Blue")),
      makeMeasure("1.1.1-5", "March 2023", rated("Grey")),
    ],
    { importedAsOf: day("2022-09-01") },
  );

  expect(rowsOf(reportOf("exception", plan), "Not heard from")).toEqual([
    ["SENCO lead", "2", "1.1.1-1, 1.1.1-2", "1 September 2022"],
    ["DCO", "1", "1.1.1-1", "1 September 2022"],
  ]);
});

test("a date that moved shows the first one, the one in force, how often, how far and why", () => {
  const moves = [
    { from: readDuePhrase("September 2022"), on: day("2022-09-20"), reason: "import" },
    { from: readDuePhrase("December 2022"), on: day("2022-11-01"), reason: "The tender was late" },
  ];
  const plan = makePlan([makeMeasure("1.1.1-1", "March 2023", { dateMoves: moves })]);

  expect(rowsOf(reportOf("full", plan), "Dates that moved")).toEqual([
    [
      "1.1.1-1",
      "Words of 1.1.1-1",
      "30 September 2022",
      "31 March 2023",
      "twice",
      "182 days (6 months) later",
      "20 September 2022: with a new version of the plan\n1 November 2022: The tender was late",
    ],
  ]);
});

test("a proposed completion keeps its rating and says that it waits", () => {
  const latest = makeUpdate("000001", { rating: "Blue", narrative: "As imported." });
  const standing = { rating: "Green", proposedComplete: true, latest, lastUpdate: latest.id };
  const plan = makePlan([makeMeasure("1.1.1-1", "March 2023", { standing })]);
  const report = reportOf("full", plan);

  expect(rowsOf(report, /^Progress and impact/).at(-1)).toEqual(expect.arrayContaining(["Green, proposed complete"]));
  expect(textOf(report)).toContain("1 measure is proposed as complete and waiting for the board’s sign-off: 1.1.1-1.");
});

test("what is challenged stands with what its lead says to that", () => {
  const latest = makeUpdate("000001", { challenges: [{ rule: "noEvidence", rating: "Blue" }], why: "It is on the website." });
  const plan = makePlan([makeMeasure("1.1.1-1", "March 2023", { standing: { rating: "Green", latest, lastUpdate: "000001" } })]);

  expect(rowsOf(reportOf("exception", plan), "What needs attention")[0]?.at(-1)).toBe(
    "Narrative 000001\nChallenged: Blue without evidence\nTheir answer: It is on the website.",
  );
});

test("what is signed off says when, and what is released is marked and never overdue", () => {
  const decided = makeUpdate("000002", { kind: "signOff", on: day("2022-11-03") });
  const released = { ...makeUpdate("000001"), kind: "release", part: "section", ref: "2.1", reason: "Embedded.", on: day("2022-11-01") } as const;
  const plan = makePlan([
    makeMeasure("1.1.1-1", "March 2022", { standing: { rating: "Blue", decided, lastUpdate: "000002" } }),
    makeMeasure("2.1.1-1", "March 2022", { released }),
  ]);
  const report = reportOf("full", plan);

  expect(rowsOf(report, /^Progress and impact/).flatMap((cells) => cells.slice(3, 5))).toEqual([
    "March 2022",
    "Blue, signed off 3 November 2022",
    "March 2022",
    "Green, released 1 November 2022",
  ]);
  expect(textOf(report)).toContain("Section 2.1 was released from monitoring on 1 November 2022: Embedded.");
  expect(textOf(report)).toContain("1 measure is released from monitoring");
  expect(textOf(report)).toContain("Nothing is overdue.");
});

test("impact is what leads said last, else what the file has", () => {
  const plan = makePlan([
    makeMeasure("1.1.1-1", "March 2023", { impactAsImported: "Amber", standing: { impact: "Red", rating: "Green", lastUpdate: "000001" } }),
    makeMeasure("1.1.1-2", "March 2023", { standing: { impact: "Green", rating: "Green", lastUpdate: "000001" } }),
  ]);

  expect(rowsOf(reportOf("stocktake", plan), "Evidence of impact").map(([ref, , impact]) => [ref, impact])).toEqual([
    ["1.1.1-1", "Red"],
    ["1.1.1-2", "Green"],
  ]);
});

test("the links and files of updates stand in the list of evidence and beside what they show", () => {
  const plan = makePlan([makeMeasure("1.1.1-1", "March 2023", { evidence: "Minutes", ratingAsImported: "Blue" })]);
  const link = { kind: "link", name: "minutes.pdf (council.gov.uk)", address: "https://council.gov.uk/minutes.pdf" } as const;
  const given = new Map([["1.1.1-1", [{ evidence: link, on: day("2022-11-03") }]]]);
  const report = reportOf("stocktake", plan, plan, { given });

  for (const part of ["Evidence", "Evidence of change"]) expect(rowsOf(report, part)[0]).toContain("minutes.pdf (council.gov.uk), 3 November 2022");
  expect(textOf(report)).toContain("https://council.gov.uk/minutes.pdf");
});

const waits = makeMeasure("1.1.1-1", "Sept 2022: 177 weeks; March 2024: 13 weeks", { words: "Waits fall (was 242 weeks)" });
const said = ["190 weeks", "201 weeks"].map((typed, n) => makeUpdate(`00000${n + 1}`, { on: day(`2022-11-0${n + 1}`), figure: readFigure(typed) }));

test("a KPI challenge holds figures against targets, the most pressing first, and counts what is behind and what is missing", () => {
  const [ahead, silent] = [
    { ...waits, ref: "1.1.1-2", figures: { latest: "153 weeks" } },
    { ...waits, ref: "1.1.1-3", leads: ["DCO"] },
  ];
  const plan = makePlan([silent, ahead, waits, makeMeasure("1.1.1-4", "March 2023")]);
  const report = reportOf("kpi", plan, plan, {}, said);

  const heading = "Measures with figures";
  expect(partNamed(report, heading)?.blocks[0]).toMatchObject({
    words: expect.stringContaining("a figure: 1 behind a target that is due, 1 without a figure"),
  });
  expect(rowsOf(report, heading).map(([ref]) => ref)).toEqual(["1.1.1-1", "1.1.1-2"]);
  expect(rowsOf(report, "No figure yet").map(([ref, , lead]) => [ref, lead])).toEqual([["1.1.1-3", "DCO"]]);
  expect(rowsOf(report, heading)[0]?.slice(2)).toEqual([
    ...["242 weeks", "177 weeks by 30 September 2022\n13 weeks by 31 March 2024", "201 weeks on 2 November 2022"],
    ...["24 weeks worse than the 177 weeks wanted by 30 September 2022", "63%", "lower", "▁▇ 190 weeks, 201 weeks: worse than the time before"],
  ]);
  expect(textOf(reportOf("kpi", makePlan([])))).toContain("No measure has a baseline, a target or a figure yet.");
});

test("a full report and a stocktake tell the same figures, of measures that have any", () => {
  const plan = makePlan([waits, makeMeasure("1.1.1-2", "March 2024: 13 weeks")]);
  const told = "24 weeks worse than the 177 weeks wanted by 30 September 2022";

  for (const [kind, part] of [
    ["full", "Figures"],
    ["stocktake", "Evidence of impact"],
  ] as const) {
    const rows = rowsOf(reportOf(kind, plan, plan, {}, said), part);
    expect(rows.map(([ref]) => ref)).toEqual(["1.1.1-1"]);
    expect(rows[0]).toContain(told);
  }
});

test("of more bars than a page has room for several pictures are made, each with its own words", () => {
  const plan = makePlan(Array.from({ length: 45 }, (_, n) => ({ ...waits, ref: `1.${n}`, figures: { latest: "201 weeks" } })));
  const found = partNamed(reportOf("kpi", plan), "Measures with figures")?.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])) ?? [];

  expect(found.map(({ bars }) => bars.length)).toEqual([20, 20, 5]);
  expect(found.map(({ alt }) => alt.match(/63%/g)?.length)).toEqual([20, 20, 5]);
});

test("progress and impact stand side by side, below the action they belong to", () => {
  const plan = makePlan([makeMeasure("1.1.1-1", "March 2023", { impactAsImported: "Amber" }), makeMeasure("1.10", "May 2023", { action: "1.10" })], {
    actions: [{ ref: "1.1.1", area: "Area 1", words: "Train staff", leads: [], resources: "", evidence: [] }],
  });

  expect(rowsOf(reportOf("on-a-page", plan), /^Progress and impact/).map((cells) => (cells.length === 1 ? cells : [cells[0], ...cells.slice(-2)]))).toEqual([
    ["Area 1: Title of Area 1"],
    ["1.1.1 Train staff"],
    ["1.1.1-1", "Green", "Amber"],
    ["1.10", "Green", "Not recorded"],
  ]);
});

test.each(reportKinds)("a %s report of a plan without ratings says so, and never that something is complete or on track", (kind) => {
  const plan = makePlan([makeMeasure("1.1.1-1", "October 2022", { ratingAsImported: undefined })]);
  const text = textOf(reportOf(kind, plan));

  expect(text).toContain("No status");
  expect(text).not.toMatch(/embedded|On track|Blue|Green/);
});

test("a scrutiny report holds nothing leads wrote, and writes abbreviations out where they first come", () => {
  const plan = makePlan([makeMeasure("1.1.1-1", "October 2022", { words: "SEND staff use EHCPs; SEND training", narrativeAsImported: "A family in Rugby" })], {
    settings: { ...makePlan([]).settings, glossary: { EHCP: "our own words for the plan" } },
  });
  const text = textOf(reportOf("scrutiny", plan));

  expect(text).not.toContain("Rugby");
  expect(text).toContain("special educational needs and disabilities (SEND) staff use our own words for the plans (EHCPs); SEND training");
});

test("a report of an empty plan can be made of every kind", () => {
  for (const kind of reportKinds) expect(reportOf(kind, makePlan([])).parts.length).toBeGreaterThan(0);
});

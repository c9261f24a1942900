import { expect, test } from "@jest/globals";
import { day, instantOf } from "../../../src/domain/localDate.ts";
import type { Measure } from "../../../src/domain/measure.ts";
import { readDuePhrase } from "../../../src/domain/readDuePhrase.ts";
import { reportKinds } from "../../../src/domain/report/report.ts";
import { makeMeasure, makePlan, makeUpdate } from "../../support/makePlan.ts";
import { reportOf, rowsOf, textOf } from "../../support/reportOf.ts";

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

test("a scrutiny report tells that a date moved and a part was released, and never why: a name may stand in that", () => {
  const entry = { id: "000001", at: instantOf("2022-11-01T10:00:00Z"), on: day("2022-11-01"), by: { objectId: "chair", name: "Chair" }, via: "chat" } as const;
  const released = { ...entry, nonce: "n", kind: "release", part: "section", ref: "2.1", reason: "Jamie’s family is content" } as const;
  const moved = { ...makeMeasure("1.1.1-1", "March 2023"), dateMoves: [{ from: readDuePhrase("October 2022"), on: entry.on, reason: "Jamie’s hearing" }] };
  const plan = makePlan([moved, makeMeasure("2.1.1-1", "March 2022", { section: "2.1", released })]);
  const text = textOf(reportOf("scrutiny", plan, makePlan([makeMeasure("1.1.1-1", "October 2022"), makeMeasure("2.1.1-1", "March 2022")])));

  expect(text).toContain("at first 31 October 2022, now 31 March 2023, moved once");
  expect(text).toContain("Section 2.1 was released from monitoring on 1 November 2022.");
  expect(text).not.toContain("Jamie");
  expect(textOf(reportOf("full", plan))).toContain("Jamie’s family is content");
});

test("a report of an empty plan can be made of every kind", () => {
  for (const kind of reportKinds) expect(reportOf(kind, makePlan([])).parts.length).toBeGreaterThan(0);
});

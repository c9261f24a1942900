import { describe, expect, test } from "@jest/globals";
import { datesOf } from "../../src/domain/duePhrase.ts";
import type { ReadPlan } from "../../src/intake/readPlan.ts";
import { readSheets, sampleSheets, tally } from "./sheets.ts";

const countOf = ({ content }: ReadPlan) => [content.areas, content.actions, content.measures].map((each) => each.length);
const ofArea = ({ content }: ReadPlan, ref: string) => content.measures.filter(({ area }) => area === ref);
const fieldsOf = ({ tables }: ReadPlan, at = 0) => Object.fromEntries(tables[at]?.columns.map(({ heading, field }) => [heading, field]) ?? []);

test("Warwickshire's Written Statement of Action has its own scheme found in its values", () => {
  const reading = readSheets(sampleSheets("warwickshire-wsoa-2022-11"));

  expect(countOf(reading)).toEqual([5, 19, 72]);
  expect(reading.scheme.scheme.name).toBe("brag");
  expect(tally(reading.content.measures, ({ ratingAsImported = "unrated" }) => ratingAsImported)).toEqual({ Blue: 20, Green: 38, Amber: 5, Grey: 9 });
  expect(reading.problems.map(({ row }) => row)).toEqual([7, 8, 9]);
});

describe("Warwickshire's Delivery Plan", () => {
  const reading = readSheets(sampleSheets("warwickshire-delivery-plan-2019", "warwickshire-key-measures"));

  test("has 103 actions in 7 areas and 14 key measures beside them", () => {
    expect(countOf(reading)).toEqual([7, 103, 117]);
    expect(reading.content.areas.map(({ ref }) => reading.content.actions.filter(({ area }) => area === ref).length)).toEqual([19, 22, 20, 12, 6, 11, 13]);
    expect(reading.content.areas.map(({ ref }) => ofArea(reading, ref).filter(({ action }) => !action).length)).toEqual([3, 2, 3, 3, 2, 1, 0]);
    expect(fieldsOf(reading)).toMatchObject({ Ref: "keep", Section: "area", Actions: "action", Responsible: "lead", Timescale: "due" });
  });

  test("gives no rating, so that nothing is claimed complete", () => {
    expect(reading.content.measures.filter(({ ratingAsImported }) => ratingAsImported !== undefined)).toEqual([]);
    expect(
      tally(
        reading.content.measures.filter(({ action }) => action),
        ({ due }) => due.kind,
      ),
    ).toEqual({ day: 75, undated: 28 });
  });

  test("keeps the figures of its key measures, their activity and rationale", () => {
    expect(reading.content.measures.find(({ ref }) => ref === "1.M1")).toMatchObject({
      area: "1",
      words: "Early years settings with the kitemark (WIncKS)",
      figures: { baseline: "40", latest: "54", expectedChange: "To increase" },
      other: { Activity: expect.stringMatching(/^Spot need early/), Rationale: expect.stringMatching(/^Good early settings/) },
    });
  });

  test("tells which areas of the measures are spelt otherwise", () => {
    const sheet = "warwickshire-key-measures";
    const spelt = reading.problems.filter((problem) => problem.sheet === sheet && problem.column === "Section");

    expect(spelt.map(({ row, asWritten }) => [row, asWritten])).toEqual([
      [7, "Better health and care for SEND learners"],
      [10, "Preparing for Adulthood"],
    ]);
  });

  test("keeps actions of the same words apart, and flags that are no references", () => {
    const same = reading.content.actions.filter(({ words }) => words === "Design and buy a new overnight short breaks service");

    expect(same.map(({ ref }) => ref)).toEqual(["3.16", "3.17"]);
    expect(reading.content.measures.filter(({ other }) => other.Ref === "KPI")).toHaveLength(12);
  });
});

describe("Worcestershire's Accelerated Progress Plan", () => {
  const reading = readSheets(sampleSheets("worcestershire-app-2022", "worcestershire-measures"));

  test("has 38 undated actions and 27 measures of its 4 concerns", () => {
    expect(countOf(reading)).toEqual([4, 38, 65]);
    expect(reading.content.areas.map(({ ref, title }) => [ref, title.slice(0, 18)])).toEqual([
      ["1", "MAINSTREAM SCHOOLS"],
      ["2", "TOO FEW SUITABLE S"],
      ["3", "WEAK TIES WITH FAM"],
      ["4", "POOR EHCPS, LITTLE"],
    ]);
    expect(["1", "2", "3", "4"].map((ref) => tally(ofArea(reading, ref), ({ action }) => (action ? "actions" : "measures")))).toEqual([
      { actions: 9, measures: 8 },
      { actions: 5, measures: 4 },
      { actions: 10, measures: 11 },
      { actions: 14, measures: 4 },
    ]);
    expect(tally(reading.content.measures, ({ due }) => due.kind)).toEqual({ undated: 65 });
  });

  test("numbers that begin again in each concern are the concern's", () => {
    expect(ofArea(reading, "2").flatMap(({ action }) => action ?? [])).toEqual(["2.1", "2.2", "2.3", "2.4", "2.5"]);
  });

  test("a concern's measures are its joint leads'", () => {
    expect(reading.content.measures.find(({ ref }) => ref === "2.M1")?.leads).toEqual(["SEND Group Manager (WCF)", "Lead for Children and Maternity (CCG)"]);
    expect(reading.problems).toEqual([]);
  });
});

describe("Leicestershire's Written Statement of Action", () => {
  const reading = readSheets(sampleSheets("leicestershire-wsoa-2020", "leicestershire-review-sessions"));

  test("has 33 focus areas under their own references, which are text", () => {
    expect(countOf(reading)).toEqual([2, 33, 33]);
    expect(reading.content.measures.slice(0, 2).map(({ ref }) => ref)).toEqual(["1.1", "1.2"]);
    expect(reading.content.measures.filter(({ ref }) => ref === "1.1" || ref === "1.10")).toHaveLength(2);
    expect(fieldsOf(reading)).toMatchObject({ "Focus area ref": "actionRef", "Focus area": "action", "Actions to implement": "keep", Progress: "rating" });
  });

  test("has its own scheme, in which Pink waits and Amber is no concern", () => {
    const { scheme } = reading.scheme;

    expect(Object.fromEntries(scheme.ratings.map(({ label, kind }) => [label, kind]))).toEqual({
      Red: "offTrack",
      Amber: "underWay",
      Green: "onTrack",
      Blue: "complete",
      Pink: "waiting",
    });
    expect(tally(reading.content.measures, ({ ratingAsImported = "unrated" }) => ratingAsImported)).toEqual({ Amber: 22, Pink: 8, Green: 2, Blue: 1 });
  });

  test("has 33 review sessions, one of them on three days", () => {
    expect(reading.meetings).toHaveLength(33);
    expect(reading.meetings[0]).toEqual({
      on: "2020-05-29",
      asWritten: "29/05/20",
      who: "Assistant Director Education and SEND, SEND Development Lead",
      what: "Template accepted (LA SEND)",
    });
    expect(reading.meetings.find(({ alsoOn }) => alsoOn)).toMatchObject({ on: "2020-06-16", alsoOn: ["2020-06-18", "2020-06-24"] });
  });

  test("1.5 waits for 1.3 by the words of its date, and that guess is said", () => {
    expect(reading.content.measures.filter(({ waitsFor }) => waitsFor).map(({ ref, waitsFor }) => [ref, waitsFor])).toEqual([["1.5", ["1.3"]]]);
    expect(reading.problems.map(({ row, asWritten }) => [row, asWritten])).toEqual([
      [6, "To be agreed following revised JSNA issue"],
      [8, "To be agreed by partners by end of 31/10//2020"],
      [31, "31/09/2020"],
    ]);
  });
});

describe("Walsall's engagement plan", () => {
  const reading = readSheets(sampleSheets("walsall-engagement-plan", "walsall-workstreams"));

  test("has 11 actions under 7 headings, and 4 workstreams with 22 outcomes", () => {
    expect(countOf(reading)).toEqual([11, 11, 11]);
    expect(reading.content.areas.map(({ ref }) => ofArea(reading, ref).length)).toEqual([3, 1, 1, 2, 2, 1, 1, 0, 0, 0, 0]);
    expect(reading.content.areas.flatMap(({ outcomes }) => outcomes?.length ?? [])).toEqual([4, 7, 6, 5]);
  });

  test("leads and dates stand line by line", () => {
    const { leads, due } = reading.content.measures.find(({ ref }) => ref === "6.1") ?? {};

    expect(leads).toEqual(["MK", "HD"]);
    expect(due && datesOf(due).map(({ on, leads: own }) => [on, own])).toEqual([
      ["2019-08-31", ["HD"]],
      ["2019-09-30", ["MK"]],
      ["2019-10-31", ["MK"]],
      ["2019-10-31", ["MK", "HD"]],
    ]);
  });

  test("the action without words goes by its benefit, and says so", () => {
    expect(reading.content.measures.find(({ ref }) => ref === "4.2")?.words).toMatch(/^Three workshops with staff/);
    expect(reading.problems).toContainEqual({
      sheet: "walsall-engagement-plan",
      row: 8,
      column: "Action",
      asWritten: "",
      problem: "The action has no words, so it goes by its “Benefit (purpose)”.",
    });
  });
});

test.each([
  ["warwickshire-wsoa-2022-11"],
  ["warwickshire-delivery-plan-2019", "warwickshire-key-measures"],
  ["worcestershire-app-2022", "worcestershire-measures"],
  ["leicestershire-wsoa-2020", "leicestershire-review-sessions"],
  ["walsall-engagement-plan", "walsall-workstreams"],
])("no cell of %s is lost, and the same files again give the same plan", (...names) => {
  const sheets = sampleSheets(...names);
  const reading = readSheets(sheets);

  expect(reading.content.file?.tables.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual(sheets.map(({ rows }) => rows.map(({ cells }) => cells)));
  const again = readSheets(sheets, { keptRefs: reading.content, storedScheme: reading.content.scheme });
  expect(again.content).toEqual(reading.content);
  expect(again.problems).toEqual(reading.problems);
});

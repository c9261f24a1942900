import { describe, expect, test } from "@jest/globals";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { readPlan } from "../../src/intake/readPlan.ts";
import { aboutPlan, readSheets, sheetOf } from "./sheets.ts";

describe("ratings", () => {
  const rated = (...values: string[]) => [sheetOf("plan", [["Action", "Lead", "Status"], ...values.map((value, at) => [`Do ${at}`, "Ann", value])])];

  test("a value that is not one rating for certain is a problem with its row and column, and claims nothing", () => {
    const reading = readSheets(rated("Green", "Red", "R/A", "Amber/Green", "Amber – on track"));

    expect(reading.content.measures.map(({ ratingAsImported }) => ratingAsImported)).toEqual(["Green", "Red", undefined, undefined, "Amber"]);
    expect(reading.problems.map(({ row, column, asWritten }) => [row, column, asWritten])).toEqual([
      [4, "Status", "R/A"],
      [5, "Status", "Amber/Green"],
    ]);
  });

  test("a rating outside a scheme that was named refuses the file", () => {
    expect(readPlan(rated("Green", "Pink"), { ...aboutPlan, scheme: bragScheme })).toMatchObject({
      kind: "refused",
      problems: [{ row: 3, column: "Status", asWritten: "Pink" }],
    });
  });

  test("the meanings of a key in the file travel", () => {
    const key = sheetOf("Key", [
      ["Rating", "Meaning"],
      ["RED", "Delayed"],
      ["AMBER", "In progress"],
      ["GREEN", "On track"],
      ["BLUE", "Completed and embedded"],
    ]);
    const { scheme } = readSheets([...rated("AMBER", "Blue"), key]).scheme;

    expect(scheme.ratings.map(({ label, meaning, kind }) => [label, meaning, kind])).toEqual([
      ["Red", "Delayed", "offTrack"],
      ["Amber", "In progress", "underWay"],
      ["Green", "On track", "onTrack"],
      ["Blue", "Completed and embedded", "complete"],
    ]);
  });
});

test.each([
  [
    "no headings Drumbeat knows",
    [
      ["Name", "Phone"],
      ["Ann", "1"],
    ],
    /^No table has a heading row/,
  ],
  ["nothing at all", [], /^The file has no rows/],
  [
    "a form of one action, its headings one below the other",
    [
      ["Action", "Train staff"],
      ["Lead", "Ann"],
      ["By when", "May 2024"],
      ["RAG", "Green"],
    ],
    /^Its headings stand one below the other in the first column/,
  ],
  ["headings alone", [["Action", "Lead", "Due"]], /^The file has no rows/],
  [
    "actions without leads, dates and ratings",
    [
      ["Area", "Action"],
      ["A", "Do"],
    ],
    /^The column “Lead” is missing/,
  ],
])("refuses %s in a sentence", (_, rows, problem) => {
  expect(readPlan([sheetOf("plan", rows)], aboutPlan)).toMatchObject({ kind: "refused", problems: [{ problem: expect.stringMatching(problem) }] });
});

import { expect, test } from "@jest/globals";
import { findHeadings } from "../../src/intake/headingRows.ts";
import { sheetOf } from "./sheets.ts";

const head = ["Ref", "Action", "Lead", "Timescale", "Timescale", "RAG", "RAG"];
const row = ["1.1", "Do", "Ann", "1 May 2024", "1 June 2024", "R", "G"];

test("joins the second of two rows of headings, where cells are merged", () => {
  const merged = sheetOf("plan", [["Plan"], head, ["Ref", "Action", "Lead", "Start", "End", "Sep 23", "Impact"], row]);

  expect(findHeadings(merged)).toEqual({
    at: 1,
    body: 3,
    headings: ["Ref", "Action", "Lead", "Timescale Start", "Timescale End", "RAG Sep 23", "Impact RAG"],
  });
});

test("joins it where nothing is merged, and leaves a heading that speaks for itself", () => {
  const blanks = sheetOf("plan", [
    ["Ref", "Action", "Lead", "Timescale", "", "RAG"],
    ["", "", "", "Start date", "Revised date", ""],
    ["1.1", "Do", "Ann", "1 May 2024", "1 June 2024", "G"],
  ]);

  expect(findHeadings(blanks)).toEqual({ at: 0, body: 2, headings: ["Ref", "Action", "Lead", "Timescale Start date", "Revised date", "RAG"] });
});

test.each([
  ["a row of the plan", row],
  ["a measure below an action not yet written", ["", "", "", "May 2024", "", "", ""]],
  ["a heading of an area", ["Priority 1", "", "", "", "", "", ""]],
])("takes %s for no heading", (_, second) => {
  expect(findHeadings(sheetOf("plan", [head, second, row]))).toEqual({ at: 0, body: 1, headings: head });
});

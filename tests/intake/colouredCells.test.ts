import { describe, expect, test } from "@jest/globals";
import { readPlan } from "../../src/intake/readPlan.ts";
import type { Sheet } from "../../src/intake/workbook.ts";
import { aboutPlan, readSheets, sheetOf } from "./sheets.ts";

/** Rows of `Ref, Action, Lead, Due, <heading>, Notes`, each with the words and the colour of its fifth cell. */
function coloured(heading: string, ...cells: readonly (readonly [words: string, colour?: string, rest?: string])[]): Sheet {
  const rows = cells.map(([words], at) => [`1.${at + 1}`, `Do thing ${at + 1}`, "Ann", "May 2024", words, "said"]);
  const sheet = sheetOf("Plan", [["Ref", "Action", "Lead", "Due", heading, "Notes"], ...rows]);
  const colours = cells.map(([, colour, rest]) => [rest, rest, rest, rest, colour, rest]);
  return { ...sheet, rows: sheet.rows.map((row, at) => ({ ...row, ...(at > 0 && { colours: colours[at - 1] ?? [] }) })) };
}

const ratingsOf = (...sheets: readonly Sheet[]) => readSheets(sheets).content.measures.map(({ ratingAsImported }) => ratingAsImported);
const problemsOf = (...sheets: readonly Sheet[]) => readSheets(sheets).problems.map(({ row, column, problem }) => [row, column, problem]);

describe("a rating that is a colour alone", () => {
  test("is read below a heading that speaks of ratings, and said so once for the column", () => {
    const sheet = coloured("RAG", ["", "Green"], ["●", "Amber"], ["–", "Red"], ["Green", "Red"], ["", undefined]);

    expect(ratingsOf(sheet)).toEqual(["Green", "Amber", "Red", "Green", undefined]);
    expect(problemsOf(sheet)).toEqual([
      [
        null,
        "RAG",
        "3 cells of this column have a colour and no words, and were read by colour: Green 1, Amber 1, Red 1. Write the words into the cells if that is wrong.",
      ],
      [6, "RAG", "No rating is given, so the measure counts as unrated."],
    ]);
  });

  test("is read of a coloured circle that somebody typed", () => {
    expect(ratingsOf(coloured("RAG", ["🟢"], ["🟡"], ["🟥"]))).toEqual(["Green", "Amber", "Red"]);
  });

  test("stands as a word in the plan's own file, so that an export keeps it", () => {
    const { file } = readSheets([coloured("RAG", ["", "Green"], ["", "Red"])]).content;

    expect(file?.tables[0]?.rows.map(({ cells }) => cells[4])).toEqual(["RAG", "Green", "Red"]);
  });

  test("takes yellow for the amber of a column without amber, and for no rating beside one", () => {
    expect(ratingsOf(coloured("RAG", ["", "Green"], ["", "Yellow"]))).toEqual(["Green", "Amber"]);
    expect(ratingsOf(coloured("RAG", ["", "Amber"], ["", "Yellow"]))).toEqual(["Amber", undefined]);
  });

  test("is never taken from a row coloured throughout, which may be a stripe", () => {
    const sheet = coloured("RAG", ["", "Blue", "Blue"], ["", undefined], ["", "Blue", "Blue"], ["", undefined]);

    expect(ratingsOf(sheet)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("is read of `Progress` only where the column has no words", () => {
    expect(ratingsOf(coloured("Progress", ["", "Green"], ["", "Red"]))).toEqual(["Green", "Red"]);
    expect(ratingsOf(coloured("Progress", ["The board has met twice since the spring", "Green"], ["", "Red"]))).toEqual([undefined, undefined]);
  });

  test("below any other heading is a doubt, and is read once somebody says what the column is", () => {
    const sheet = coloured("How it goes", ["", "Green"], ["", "Red"]);

    expect(problemsOf(sheet)).toEqual([
      [
        null,
        "How it goes",
        "This column is coloured (green, red) and has no words, so nothing was read from it; if the colours are ratings, say “How it goes=rating” or write them as words.",
      ],
    ]);
    const mapped = readPlan([sheet], { ...aboutPlan, map: { "How it goes": "rating" } });
    expect(mapped.kind === "read" && mapped.content.measures.map(({ ratingAsImported }) => ratingAsImported)).toEqual(["Green", "Red"]);
  });

  test("on cells with words is a doubt where the plan has no rating", () => {
    const sheet = coloured("Evidence", ["a", "Green"], ["b", "Red"]);

    expect(problemsOf(sheet)).toEqual([
      [null, "Evidence", "Cells of this column are coloured (green, red), which was not read as ratings; write the ratings as words into a column headed RAG."],
    ]);
  });

  test("labels a key whose first cells are colours", () => {
    const keySheet = sheetOf("Key", [
      ["", "On track"],
      ["", "Delayed by more than a month"],
    ]);
    const key = { ...keySheet, rows: keySheet.rows.map((row, at) => ({ ...row, colours: [["Green", "Red"][at]] })) };
    const { scheme } = readSheets([coloured("RAG", ["", "Green"]), key]).scheme;

    expect(scheme.ratings.map(({ label, meaning }) => [label, meaning])).toEqual([
      ["Green", "On track"],
      ["Red", "Delayed by more than a month"],
    ]);
  });
});

import { describe, expect, test } from "@jest/globals";
import { readSheets, sheetOf } from "./sheets.ts";

describe("references", () => {
  const headings = ["Area", "Action", "Lead"];
  const before = readSheets([
    sheetOf("plan", [headings, ["Quality", "Audit every plan twice a year", "Ann"], ["Quality", "Coach writers", "Bob"], ["Speed", "Hire", "Cy"]]),
  ]).content;

  test("are minted from the area and a running number", () => {
    expect(before.measures.map(({ ref, words }) => [ref, words])).toEqual([
      ["1.1", "Audit every plan twice a year"],
      ["1.2", "Coach writers"],
      ["2.1", "Hire"],
    ]);
  });

  test("stay with their words when rows move, and what is new goes on counting", () => {
    const rows = [
      ["Speed", "Hire", "Cy"],
      ["Quality", "Coach writers", "Bob"],
      ["Quality", "Publish", "Ann"],
      ["Quality", "Audit every new plan twice a year", "Ann"],
      ["Voice", "Ask", "Di"],
    ];

    const { content } = readSheets([sheetOf("plan", [headings, ...rows])], { keptRefs: before });

    expect(content.measures.map(({ ref, words }) => [ref, words])).toEqual([
      ["1.1", "Audit every new plan twice a year"],
      ["1.2", "Coach writers"],
      ["1.3", "Publish"],
      ["2.1", "Hire"],
      ["3.1", "Ask"],
    ]);
  });

  test("that stand twice are told apart, and the owner is asked", () => {
    const reading = readSheets([
      sheetOf("plan", [
        ["Ref", "Action", "Lead"],
        ["1.2", "Do", "Ann"],
        ["1.2", "Make", "Bob"],
      ]),
    ]);

    expect(reading.content.measures.map(({ ref }) => ref)).toEqual(["1.2", "1.2b"]);
    expect(reading.problems).toMatchObject([
      { row: 3, column: "Ref", asWritten: "1.2", problem: expect.stringMatching(/^Row 2 has the reference 1.2 already/) },
    ]);
  });

  test("keep 1.1 and 1.10 apart", () => {
    const rows = [
      ["Ref", "Action", "Lead"],
      ["1.10", "Do", "Ann"],
      ["1.2", "Make", "Bob"],
      ["1.1", "Be", "Cy"],
    ];

    expect(readSheets([sheetOf("plan", rows)]).content.measures.map(({ ref }) => ref)).toEqual(["1.1", "1.2", "1.10"]);
  });
});

import { describe, expect, test } from "@jest/globals";
import { officerNamed } from "../../src/intake/rowRole.ts";
import { readSheets, sheetOf } from "./sheets.ts";

const head = ["Ref", "Action", "Lead", "Due", "RAG", "Update"];
const across = (words: string) => head.map(() => words);
const row = (ref: string) => [ref, `Do what ${ref} says`, "Ann", "May 2024", "Green", "under way"];
const read = (...rows: readonly (readonly string[])[]) => readSheets([sheetOf("Plan", [head, ...rows])]);

describe("rows that are no action", () => {
  test("totals, counts and numbers without words are passed over and said", () => {
    const { content, problems } = read(
      row("1.1"),
      ["1.2", "", "", "", "", ""],
      row("1.3"),
      ["Total actions", "2", "", "", "", ""],
      ["Green", "2", "", "", "", ""],
    );

    expect(content.measures.map(({ ref }) => ref)).toEqual(["1.1", "1.3"]);
    expect(problems.map(({ row: at, asWritten }) => [at, asWritten])).toEqual([
      [3, "1.2"],
      [5, "Total actions, 2"],
      [6, "Green, 2"],
    ]);
  });

  test("a sentence below an area's heading is no area, and its officer is its officer", () => {
    const { content, problems } = read(
      across("Priority 1: Shorter waits"),
      across("SRO: Chief Nurse"),
      across("Families wait too long to be seen"),
      row("1.1"),
      across("Priority 2: Better plans"),
      row("2.1"),
    );

    expect(content.areas).toEqual([
      { ref: "Priority 1", title: "Shorter waits", sros: ["Chief Nurse"] },
      { ref: "Priority 2", title: "Better plans", sros: [] },
    ]);
    expect(problems.map(({ asWritten }) => asWritten)).toEqual(["Families wait too long to be seen"]);
  });

  test("a whole number above its own actions heads them, and one with a lead is an action", () => {
    expect(read(["1", "Improve transitions", "", "", "", ""], row("1.1"), row("1.2")).content.areas).toMatchObject([
      { ref: "1", title: "Improve transitions" },
    ]);
    expect(read(["1", "Improve transitions", "Ann", "", "", ""], row("1.1")).content.measures.map(({ ref }) => ref)).toEqual(["1", "1.1"]);
  });
});

test("an officer above the headings is the officer of every row", () => {
  const { areas } = readSheets([
    sheetOf("Priority 3", [["Priority 3: Voice"], ["Senior Responsible Officer – Director of Education"], head, row("3.1")]),
  ]).content;

  expect(areas).toEqual([{ ref: "Priority 3", title: "Voice", sros: ["Director of Education"] }]);
});

test.each([
  ["SRO: Chief Nurse", "Chief Nurse"],
  ["Accountable officer (ICB) - Chief Nurse", "Chief Nurse"],
  ["Senior leaders do not know their area", undefined],
])("%j names the officer %s", (line, name) => {
  expect(officerNamed(line)).toBe(name);
});

import { describe, expect, test } from "@jest/globals";
import { readSheets, sheetOf } from "./sheets.ts";

describe("tables of other shapes", () => {
  test("title rows stand above the headings, and a heading row names the area of the rows below", () => {
    const { content, tables } = readSheets([
      sheetOf("plan", [
        ["Borough SEND improvement plan"],
        [],
        ["Ref", "Action", "Lead", "Due", "RAG"],
        ["Priority 1: Timeliness", "Priority 1: Timeliness", "Priority 1: Timeliness", "Priority 1: Timeliness", "Priority 1: Timeliness"],
        ["1.1", "Recruit", "Ann", "May 2024", "Green"],
        ["1.10", "Train", "Bob", "May 2024", "Amber"],
        ["Priority 2: Quality", "", "", "", ""],
        ["2.1", "Audit", "Ann", "May 2024", "Red"],
        ["", "Total", "", "", ""],
      ]),
    ]);

    expect(tables).toMatchObject([{ headerRow: 3, rows: 3 }]);
    expect(content.areas.map(({ ref, title }) => [ref, title])).toEqual([
      ["Priority 1", "Timeliness"],
      ["Priority 2", "Quality"],
    ]);
    expect(content.measures.map(({ ref, area }) => [ref, area])).toEqual([
      ["1.1", "Priority 1"],
      ["1.10", "Priority 1"],
      ["2.1", "Priority 2"],
    ]);
  });

  test("a heading above each of several tables names its area, and other tables are passed over with a reason", () => {
    const header = ["Action", "Lead", "Timescale"];
    const { content, passedOver } = readSheets([
      sheetOf("Timeliness", [header, ["Recruit", "Ann", "May 2024"]], ["Improvement plan", "Priority 1: Timeliness"]),
      sheetOf("Quality", [header, ["Audit", "Ann", "May 2024"], ["Coach", "Bob", "June 2024"]], ["Improvement plan", "Priority 2: Quality"]),
      sheetOf("Glossary", [["EHCP", "Education, Health and Care Plan"]]),
    ]);

    expect(content.measures.map(({ ref, area }) => [ref, area])).toEqual([
      ["1.1", "Priority 1"],
      ["2.1", "Priority 2"],
      ["2.2", "Priority 2"],
    ]);
    expect(passedOver).toEqual([{ sheet: "Glossary", why: "It has no row of headings Drumbeat knows." }]);
  });

  test("a plan without areas is one area, named as the plan is", () => {
    const { content } = readSheets([
      sheetOf("Sheet1", [
        ["Action", "Lead"],
        ["Do", "Ann"],
      ]),
    ]);

    expect(content.areas).toMatchObject([{ ref: "1", title: "Improvement plan" }]);
    const measures = sheetOf("Measures", [
      ["Area", "Measure"],
      ["Improvement plan", "Waits"],
    ]);
    expect(
      readSheets([
        sheetOf("Actions", [
          ["Action", "Lead"],
          ["Do", "Ann"],
        ]),
        measures,
      ]).content.areas,
    ).toMatchObject([{ ref: "1", title: "Improvement plan" }]);
  });

  test("cells left blank below an area are its own", () => {
    const rows = [
      ["Area", "Ref", "Action", "Lead"],
      ["A", "A1", "Do", "Ann"],
      ["", "A2", "Make", "Ann"],
      ["B", "B1", "Be", "Bob"],
    ];

    expect(readSheets([sheetOf("plan", rows)]).content.measures.map(({ ref, area }) => [ref, area])).toEqual([
      ["A1", "A"],
      ["A2", "A"],
      ["B1", "B"],
    ]);
  });

  test("a measure below its action, whose cells are blank, is the action's", () => {
    const rows = [
      ["Ref", "Action", "Impact measure", "Lead"],
      ["1", "Do", "Half", "Ann"],
      ["", "", "All", ""],
    ];

    expect(readSheets([sheetOf("plan", rows)]).content.measures.map(({ ref, action, words, leads }) => [ref, action, words, leads])).toEqual([
      ["1-1", "1", "Half", ["Ann"]],
      ["1-2", "1", "All", ["Ann"]],
    ]);
  });

  test("a column of what it depends on says what it waits for", () => {
    const rows = [
      ["Ref", "Action", "Lead", "Depends on"],
      ["1.1", "Buy", "Ann", ""],
      ["1.2", "Load", "Bob", "Action 1.1"],
      ["1.3", "Use", "Bob", "9.9"],
    ];

    expect(readSheets([sheetOf("plan", rows)]).content.measures.map(({ waitsFor }) => waitsFor)).toEqual([undefined, ["1.1"], undefined]);
  });

  test("a revised date is in force, and the first one its original", () => {
    const { content } = readSheets([
      sheetOf("plan", [
        ["Action", "Lead", "Target date", "Revised date"],
        ["Do", "Ann", "May 2022", "June 2023"],
        ["Make", "Ann", "May 2022", ""],
      ]),
    ]);

    expect(content.measures).toMatchObject([
      { due: { on: "2023-06-30" }, dateMoves: [{ from: { on: "2022-05-31", asWritten: "May 2022" }, on: "2022-11-21", reason: "import" }] },
      { due: { on: "2022-05-31" } },
    ]);
    expect(content.measures[1]?.dateMoves).toBeUndefined();
  });
});

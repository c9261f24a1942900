import { describe, expect, test } from "@jest/globals";
import { readPlan } from "../../src/intake/readPlan.ts";
import { aboutPlan, readSheets, sheetOf } from "./sheets.ts";

const fieldsOf = (headings: readonly string[], ...rows: readonly (readonly string[])[]) =>
  readSheets([sheetOf("plan", [headings, ...rows])]).tables[0]?.columns.map(({ field }) => field);

describe("columns are recognised", () => {
  test.each([
    [
      ["Ref", "Action", "Lead Officer", "Timescale", "RAG", "Progress update"],
      ["actionRef", "action", "lead", "due", "rating", "narrative"],
      ["1.1", "Do", "Ann", "May 2024", "Green", "Going well"],
    ],
    [
      ["What we will do", "Who", "By when", "How will we know"],
      ["action", "lead", "due", "evidence"],
      ["Train", "Ann", "May 2024", "They say so"],
    ],
    [
      ["Priority", "Key action", "Action owner", "Accountable officer", "Due date", "Status", "Comments", "Risks"],
      ["area", "action", "lead", "sro", "due", "rating", "narrative", "risk"],
      ["A", "Do", "Ann", "DCS", "May 2024", "On track", "Well", "None"],
    ],
    [
      ["Workstream", "No.", "Activity", "Responsible", "Deadline", "BRAG", "Success criteria"],
      ["area", "actionRef", "action", "lead", "due", "rating", "evidence"],
      ["A", "1", "Do", "Ann", "May 2024", "B", "It works"],
    ],
    [
      ["Actions we will take", "Person responsible", "Completion date", "Progress (BRAG)", "Resources required"],
      ["action", "lead", "due", "rating", "resources"],
      ["Do", "Ann", "May 2024", "Blue", "None"],
    ],
    [
      ["Action", "Lead", "Target date", "Revised date", "Status"],
      ["action", "lead", "due", "revised", "rating"],
      ["Do", "Ann", "May 2024", "June 2024", "Delayed"],
    ],
    [
      ["Area", "Action", "Start date", "End date", "Owner"],
      ["area", "action", "keep", "due", "lead"],
      ["A", "Do", "May 2024", "June 2024", "Ann"],
    ],
    [
      ["Ref\nNo", "Action\n(what we will do)", "Lead(s)", "Due date\n(by the end of)", "RAG\nrating", "Where are we now?", "Current position"],
      ["actionRef", "action", "lead", "due", "rating", "narrative", "latest"],
      ["1.1", "Do", "Ann", "May 2024", "Green", "The board has met", "64%"],
    ],
    [
      ["Action / sub-action", "Assigned to", "Start", "Finish", "Current position"],
      ["action", "lead", "keep", "due", "narrative"],
      ["Do", "Ann", "May 2024", "June 2024", "The draft went to the board in May and came back"],
    ],
    [
      ["What we will do", "What we will see", "The difference this will make", "Who", "When"],
      ["action", "evidence", "keep", "lead", "due"],
      ["Do", "Clear roles", "Trust", "Ann", "May 2024"],
    ],
    [
      ["Action", "LA lead", "Health lead", "Original deadline", "Revised deadline", "RAG"],
      ["action", "lead", "lead", "due", "revised", "rating"],
      ["Do", "Ann", "Ben", "May 2024", "June 2024", "Green"],
    ],
    [
      ["Action", "Lead", "BRAG Mar 24", "BRAG Dec 23", "Update Sept 2023", "Update Dec 2023"],
      ["action", "lead", "rating", "keep", "keep", "narrative"],
      ["Do", "Ann", "Green", "Red", "The board has met", "The board has met again"],
    ],
    [
      ["Action", "Type", "Lead", "When"],
      ["action", "kind", "lead", "due"],
      ["Do", "PI, Audit", "Ann", "May 2024"],
    ],
  ])("%j", (headings, fields, row) => {
    expect(fieldsOf(headings, row)).toEqual(fields);
  });

  test("the leads of all partners lead", () => {
    const rows = [
      ["Action", "LA lead", "Health lead", "Due"],
      ["Agree the offer", "Ann", "Ben, Cy", "May 2024"],
      ["Share data", "", "Ben", "May 2024"],
    ];
    expect(readSheets([sheetOf("plan", rows)]).content.measures.map(({ leads }) => leads)).toEqual([["Ann", "Ben", "Cy"], ["Ben"]]);
  });

  test("a column of objectives below a numbered title is the level between it and the actions", () => {
    const rows = [
      ["Objective", "Key actions", "Lead", "Timescale"],
      ["1. More local places", "Open a base", "Ann", "May 2024"],
      ["2. Better post-16", "Map the offer", "Ben", "June 2024"],
    ];
    const { content } = readSheets([
      sheetOf("Places", rows, ["Strategy", "Ambition 1 – Right place"]),
      sheetOf("Voice", rows, ["Strategy", "Ambition 2 – Voice"]),
    ]);

    expect(content.areas.map(({ ref, title }) => [ref, title])).toEqual([
      ["1", "Ambition 1 – Right place"],
      ["2", "Ambition 2 – Voice"],
    ]);
    expect(content.sections.map(({ ref, area, title }) => [ref, area, title])).toEqual([
      ["1.1", "1", "More local places"],
      ["1.2", "1", "Better post-16"],
      ["2.1", "2", "More local places"],
      ["2.2", "2", "Better post-16"],
    ]);
    expect(content.measures.map(({ section }) => section)).toEqual(["1.1", "1.2", "2.1", "2.2"]);
  });

  test("two columns called Progress are told apart by their cells", () => {
    const rows = ["Green", "Red", "Amber"].map((colour, at) => [
      `Do ${at}`,
      "Ann",
      colour,
      `${colour} since the autumn, because nobody was in post until then`,
    ]);

    expect(fieldsOf(["Action", "Lead", "Progress", "Progress"], ...rows)).toEqual(["action", "lead", "rating", "narrative"]);
    expect(fieldsOf(["Action", "Lead", "Progress", "Progress"], ...rows.map(([a = "", b = "", c = "", d = ""]) => [a, b, d, c]))).toEqual([
      "action",
      "lead",
      "narrative",
      "rating",
    ]);
  });

  test("a Ref that holds flags is no reference", () => {
    expect(fieldsOf(["Ref", "Action", "Lead"], ["KPI", "Do", "Ann"], ["", "Make", "Bob"])).toEqual(["keep", "action", "lead"]);
  });

  test("of a rating for each month the last is in force, and the others are kept", () => {
    const { content } = readSheets([
      sheetOf("plan", [
        ["Action", "Lead", "RAG Oct 2023", "RAG Jan 2024"],
        ["Do", "Ann", "Red", "Green"],
      ]),
    ]);

    expect(content.measures).toMatchObject([{ ratingAsImported: "Green", other: { "RAG Oct 2023": "Red" } }]);
  });

  test("a person's word comes before what was found, and a wrong one names the headings there are", () => {
    const sheets = [
      sheetOf("plan", [
        ["Thing", "Person", "Moment", "Status"],
        ["Do", "Ann", "May 2024", "Green"],
      ]),
    ];

    expect(readSheets(sheets, { map: { thing: "action", Person: "lead", MOMENT: "due", Status: "keep" } }).content.measures).toMatchObject([
      { words: "Do", leads: ["Ann"], due: { on: "2024-05-31" }, other: { Status: "Green" } },
    ]);
    expect(readPlan(sheets, { ...aboutPlan, map: { When: "due" } })).toEqual({
      kind: "refused",
      problems: [
        {
          row: null,
          column: "When",
          asWritten: "When=due",
          problem: expect.stringMatching(/No column is headed “When”.*“Thing”, “Person”, “Moment”, “Status”/),
        },
      ],
    });
  });
});

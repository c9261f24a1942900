import { describe, expect, test } from "@jest/globals";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
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

import { expect, test } from "@jest/globals";
import type { DuePhrase, DueReading } from "../../src/domain/duePhrase.ts";
import { day as on } from "../../src/domain/localDate.ts";
import { planYears, readDuePhrase } from "../../src/domain/readDuePhrase.ts";

/** What other plans write, and what it means. A month means its last day, a term the last of its months. */
test.each([
  ["By end November 2001", "2001-11-30"],
  ["17th March 2018", "2018-03-17"],
  ["by 31st of March 2023", "2023-03-31"],
  ["30 th April 2022", "2022-04-30"],
  ["30-Jun-23", "2023-06-30"],
  ["30/6/23", "2023-06-30"],
  ["31.03.2023", "2023-03-31"],
  ["2023-03-31 00:00:00", "2023-03-31"],
  ["May 5, 2022", "2022-05-05"],
  ["Thursday 5 May 2022", "2022-05-05"],
  ["44834", "2022-09-30"],
  ["Sept-22", "2022-09-30"],
  ["March '23", "2023-03-31"],
  ["09/2022", "2022-09-30"],
  ["Q3 2025/26", "2025-12-31"],
  ["end of Q4 2022-23", "2023-03-31"],
  ["Autumn term 2019", "2019-12-31"],
  ["Summer 2020", "2020-08-31"],
  ["2021/22 Spring term", "2022-03-31"],
  ["Autumn 1 2021", "2021-10-31"],
  ["October half term 2021", "2021-10-31"],
  ["Term 5 2022", "2022-05-31"],
  ["FY 2021/22", "2022-03-31"],
  ["academic year 2021-22", "2022-08-31"],
  ["End of 2022", "2022-12-31"],
  ["By Easter 2022", "2022-04-17"],
  ["before Christmas 2021", "2021-12-24"],
  ["w/c 21st November 2022", "2022-11-27"],
  ["no later than 31 March 2022", "2022-03-31"],
  ["late March 2022", "2022-03-31"],
  ["start of March 2022", "2022-03-01"],
  ["1-5 July 2021", "2021-07-05"],
  ["28 June - 2 July 2021", "2021-07-02"],
  ["01/07/2021-05/07/2021", "2021-07-05"],
  ["July - Sept 2021", "2021-09-30"],
  ["July/August 2019", "2019-08-31"],
  ["June/ July and August 2019", "2019-08-31"],
  ["Autumn/Spring 2022", "2022-03-31"],
  ["Between April and June 2022", "2022-06-30"],
  ["October - March 2023", "2023-03-31"],
  ["Ongoing to March 2023", "2023-03-31"],
  ["Target date: 31 March 2023", "2023-03-31"],
  ["Oct half term 22", "2022-10-31"],
  ["financial year end 2023", "2023-03-31"],
  ["Throughout the summer term 2022", "2022-08-31"],
])("%j is due on %s", (asWritten, date) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "day", on: date, asWritten });
});

test.each([
  ["Complete (August,2001)", "2001-08-31", "Complete"],
  ["COMPLETED\nJuly 2021", "2021-07-31", "COMPLETED"],
  ["In place Autumn 2019", "2019-12-31", "In place"],
  ["Go live 30/04/2021", "2021-04-30", "Go live"],
  ["Spring term (26 April 2021)", "2021-04-26", "Spring term"],
  ["Significant improvement by February 2020", "2020-02-29", "Significant improvement"],
  ["Ongoing (review July 2022)", "2022-07-31", "review"],
])("%j is due on %s and labelled %j", (asWritten, date, label) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "day", on: date, label, asWritten });
});

test.each([
  ["early March 2022", "2022-03-10", "“early March 2022” names no day and was read as 10 March 2022."],
  ["mid-December 2022", "2022-12-15", "“mid December 2022” names no day and was read as 15 December 2022."],
  ["2022", "2022-12-31", "“2022” names only a year and was read as the end of it."],
  ["2021/22", "2022-03-31", "“2021/22” was read as the financial year, which ends on 31 March; write “academic year” if that was meant."],
  ["Q3 2025", "2025-12-31", "“Q3 2025” was read as a quarter of the financial year 2025/26; write both years to be sure."],
  ["Term 3 2022", "2022-02-28", "“Term 3 2022” was read as one of six terms in a school year; if yours has three, write the term's name."],
  ["May 25", "2025-05-31", "“May 25” was read as May 2025 and not as a day; write the year in full to be sure."],
  ["December 2022 (provisional)", "2022-12-31", "The date is not firm: “provisional” stands beside it."],
  ["December 2022?", "2022-12-31", "The date is not firm: “?” stands beside it."],
  ["September 2021 and ongoing", "2021-09-30", "“Ongoing” stands beside the date, which was read as the day by which this is due."],
  ["March 2022, then every 6 months", "2022-03-31", "“every 6 months” is not among the dates, since only the day written was read."],
])("%j is probably due on %s, and the doubt is said", (asWritten, date, doubt) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "day", on: date, doubts: [doubt], asWritten });
});

test("words nobody knows beside a single date are its label, with a doubt", () => {
  expect(readDuePhrase("Board February 2020")).toMatchObject({ kind: "day", on: "2020-02-29", label: "Board", doubts: [expect.stringContaining("Board")] });
});

test.each([
  "ASAP",
  "Done",
  "N/A",
  "Closed",
  "Immediate",
  "TBC by Leads",
  "To be agreed following revised JSNA issue",
  "In line with HNB workstream plan",
  "HNB workstream end date (TBC)\nInterim timescales for AR backlog 'catch-up' within HNB development programme (to be included)",
  "Ongoing work",
])("%j has no date", (asWritten) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "undated", asWritten });
});

test("a phrase that points elsewhere has no date of its own", () => {
  expect(readDuePhrase("As per 1.1.1")).toMatchObject({ kind: "undated", doubts: ["“As per 1.1.1” points to another place, so it has no date of its own."] });
});

test.each(["12 months", "Within 6 weeks", "6 months from approval", "Short term"])("%j counts from a day nobody wrote", (asWritten) => {
  expect(readDuePhrase(asWritten)).toEqual({
    kind: "undated",
    asWritten,
    doubts: [`“${asWritten}” counts from a day that is not written, so it has no date.`],
  });
});

test.each([
  ["From September 2021 and ongoing", "2021-09-01"],
  ["Dec 2021 - ongoing", "2021-12-01"],
  ["October 2021 onwards", "2021-10-01"],
  ["Starting January 2022", "2022-01-01"],
  ["Start Sept 2022", "2022-09-01"],
  ["To commence Sept 2022", "2022-09-01"],
  ["Ongoing from April 2022", "2022-04-01"],
])("%j only starts, on %s", (asWritten, from) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "startOnly", from, asWritten });
});

test.each<[string, DueReading & Pick<DuePhrase, "startsOn">]>([
  ["Annually in July", { kind: "recurring", every: "Annually in July" }],
  ["Reviewed termly", { kind: "recurring", every: "termly" }],
  ["Ongoing - reviewed quarterly", { kind: "recurring", every: "quarterly" }],
  ["Monthly from April 2022", { kind: "recurring", every: "Monthly", startsOn: on("2022-04-01") }],
  ["15th February each year", { kind: "recurring", every: "15th February each year" }],
  ["Annually by 31 March", { kind: "recurring", every: "Annually by 31 March" }],
  ["Every six weeks until March 2023", { kind: "recurring", every: "Every six weeks", until: on("2023-03-31") }],
])("%j comes round", (asWritten, expected) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ ...expected, asWritten });
});

test.each([
  [
    "Phase 1: May 2022; Phase 2: Oct 2022",
    [
      ["2022-05-31", "Phase 1"],
      ["2022-10-31", "Phase 2"],
    ],
  ],
  [
    "D1 weekly meetings in place from July 2020, D2 to be fully in place from September 2020",
    [
      ["2020-07-31", "D1 weekly meetings in place"],
      ["2020-09-30", "D2 to be fully in place"],
    ],
  ],
  [
    "May 2022 - draft; July 2022 - final",
    [
      ["2022-05-31", "draft"],
      ["2022-07-31", "final"],
    ],
  ],
  ["16th, 18th, 24th June 2020", [["2020-06-16"], ["2020-06-18"], ["2020-06-24"]]],
  ["15 July and December 2022", [["2022-07-15"], ["2022-12-31"]]],
  ["• May 2022\n• July 2022", [["2022-05-31"], ["2022-07-31"]]],
  ["July/August 2019\nJuly/August 2019", [["2019-08-31"], ["2019-08-31"]]],
  [
    "Jan 2022 (3 months) / April 2022 (6 months)",
    [
      ["2022-01-31", "3 months"],
      ["2022-04-30", "6 months"],
    ],
  ],
  ["Quarterly: March, June and Sept 2022", [["2022-03-31"], ["2022-06-30"], ["2022-09-30"]]],
  ["Q1, Q2 2022/23", [["2022-06-30"], ["2022-09-30"]]],
])("%j has steps", (asWritten, each) => {
  const steps = each.map(([date, label]) => ({ on: date, ...(label && { label }) }));

  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "milestones", steps, asWritten });
});

test.each([
  ["50% by Dec 2022, 80% by March 2023"],
  ["Dec 2022 - 50%\nMarch 2023 - 80%"],
  ["Dec 2022 (50%), March 2023 (80%)"],
  ["Dec 2022: 50%; March 2023: 80%"],
])("%j has a target for each date", (asWritten) => {
  const steps = [
    { on: "2022-12-31", target: "50%" },
    { on: "2023-03-31", target: "80%" },
  ];
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "milestones", steps, asWritten });
});

test.each([
  ["March 2022 subject to approval", "2022-03-31", "The date is not firm: “subject to approval” stands beside it."],
  ["30 June 2022 (pending the inspection)", "2022-06-30", "The date is not firm: “pending the inspection” stands beside it."],
  ["2021-2024", "2024-12-31", "“2021-2024” names only years and was read as the end of 2024."],
])("%j is read, with a doubt", (asWritten, date, doubt) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "day", on: date, doubts: [doubt], asWritten });
});

test("what comes after a day has none by which it is due", () => {
  expect(readDuePhrase("After Easter 2022")).toStrictEqual({
    kind: "startOnly",
    from: "2022-04-18",
    doubts: ["“After 17 April 2022” names no day by which this is due."],
    asWritten: "After Easter 2022",
  });
});

test("a year that is financial by one reading and by another is not guessed at", () => {
  expect(readDuePhrase("FY22")).toMatchObject({ kind: "invalid", problem: expect.stringContaining("2021/22, which ends in that year, or 2022/23") });
});

test("a year is supplied from the dates beside it, with a doubt", () => {
  expect(readDuePhrase("October 2019\nSeptember 2019\nOctober onwards\nAugust 2019")).toMatchObject({
    kind: "milestones",
    steps: [{ on: "2019-08-31" }, { on: "2019-09-30" }, { on: "2019-10-31" }, { on: "2019-10-31", label: "onwards" }],
    doubts: ["“October” has no year and was read as 2019, like the other dates beside it."],
  });
  expect(readDuePhrase("October and March 2023")).toMatchObject({
    steps: [{ on: "2022-10-31" }, { on: "2023-03-31" }],
    doubts: ["“October” has no year and was read as 2022, since it stands before March 2023."],
  });
});

test("a year is supplied from the plan's only where one is possible, with a doubt", () => {
  const years = { first: 2021, last: 2023 };

  expect(readDuePhrase("w/c 21st November", { years })).toMatchObject({ kind: "day", on: "2022-11-27", doubts: [expect.stringContaining("2022")] });
  expect(readDuePhrase("October onwards", { years: { first: 2019, last: 2019 } })).toMatchObject({ kind: "startOnly", from: "2019-10-01" });
  expect(readDuePhrase("w/c 21st November").kind).toBe("invalid");
  expect(readDuePhrase("21st November", { years }).kind).toBe("invalid");
});

test("a month and two figures are a month and a year where the plan's years say so, and unclear where they do not", () => {
  expect(readDuePhrase("May 25", { years: { first: 2024, last: 2026 } })).toStrictEqual({ kind: "day", on: "2025-05-31", asWritten: "May 25" });
  expect(readDuePhrase("May 25", { years: { first: 2018, last: 2020 } })).toMatchObject({
    kind: "invalid",
    problem: "It is not clear what is meant by “May 25” (a day, or May 2025, which lies outside the plan's other years), so no date was read.",
  });
});

test("a plan's years are those of its plain dates, a slip apart", () => {
  expect(planYears(["May 2022", "Q1 2023/24", "TBC", "Sept 2002", "mid June 2029", "31/09/2020"])).toEqual({ first: 2022, last: 2023 });
  expect(planYears(["TBC", ""])).toBeUndefined();
});

test.each([
  ["December 2022 (was July 2022)", "2022-12-31", "2022-07-31", "July 2022"],
  ["30 June 2022 (extended to 30 September 2022)", "2022-09-30", "2022-06-30", "30 June 2022"],
  ["was July 2022, now December 2022", "2022-12-31", "2022-07-31", "July 2022"],
  ["Revised to Sept 2022 (originally June 2022)", "2022-09-30", "2022-06-30", "June 2022"],
  ["Original deadline: July 2022\nNew deadline: December 2022", "2022-12-31", "2022-07-31", "July 2022"],
  ["30/04/2021 - revised 30/06/2021", "2021-06-30", "2021-04-30", "30 April 2021"],
])("%j is due on %s and was due on %s", (asWritten, date, before, words) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ kind: "day", on: date, movedFrom: { kind: "day", on: before, asWritten: words }, asWritten });
});

test("of start, revised and end in one cell, revised is in force, the end is what it was before, and the start is kept", () => {
  const cell = "Start: June 2021 / Revised: Sept 2021 / End: July 2021";

  expect(readDuePhrase(cell)).toStrictEqual({
    kind: "day",
    on: "2021-09-30",
    startsOn: "2021-06-01",
    movedFrom: { kind: "day", on: "2021-07-31", asWritten: "July 2021" },
    asWritten: cell,
  });
  expect(readDuePhrase("Start: June 2021\nRevised:\nEnd: July 2021")).toMatchObject({ kind: "day", on: "2021-07-31", startsOn: "2021-06-01" });
  expect(readDuePhrase("Start date 01/06/2021 End date TBC")).toMatchObject({ kind: "startOnly", from: "2021-06-01" });
  expect(readDuePhrase("Start: June 2021 / Revised: when ready / End: July 2021").kind).toBe("invalid");
});

test("a date revised twice remembers both", () => {
  expect(readDuePhrase("Original: 30/04/2021\nRevised: 30/06/2021\nRevised: 30/09/2021")).toMatchObject({
    on: "2021-09-30",
    movedFrom: { on: "2021-06-30", movedFrom: { on: "2021-04-30" } },
  });
});

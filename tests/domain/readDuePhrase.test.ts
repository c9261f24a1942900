import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import type { DuePhrase, DueReading } from "../../src/domain/duePhrase.ts";
import { day as on } from "../../src/domain/localDate.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";

type Expected = DueReading & Pick<DuePhrase, "doubts">;

/** The 37 ways of the Warwickshire plan, with the meaning its own notes give them. */
const waysOfThePlan: [string, Expected][] = [
  ["October 2021 (launch)", day("2021-10-31", "launch")],
  ["February 2022", day("2022-02-28")],
  ["March 2022", day("2022-03-31")],
  ["April 2022", day("2022-04-30")],
  ["May 2022", day("2022-05-31")],
  ["June 2022", day("2022-06-30")],
  ["July 2022", day("2022-07-31")],
  ["August 2022", day("2022-08-31")],
  ["September 2022", day("2022-09-30")],
  ["October 2022", day("2022-10-31")],
  ["December 2022", day("2022-12-31")],
  ["March 2023", day("2023-03-31")],
  ["April 2023", day("2023-04-30")],
  ["May 2023", day("2023-05-31")],
  [
    "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks",
    {
      kind: "milestones",
      steps: [
        { on: on("2022-09-30"), target: "177 weeks" },
        { on: on("2023-06-30"), target: "125 weeks" },
        { on: on("2024-03-31"), target: "13 weeks" },
      ],
    },
  ],
  ["December 2022 (interim milestone in July 2022)", steps(["2022-07-31", "interim milestone"], ["2022-12-31"])],
  ["December 2022 (interim milestone July 2022)", steps(["2022-07-31", "interim milestone"], ["2022-12-31"])],
  ["September 2022 (interim milestone July 2022)", steps(["2022-07-31", "interim milestone"], ["2022-09-30"])],
  [
    "June 2023 (interim milestones in July 2022, December 2022)",
    steps(["2022-07-31", "interim milestones"], ["2022-12-31", "interim milestones"], ["2023-06-30"]),
  ],
  [
    "May 2023 (interim milestones in July 2022, December 2022)",
    steps(["2022-07-31", "interim milestones"], ["2022-12-31", "interim milestones"], ["2023-05-31"]),
  ],
  ["January 2023 (with interim milestone in December 2022)", steps(["2022-12-31", "interim milestone"], ["2023-01-31"])],
  ["September 2022 (baseline in March 2022)", steps(["2022-03-31", "baseline"], ["2022-09-30"])],
  ["Phased approach by June 2023 (with interim quarterly milestones)", { kind: "recurring", every: "quarterly", until: on("2023-06-30") }],
  ["January 2022 (plus milestones in July 2022, Dec 2022)", steps(["2022-01-31"], ["2022-07-31", "milestones"], ["2022-12-31", "milestones"])],
  ["February 2022 (milestones in July 2022, Dec 2022)", steps(["2022-02-28"], ["2022-07-31", "milestones"], ["2022-12-31", "milestones"])],
  [
    "April 2022 (milestones to review in July 2022, December 2022)",
    steps(["2022-04-30"], ["2022-07-31", "milestones to review"], ["2022-12-31", "milestones to review"]),
  ],
  ["November 2021 (plus milestones in July 2022 and December 2022)", steps(["2021-11-30"], ["2022-07-31", "milestones"], ["2022-12-31", "milestones"])],
  ["April 2022 with milestone in March 2023", steps(["2022-04-30"], ["2023-03-31", "milestone"])],
  ["October 2021 (plus milestones in July and December 2022)", steps(["2021-10-31"], ["2022-07-31", "milestones"], ["2022-12-31", "milestones"])],
  ["December 2021 (plus milestones in July and December 2022)", steps(["2021-12-31"], ["2022-07-31", "milestones"], ["2022-12-31", "milestones"])],
  ["July 2022 (baseline) March 2023 (final review)", steps(["2022-07-31", "baseline"], ["2023-03-31", "final review"])],
  [
    "March 2022 (baseline). October 2022 and March 2023 (follow up engagement)",
    steps(["2022-03-31", "baseline"], ["2022-10-31", "follow up engagement"], ["2023-03-31", "follow up engagement"]),
  ],
  [
    "March 2022 (baseline) and follow up surveys in Oct 2022 & March 2023",
    steps(["2022-03-31", "baseline"], ["2022-10-31", "follow up surveys"], ["2023-03-31", "follow up surveys"]),
  ],
  ["May 2022, December 2022", steps(["2022-05-31"], ["2022-12-31"])],
  ["From April 2022", { kind: "startOnly", from: on("2022-04-01") }],
  [
    "October 2022\nEvaluation by [text lost in extract]",
    { ...day("2022-10-31"), doubts: ["The date of “Evaluation” is lost, so only what stands before it was read."] },
  ],
  ["[text lost in extract]", { kind: "invalid", problem: "Words of this date are lost, so no date was read." }],
];

test.each(waysOfThePlan)("reads %j", (asWritten, expected) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ ...expected, asWritten });
});

test("knows every way in which the sample plan writes a date, and has no other in its table", () => {
  const rows: Record<string, string>[] = parse(readFileSync("samples/warwickshire-wsoa-2022-11.csv"), { columns: true });

  const written = new Set(rows.map((row) => row["Completion date"]));

  expect(written).toEqual(new Set(waysOfThePlan.map(([asWritten]) => asWritten)));
  expect(written.size).toBe(37);
});

test.each<[string, Expected]>([
  ["31/10/2020", day("2020-10-31")],
  ["1/4/2021", day("2021-04-01")],
  ["17th March 2018", day("2018-03-17")],
  ["2022-09-30", day("2022-09-30")],
  ["29 February 2024", day("2024-02-29")],
  ["SEPT 2022", day("2022-09-30")],
  ["  dec.  2022. ", day("2022-12-31")],
  ["By the end of March 2023", day("2023-03-31")],
  ["June 2023: 125 weeks", { kind: "day", on: on("2023-06-30"), target: "125 weeks" }],
  ["From 17/03/2022", { kind: "startOnly", from: on("2022-03-17") }],
  ["Quarterly", { kind: "recurring", every: "Quarterly" }],
  ["", { kind: "undated" }],
  [" \n", { kind: "undated" }],
  ["Ongoing", { kind: "undated" }],
  ["TBC", { kind: "undated" }],
  ["To be agreed", { kind: "undated" }],
  ["To be agreed by CCG by 31/10/2020", { kind: "toBeAgreed", by: on("2020-10-31") }],
  ["To be agreed by CCG/LPT by end of October 2020", { kind: "toBeAgreed", by: on("2020-10-31") }],
  ["To be agreed by 31/10/2020", { kind: "toBeAgreed", by: on("2020-10-31") }],
  ["September 2019\r\nOctober 2019", steps(["2019-09-30"], ["2019-10-31"])],
  ["June, July and December 2022", steps(["2022-06-30"], ["2022-07-31"], ["2022-12-31"])],
])("reads %j, which other plans write", (asWritten, expected) => {
  expect(readDuePhrase(asWritten)).toStrictEqual({ ...expected, asWritten });
});

test("puts steps that are the same or out of order in date order, each with its own label", () => {
  expect(readDuePhrase("December 2022 (final review), May 2022 (baseline)")).toMatchObject(steps(["2022-05-31", "baseline"], ["2022-12-31", "final review"]));
  expect(readDuePhrase("May 2022, May 2022")).toMatchObject(steps(["2022-05-31"], ["2022-05-31"]));
});

test.each([
  ["31/09/2020", "There is no day “31/09/2020” (September has 30 days), so no date was read; did you mean 30 September 2020?"],
  ["31st June 22", "There is no day “31st June 22” (June has 30 days), so no date was read; did you mean 30 June 2022?"],
  ["29 February 2021", "There is no day “29 February 2021” (February 2021 has 28 days), so no date was read; did you mean 28 February 2021?"],
  ["45/03/2021", "There is no day “45/03/2021” (March has 31 days), so no date was read."],
  ["12/31/2020", "There is no day “12/31/2020” (there is no month 31), so no date was read; did you mean 31 December 2020?"],
  ["March 0222", "There is no day “March 0222” (the year 0222 is too far off), so no date was read."],
  ["31/10//2020", "“31/10//2020” cannot be read as a date, so no date was read; did you mean 31 October 2020?"],
  ["Septmeber 2022", "“Septmeber 2022” cannot be read as a date, so no date was read; did you mean September 2022?"],
  ["Friday 5 May 2022", "5 May 2022 is a Thursday and not a Friday, so no date was read."],
  ["December 2022 - May 2022", "“December 2022 to May 2022” ends before it begins, so no date was read."],
  ["By 30th Sept", "“30th Sept” has no year, so no date was read; write it out, for instance “30 Sept 2022”."],
  ["October 2019, January", "“January” has no year, so no date was read; write it out, for instance “January 2022”."],
  ["end of term", "“end of term” does not say which year, so no date was read."],
  ["Soon", "No date could be found in these words."],
])("law 10: %j is said to be wrong and not corrected", (asWritten, problem) => {
  expect(readDuePhrase(asWritten)).toEqual({ kind: "invalid", problem, asWritten });
});

test("law 10: where the day by which a date is to be agreed is mistyped, no day is taken", () => {
  const asWritten = "To be agreed by partners by end of 31/10//2020";

  expect(readDuePhrase(asWritten)).toStrictEqual({
    kind: "toBeAgreed",
    doubts: ["“31/10//2020” cannot be read as a date, so no date was read; did you mean 31 October 2020?"],
    asWritten,
  });
});

test.each([
  "December 2022 and",
  "December 2022 or March 2023",
  "May 2022 December 2022",
  "December 2022/23",
  "2021/24",
  "Not before March 2022",
  "Sept 2022: cancelled",
  "Sept 2022: 177 weeks by June 2023",
  "September 2022 (baseline in [text lost in extract])",
  "To be agreed by CCG and in place by 31/10/2020",
  "To be agreed by CCG, done by 31/10/2020",
  "To be agreed after March 2022",
  "FY22",
  "March",
  "⟨2022-07⟩",
])("law 10: %j is not guessed at", (asWritten) => {
  expect(readDuePhrase(asWritten)).toMatchObject({ kind: "invalid", asWritten });
});

function day(date: string, label?: string): Expected {
  return { kind: "day", on: on(date), ...(label && { label }) };
}

function steps(...each: [date: string, label?: string][]): Expected {
  return { kind: "milestones", steps: each.map(([date, label]) => ({ on: on(date), ...(label && { label }) })) };
}

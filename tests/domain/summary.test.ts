import { expect, test } from "@jest/globals";
import { dueLists } from "../../src/domain/dueLists.ts";
import { exceptionsOf } from "../../src/domain/exceptions.ts";
import { day } from "../../src/domain/localDate.ts";
import { summarise } from "../../src/domain/summary.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const today = day("2022-11-21");

test("9 of 72 is 12.5 per cent and shown as 13: half rounds up", () => {
  const measures = Array.from({ length: 72 }, (_, i) => makeMeasure(`1.1.${i}-1`, "December 2022", { ratingAsImported: i < 9 ? "Grey" : "Green" }));

  expect(summarise(makePlan(measures), today).overall.percentages).toEqual({ Blue: 0, Green: 88, Amber: 0, Red: 0, Grey: 13 });
});

test("a plan without measures or ratings claims nothing", () => {
  expect(summarise(makePlan([]), today).overall).toMatchObject({ total: 0, unrated: 0, percentages: { Blue: 0 } });
  expect(summarise(makePlan([makeMeasure("1.1.1-1", "", { ratingAsImported: undefined })]), today).overall).toMatchObject({
    total: 1,
    unrated: 1,
    counts: { Blue: 0 },
  });
});

test("a good rating does not hide an overdue date, the longest overdue comes first", () => {
  const plan = makePlan([
    makeMeasure("1.1.1-1", "October 2022"),
    makeMeasure("1.1.1-2", "May 2022"),
    makeMeasure("1.1.1-3", "May 2022", { ratingAsImported: "Blue" }),
  ]);

  expect(summarise(plan, today).areas[0]?.overdue.map(({ ref, daysOverdue }) => [ref, daysOverdue])).toEqual([
    ["1.1.1-2", 174],
    ["1.1.1-1", 21],
  ]);
});

test("every open measure is in exactly one due list", () => {
  const phrases = [
    "October 2022",
    "December 2022 (interim milestone in July 2022)",
    "From April 2022",
    "Ongoing",
    "To be agreed by CCG by 31/10/2020",
    "31/09/2020",
    "Phased approach by June 2023 (with interim quarterly milestones)",
  ];
  const plan = makePlan(phrases.map((phrase, i) => makeMeasure(`1.1.1-${i}`, phrase)));

  expect(dueLists(plan, today)).toEqual({
    overdue: ["1.1.1-0"],
    milestonePassed: ["1.1.1-1"],
    ahead: [
      { ref: "1.1.1-1", on: "2022-12-31" },
      { ref: "1.1.1-6", on: "2023-06-30" },
    ],
    startOnly: ["1.1.1-2"],
    undated: ["1.1.1-3"],
    toBeAgreed: ["1.1.1-4"],
    invalid: ["1.1.1-5"],
  });
});

test("an exception tells the board what its lead said last, when, and what would help", () => {
  const latest = makeUpdate("000001", { on: day("2022-11-14"), rating: "Amber", narrative: "Two posts are vacant.", help: "Agency budget" });
  const plan = makePlan([
    makeMeasure("1.1.1-1", "March 2023", { standing: { rating: "Amber", latest, lastUpdate: "000001" } }),
    makeMeasure("1.1.1-2", "March 2023", { ratingAsImported: "Amber" }),
  ]);

  expect(exceptionsOf(plan, today)).toMatchObject([
    { said: "Two posts are vacant.", heardOn: "2022-11-14", help: "Agency budget" },
    { said: "As imported.", heardOn: "2022-11-21", help: undefined },
  ]);
});

test("exceptions are what is off track, of concern, overdue or proposed complete, in that order", () => {
  const plan = makePlan([
    makeMeasure("1.1.1-1", "March 2023"),
    makeMeasure("1.1.1-2", "October 2022"),
    makeMeasure("1.1.1-3", "March 2023", { ratingAsImported: "Amber" }),
    makeMeasure("1.1.1-4", "October 2022", { ratingAsImported: "Red" }),
    makeMeasure("1.1.1-5", "March 2023", { standing: { rating: "Green", proposedComplete: true, lastUpdate: "000001" } }),
  ]);

  expect(exceptionsOf(plan, today).map(({ ref, why }) => `${ref}: ${why}`)).toEqual([
    "1.1.1-4: off track; 21 days overdue",
    "1.1.1-3: concerns",
    "1.1.1-2: 21 days overdue",
    "1.1.1-5: proposed complete: waits for sign-off",
  ]);
});

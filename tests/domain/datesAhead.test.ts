import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { summarise } from "../../src/domain/summary.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const today = day("2022-11-21");
const areaOf = (...measures: Parameters<typeof makePlan>[0]) => summarise(makePlan(measures), today).areas[0];

test("of each measure its next date comes, the soonest first; what is complete, released or gone by has none", () => {
  const released = { id: "000001", part: "measure", ref: "1.1.1-4", kind: "release", on: today, reason: "" } as never;
  const area = areaOf(
    makeMeasure("1.1.1-1", "March 2023"),
    makeMeasure("1.1.1-2", "December 2022 (interim milestone in July 2022)"),
    makeMeasure("1.1.1-3", "March 2023", { ratingAsImported: "Blue" }),
    makeMeasure("1.1.1-4", "March 2023", { released }),
    makeMeasure("1.1.1-5", "October 2022"),
    makeMeasure("1.1.1-6", "21 November 2022"),
    makeMeasure("1.1.1-7", "Ongoing"),
  );

  expect(area?.ahead.map(({ ref, on }) => [ref, on])).toEqual([
    ["1.1.1-6", "2022-11-21"],
    ["1.1.1-2", "2022-12-31"],
    ["1.1.1-1", "2023-03-31"],
  ]);
});

test("help is told of open measures, the latest first, while the report that asks for it is in force", () => {
  const asks = (on: string, help: string, more = {}) => ({
    standing: { rating: "Amber", latest: makeUpdate("000001", { on: day(on), help }), lastUpdate: "000001", ...more },
  });
  const area = areaOf(
    makeMeasure("1.1.1-1", "March 2023", asks("2022-11-01", "A second trainer")),
    makeMeasure("1.1.1-2", "March 2023", asks("2022-11-14", "Agency budget")),
    makeMeasure("1.1.1-3", "March 2023", asks("2022-11-15", "A room", { proposedComplete: true })),
    makeMeasure("1.1.1-4", "March 2023", asks("2022-11-16", "")),
  );

  expect(area?.help.map(({ ref, help }) => `${ref}: ${help}`)).toEqual(["1.1.1-2: Agency budget", "1.1.1-1: A second trainer"]);
});

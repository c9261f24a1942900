import { expect, test } from "@jest/globals";
import { areaAsked } from "../../src/commands/areaAsked.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";

const plan = makePlan([makeMeasure("1.1.1-1", "March 2023"), makeMeasure("2.1.1-1", "March 2023")]);

test.each([
  ["2", "Area 2", ""],
  ["2 since 1 September", "Area 2", "since 1 September"],
  ["2 next month", "Area 2", "next month"],
  ["area 2 December", "Area 2", "December"],
  ["in priority 2 in May", "Area 2", "in May"],
  ["area 2 days of grace", "Area 2", "days of grace"],
  ["in December in area 2", "Area 2", "in December"],
  ["2 December", undefined, "2 December"],
  ["2 Dec", undefined, "2 Dec"],
  ["2 weeks", undefined, "2 weeks"],
  ["next month", undefined, "next month"],
])("%j is of %s, and leaves %j", (rest, ref, words) => {
  const asked = areaAsked(plan, rest);

  expect([asked.area?.ref, asked.words]).toEqual([ref, words]);
});

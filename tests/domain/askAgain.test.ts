import { expect, test } from "@jest/globals";
import { askAgain, isNews } from "../../src/domain/askAgain.ts";
import { day } from "../../src/domain/localDate.ts";
import { makePlan } from "../support/makePlan.ts";

const plan = makePlan([]);
const weekly = { settings: { ...plan.settings, chaseEveryDays: 7 } };

test.each([
  ["2022-11-22", "0 after"],
  ["2022-11-28", "0 after"],
  ["2022-11-29", "7 after"],
  ["2022-12-08", "14 after"],
  ["2022-11-01", "0 after"],
])("what waits since 22 November is asked for on %s as of %j", (today, threshold) => {
  expect(askAgain(weekly, day("2022-11-22"), day(today))).toBe(threshold);
});

test.each([
  ["2022-12-22", true],
  ["2022-12-23", false],
])("what was decided on 22 November is news on %s: %j", (today, news) => {
  expect(isNews(day("2022-11-22"), day(today))).toBe(news);
});

import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { readPeriodAhead } from "../../src/domain/readPeriodAhead.ts";

// A Monday.
const today = day("2022-11-21");

test.each([
  ["today", "2022-11-21", "2022-11-21"],
  ["this week", "2022-11-21", "2022-11-27"],
  ["next week", "2022-11-28", "2022-12-04"],
  ["this month", "2022-11-21", "2022-11-30"],
  ["Next month?", "2022-12-01", "2022-12-31"],
  ["in December", "2022-12-01", "2022-12-31"],
  ["November", "2022-11-21", "2022-11-30"],
  ["in March", "2023-03-01", "2023-03-31"],
  ["March 2024", "2024-03-01", "2024-03-31"],
  ["in the next six weeks", "2022-11-21", "2023-01-02"],
  ["next six months", "2022-11-21", "2023-05-21"],
  ["within three months", "2022-11-21", "2023-02-21"],
  ["by the end of December", "2022-11-21", "2022-12-31"],
  ["by the end of next week", "2022-11-21", "2022-12-04"],
  ["by end of December", "2022-11-21", "2022-12-31"],
  ["by the end of the month", "2022-11-21", "2022-11-30"],
  ["next 10 days", "2022-11-21", "2022-12-01"],
])("%j is %s to %s", (words, first, last) => {
  expect(readPeriodAhead(words, today)).toEqual({ first, last });
});

test("in December the next month is the January after", () => {
  expect(readPeriodAhead("next month", day("2022-12-31"))).toEqual({ first: "2023-01-01", last: "2023-01-31" });
});

test("a month that is shorter ends a count of months", () => {
  expect(readPeriodAhead("next three months", day("2022-11-30"))).toEqual({ first: "2022-11-30", last: "2023-02-28" });
});

test.each(["", "soon", "last month", "October 2022", "0 days", "to sickness"])("%j names no time to come", (words) => {
  expect(readPeriodAhead(words, today)).toBeUndefined();
});

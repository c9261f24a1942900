import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { readPastDate } from "../../src/domain/readPastDate.ts";

const today = day("2022-11-21"); // a Monday

test.each([
  ["1 September", "2022-09-01"],
  ["1 December", "2021-12-01"],
  ["September", "2022-09-01"],
  ["December", "2021-12-01"],
  ["september 2021", "2021-09-01"],
  ["1 September 2022", "2022-09-01"],
  ["2022-09-01", "2022-09-01"],
  ["01/09/2022", "2022-09-01"],
  ["the start of September", "2022-09-01"],
  ["last month", "2022-10-21"],
  ["the last month", "2022-10-21"],
  ["two weeks ago", "2022-11-07"],
  ["10 days ago", "2022-11-11"],
  ["the last six months", "2022-05-21"],
  ["a year ago", "2021-11-21"],
  ["last quarter", "2022-08-21"],
  ["yesterday", "2022-11-20"],
  ["Monday", "2022-11-14"],
  ["last Friday", "2022-11-18"],
  ["this week", "2022-11-21"],
  ["this month", "2022-11-01"],
  ["today?", "2022-11-21"],
])("“%s” is %s", (words, expected) => {
  expect(readPastDate(words, today)).toBe(expected);
});

test("the same day of a month that has no such day is its last", () => {
  expect(readPastDate("one month ago", day("2023-03-31"))).toBe("2023-02-28");
});

test.each(["", "1 September 2023", "the flood", "tomorrow", "next week", "31 September"])("“%s” is no day gone by", (words) => {
  expect(readPastDate(words, today)).toBeUndefined();
});

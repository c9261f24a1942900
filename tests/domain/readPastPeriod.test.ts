import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { readPastPeriod } from "../../src/domain/readPastPeriod.ts";

const today = day("2022-11-22"); // a Tuesday

test.each([
  ["since 1 September", "2022-09-01", "2022-11-22"],
  ["Since 1st September 2021", "2021-09-01", "2022-11-22"],
  ["since 1/9", "2022-09-01", "2022-11-22"],
  ["since 01/09/2022", "2022-09-01", "2022-11-22"],
  ["since 2022-09-01", "2022-09-01", "2022-11-22"],
  ["since 24 December", "2021-12-24", "2022-11-22"],
  ["since September", "2022-09-01", "2022-11-22"],
  ["since last month", "2022-10-01", "2022-11-22"],
  ["since Monday", "2022-11-21", "2022-11-22"],
  ["since Tuesday", "2022-11-15", "2022-11-22"],
  ["since yesterday", "2022-11-21", "2022-11-22"],
  ["since the start of the year", "2022-01-01", "2022-11-22"],
  ["after 3 October", "2022-10-04", "2022-11-22"],
  ["before October", "1900-01-01", "2022-09-30"],
  ["until 3 October", "1900-01-01", "2022-10-03"],
  ["in October", "2022-10-01", "2022-10-31"],
  ["October", "2022-10-01", "2022-10-31"],
  ["in Oct 2021", "2021-10-01", "2021-10-31"],
  ["in December", "2021-12-01", "2021-12-31"],
  ["in November", "2022-11-01", "2022-11-22"],
  ["last month", "2022-10-01", "2022-10-31"],
  ["this month", "2022-11-01", "2022-11-22"],
  ["last week", "2022-11-14", "2022-11-20"],
  ["this week", "2022-11-21", "2022-11-22"],
  ["today", "2022-11-22", "2022-11-22"],
  ["on 3 October", "2022-10-03", "2022-10-03"],
  ["last Friday", "2022-11-18", "2022-11-18"],
  ["last three weeks", "2022-11-01", "2022-11-22"],
  ["in the last 2 weeks", "2022-11-08", "2022-11-22"],
  ["last 2 weeks", "2022-11-08", "2022-11-22"],
  ["past month", "2022-10-01", "2022-10-31"],
  ["since 3 weeks ago", "2022-11-01", "2022-11-22"],
  ["this term", "2022-09-01", "2022-11-22"],
  ["last term", "2022-04-01", "2022-08-31"],
  ["summer term", "2022-04-01", "2022-08-31"],
  ["this quarter", "2022-10-01", "2022-11-22"],
  ["last quarter", "2022-07-01", "2022-09-30"],
  ["this year", "2022-01-01", "2022-11-22"],
  ["last financial year", "2021-04-01", "2022-03-31"],
  ["this school year", "2022-09-01", "2022-11-22"],
  ["between 3 October and 10 November", "2022-10-03", "2022-11-10"],
  ["from September to October", "2022-09-01", "2022-10-31"],
])("%j is %s to %s", (words, first, last) => {
  expect(readPastPeriod(words, today)).toEqual({ first, last });
});

test.each([
  "",
  "2.1",
  "1.1.1-1",
  "SENCO lead",
  "next month",
  "tomorrow",
  "since next week",
  "31/09/2022",
  "2.1 last month",
  "since",
  "Priya",
  "in 2030",
  "between x and y",
])("%j is no time that has been", (words) => {
  expect(readPastPeriod(words, today)).toBeUndefined();
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { occurrences } from "../../src/clock/occurrences.ts";
import { addDays, day, daysBetween } from "../../src/domain/localDate.ts";

const starts = day("2022-11-21");

test.each([
  ["FREQ=WEEKLY;INTERVAL=6", "2023-05-31", ["2022-11-21", "2023-01-02", "2023-02-13", "2023-03-27", "2023-05-08"]],
  ["FREQ=MONTHLY;INTERVAL=3;BYDAY=3MO", "2023-12-31", ["2022-11-21", "2023-02-20", "2023-05-15", "2023-08-21", "2023-11-20"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2023-02-28", ["2022-11-30", "2022-12-30", "2023-01-31", "2023-02-28"]],
  ["FREQ=WEEKLY;UNTIL=20221205", "2023-12-31", ["2022-11-21", "2022-11-28", "2022-12-05"]],
  ["FREQ=WEEKLY;COUNT=2", "2023-12-31", ["2022-11-21", "2022-11-28"]],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2023-03-31", ["2022-12-31", "2023-01-31", "2023-03-31"]],
  ["freq=monthly;byday=1tu", "2023-01-31", ["2022-12-06", "2023-01-03"]],
])("%s from 21 November 2022 to %s falls on %j", (rule, to, expected) => {
  expect(occurrences(rule, starts, starts, day(to))).toEqual(expected);
});

test("both ends are looked at, and nothing before the rule starts", () => {
  expect(occurrences("FREQ=WEEKLY", starts, day("2022-11-28"), day("2022-12-05"))).toEqual(["2022-11-28", "2022-12-05"]);
  expect(occurrences("FREQ=WEEKLY", starts, day("2022-01-01"), day("2022-11-20"))).toEqual([]);
  expect(occurrences("FREQ=WEEKLY", starts, day("2022-12-05"), day("2022-11-28"))).toEqual([]);
});

test("the first day counts only where the rule falls on it", () => {
  expect(occurrences("FREQ=WEEKLY;BYDAY=WE", starts, starts, day("2022-11-30"))).toEqual(["2022-11-23", "2022-11-30"]);
});

test.each(["2022-03-20", "2022-10-23"])("a weekly rule from Sunday %s stays on Sundays across the clock change", (first) => {
  expect(occurrences("FREQ=WEEKLY;COUNT=3", day(first), day(first), day("2022-12-31"))).toEqual([first, addDays(day(first), 7), addDays(day(first), 14)]);
});

test("a rule of every so many weeks falls every so many weeks, however the window is laid", () => {
  const windows = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 400 }));
  fc.assert(
    fc.property(windows, ([weeks, after, length]) => {
      const from = addDays(starts, after);
      const expected = [];
      for (let date = starts; date <= addDays(from, length); date = addDays(date, weeks * 7)) if (date >= from) expected.push(date);

      const found = occurrences(`FREQ=WEEKLY;INTERVAL=${weeks}`, starts, from, addDays(from, length));

      expect(found).toEqual(expected);
      expect(found.every((date) => daysBetween(starts, date) % (weeks * 7) === 0)).toBe(true);
    }),
  );
});

test.each([
  "",
  "every six weeks",
  "INTERVAL=6",
  "FREQ=NEVER",
  "FREQ=HOURLY",
  "FREQ=WEEKLY;INTERVAL=0",
  "FREQ=WEEKLY;INTERVAL=x",
  "FREQ=WEEKLY;BYDAY=XX",
  "FREQ=WEEKLY;BYDAY=MO,",
  "FREQ=MONTHLY;BYMONTHDAY=42",
  "FREQ=MONTHLY;BYDAY=0MO",
  "FREQ=WEEKLY;BYHOUR=9",
  "FREQ=WEEKLY;UNTIL=soon",
  "FREQ=WEEKLY;UNTIL=20220931",
  "FREQ=WEEKLY;COUNT=2;UNTIL=20250101",
  "FREQ=WEEKLY;FREQ=DAILY",
  "FREQ=WEEKLY;EVERY=2",
  "FREQ=WEEKLY;",
  "RRULE:FREQ=WEEKLY",
  "FREQ=WEEKLY\nRDATE;VALUE=DATE:20221130",
])("the rule %j is refused by name, not guessed at", (rule) => {
  expect(() => occurrences(rule, starts, starts, day("2023-11-21"))).toThrow(RangeError);
  expect(() => occurrences(rule, starts, starts, day("2023-11-21"))).toThrow(`the rule "${rule}" cannot be read`);
});

import { expect, test } from "@jest/globals";
import { bankHolidays } from "../../src/clock/bankHolidays.ts";
import { calendar } from "../../src/clock/calendar.ts";
import { addDays, day, dayOfWeek, inWords } from "../../src/domain/localDate.ts";

// As published at gov.uk/bank-holidays for England and Wales; 2028 by the Banking and Financial Dealings Act's rules.
const published: Record<number, string> = {
  2022: "3 January, 15 April, 18 April, 2 May, 2 June, 3 June, 29 August, 19 September, 26 December, 27 December",
  2023: "2 January, 7 April, 10 April, 1 May, 8 May, 29 May, 28 August, 25 December, 26 December",
  2024: "1 January, 29 March, 1 April, 6 May, 27 May, 26 August, 25 December, 26 December",
  2025: "1 January, 18 April, 21 April, 5 May, 26 May, 25 August, 25 December, 26 December",
  2026: "1 January, 3 April, 6 April, 4 May, 25 May, 31 August, 25 December, 28 December",
  2027: "1 January, 26 March, 29 March, 3 May, 31 May, 30 August, 27 December, 28 December",
  2028: "3 January, 14 April, 17 April, 1 May, 29 May, 28 August, 25 December, 26 December",
};

test.each(Object.keys(published).map(Number))("the weekdays of %i on which England does not work are the published bank holidays", (year) => {
  const closed: string[] = [];
  for (let date = day(`${year}-01-01`); date <= day(`${year}-12-31`); date = addDays(date, 1)) {
    if (dayOfWeek(date) <= 5 && !calendar.isWorkingDay(date, "GB-ENG")) closed.push(inWords(date).replace(` ${year}`, ""));
  }

  expect(closed.join(", ")).toBe(published[year]);
});

test("nobody works at the weekend", () => {
  expect(calendar.isWorkingDay(day("2022-11-25"), "GB-ENG")).toBe(true);
  expect(calendar.isWorkingDay(day("2022-11-26"), "GB-ENG")).toBe(false);
  expect(calendar.isWorkingDay(day("2022-11-27"), "GB-ENG")).toBe(false);
});

test("a day kept only in Scotland is worked in England", () => {
  expect(calendar.isWorkingDay(day("2022-11-30"), "GB-SCT")).toBe(false);
  expect(calendar.isWorkingDay(day("2022-11-30"), "GB-ENG")).toBe(true);
});

test("Mothering Sunday and other observances close nothing", () => {
  expect(bankHolidays("GB-ENG", 2022)).not.toContain("2022-03-27");
});

test.each(["GB-XYZ", "XX", "", "England"])("the place %j, which nobody knows, is refused rather than taken for the whole country", (place) => {
  expect(() => bankHolidays(place, 2022)).toThrow(`no bank holidays are known for "${place}"`);
});

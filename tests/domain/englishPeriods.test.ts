import { expect, test } from "@jest/globals";
import Holidays from "date-holidays";
import {
  calendarYear,
  easterSunday,
  financialYear,
  halfOf,
  numberedTerm,
  quarter,
  schoolYear,
  termIn,
  termOfSchoolYear,
} from "../../src/domain/englishPeriods.ts";

test("Easter Sunday is where the public calendar has it", () => {
  const holidays = new Holidays("GB", "ENG");

  for (let year = 1990; year <= 2080; year++) {
    const easter = holidays.getHolidays(year).find(({ name }) => name === "Easter Sunday");
    expect(easterSunday(year)).toBe(easter?.date.slice(0, 10));
  }
});

test("the terms of a school year fill it without a gap, and so do its six numbered terms", () => {
  const terms = (["autumn", "spring", "summer"] as const).map((term) => termOfSchoolYear(term, 2021));
  const numbered = [1, 2, 3, 4, 5, 6].map((number) => numberedTerm(number, 2021));

  expect(terms.map((term) => term?.last)).toEqual(["2021-12-31", "2022-03-31", "2022-08-31"]);
  expect(numbered.map((term) => term?.last)).toEqual(["2021-10-31", "2021-12-31", "2022-02-28", "2022-03-31", "2022-05-31", "2022-08-31"]);
  expect([terms[0]?.first, numbered[0]?.first]).toEqual([schoolYear(2021)?.first, schoolYear(2021)?.first]);
  expect([halfOf("autumn", 1), halfOf("spring", 2), halfOf("summer", 2)]).toEqual([1, 4, 6]);
});

test("quarters belong to the financial year, which begins on 1 April", () => {
  expect([1, 2, 3, 4].map((number) => quarter(number, 2022)?.last)).toEqual(["2022-06-30", "2022-09-30", "2022-12-31", "2023-03-31"]);
  expect(financialYear(2022)).toEqual({ first: "2022-04-01", last: "2023-03-31" });
  expect(termIn("spring", 2024)).toEqual({ first: "2024-01-01", last: "2024-03-31" });
});

test("a year or a number that is too far off has no period", () => {
  expect([calendarYear(222), quarter(5, 2022), numberedTerm(7, 2022), schoolYear(2999)]).toEqual([undefined, undefined, undefined, undefined]);
});

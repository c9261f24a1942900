import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { day } from "../../src/domain/localDate.ts";
import { readRemindDay } from "../../src/domain/readRemindDay.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";

const plan = makePlan([makeMeasure("1.1.1-1", "December 2022")]);
// A Thursday before Christmas.
const read = (words: string) => readRemindDay(words, plan, day("2022-12-22"), (one) => calendar.isWorkingDay(one, "GB-ENG"));

test.each([
  ["tomorrow", "2022-12-23", undefined],
  ["tomorrow morning, please", "2022-12-23", undefined],
  ["monday", "2022-12-28", "2022-12-26"],
  ["on Saturday", "2022-12-28", "2022-12-24"],
  ["next week", "2022-12-28", "2022-12-26"],
  ["in two weeks", "2023-01-05", undefined],
  ["9 January", "2023-01-09", undefined],
  ["09/01/2023", "2023-01-09", undefined],
  ["next Friday", "2022-12-23", undefined],
  ["the new year", "2023-01-03", "2023-01-01"],
])("%j is %s", (words, on, said) => {
  expect(read(words.replace(",", ""))).toEqual({ kind: "read", on, ...(said && { said }) });
});

test.each(["", "later", "in a bit", "this afternoon", "tonight", "in an hour"])("%j names no day, so it is asked", (words) => {
  expect(read(words)).toEqual({ kind: "unsaid" });
});

test.each([
  ["yesterday", "could not be read as a day"],
  ["today", "22 December 2022 is not ahead any more"],
  ["31/02/2023", "could not be read as a day"],
  ["1 June 2030", "more than a year away"],
])("%j is said to be wrong", (words, sentence) => {
  expect(read(words)).toMatchObject({ kind: "fault", sentence: expect.stringContaining(sentence) });
});

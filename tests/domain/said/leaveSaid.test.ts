import { expect, test } from "@jest/globals";
import { day } from "../../../src/domain/localDate.ts";
import { leaveSaid, nextDay } from "../../../src/domain/said/leaveSaid.ts";

// A Tuesday.
const today = day("2022-11-22");

function inShort(words: string): string {
  const { from = "?", to = "?", forGood, whom = "?" } = leaveSaid(words, today);
  return `${from} to ${forGood ? "for good" : to}, ${whom}`;
}

test.each([
  ["1 December to 14 December, ask @Priya", "2022-12-01 to 2022-12-14, Priya"],
  ["hand to @Priya from 1 to 14 December", "2022-12-01 to 2022-12-14, Priya"],
  ["to Priya Shah from 1st to 14th December", "2022-12-01 to 2022-12-14, Priya Shah"],
  ["I'm away until 5 January", "2022-11-22 to 2023-01-05, ?"],
  ["I’m on leave until 5 December", "2022-11-22 to 2022-12-05, ?"],
  ["handing over to my successor on Monday", "2022-11-28 to for good, ?"],
  ["handing over to Sam Okoro on Monday", "2022-11-28 to for good, Sam Okoro"],
  ["my last day is Friday", "2022-11-25 to for good, ?"],
  ["off sick until 3 January", "2022-11-22 to 2023-01-03, ?"],
  ["I'm on maternity leave from 12 December", "2022-12-12 to ?, ?"],
  ["I'm away next week", "2022-11-28 to 2022-12-02, ?"],
  ["20 December to 3 January", "2022-12-20 to 2023-01-03, ?"],
  ["20/12/2022 to 03/01/2023", "2022-12-20 to 2023-01-03, ?"],
  ["21 November - 25 November", "2022-11-21 to 2022-11-25, ?"],
  ["from Monday to Friday, please ask the SENCO lead", "2022-11-28 to 2022-12-02, the SENCO lead"],
  ["2022-12-01 to 2022-12-14", "2022-12-01 to 2022-12-14, ?"],
  ["tomorrow", "2022-11-23 to ?, ?"],
  ["away for a while", "? to ?, ?"],
  ["until 31 February", "? to ?, ?"],
  ["", "? to ?, ?"],
])("“%s”", (words, expected) => {
  expect(inShort(words)).toBe(expected);
});

test.each([
  ["1 February", "2023-02-01"],
  ["22 November", "2022-11-22"],
  ["21 November", "2023-11-21"],
  ["Monday", "2022-11-28"],
  ["29 February", undefined],
  ["soon", undefined],
])("the next “%s”", (words, expected) => {
  expect(nextDay(words, today)).toBe(expected);
});

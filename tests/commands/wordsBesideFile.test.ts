import { expect, test } from "@jest/globals";
import { wordsBesideFile } from "../../src/commands/wordsBesideFile.ts";
import { day } from "../../src/domain/localDate.ts";

const today = day("2022-12-01");

test.each([
  ["", {}],
  ["Here is the plan, as promised", {}],
  ["for warwickshire", { plan: "warwickshire" }],
  ["Import into Warwickshire WSoA.", { plan: "Warwickshire WSoA" }],
  ["import warwickshire", { plan: "warwickshire" }],
  ["as of 21 November 2022", { asOf: "2022-11-21" }],
  ["Import as of 21st Nov 2022.", { asOf: "2022-11-21" }],
  ["import for warwickshire as of 21 November 2022", { plan: "warwickshire", asOf: "2022-11-21" }],
  ["import for warwickshire, as at 21/11/2022!", { plan: "warwickshire", asOf: "2022-11-21" }],
  ["as of Monday 21 November 2022 for Warwickshire WSoA", { plan: "Warwickshire WSoA", asOf: "2022-11-21" }],
  ["for warwickshire as of 2022-11-21", { plan: "warwickshire", asOf: "2022-11-21" }],
  ["The latest, for the board as of 21.11.22", { asOf: "2022-11-21" }],
  ["as of today", { asOf: "2022-12-01" }],
])("“%s” says %j", (words, said) => {
  expect(wordsBesideFile(words, today)).toEqual(said);
});

test.each(["as of November 2022", "as of 31 November 2022", "as of 21 November", "for warwickshire as of Q3 2022/23", "as of the last meeting", "as of"])(
  "“%s” is refused, for the day is not certain",
  (words) => {
    expect(() => wordsBesideFile(words, today)).toThrow(/no day I can read.*“as of 1 December 2022”/);
  },
);

test("a day that has not come yet is refused", () => {
  expect(() => wordsBesideFile("as of 2 December 2022", today)).toThrow("2 December 2022 has not come yet");
});

import { expect, test } from "@jest/globals";
import { readAnswer } from "../../src/domain/answerForm.ts";
import { readFigure } from "../../src/domain/figure.ts";
import { day } from "../../src/domain/localDate.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { targetOf } from "../../src/domain/trajectory.ts";
import { makeMeasure } from "../support/makePlan.ts";

test("an answer is taken with the scheme's own label, outer blanks gone and blank fields absent", () => {
  expect(readAnswer({ rating: "green", narrative: "  On course. ", figure: " ", help: "" }, bragScheme)).toEqual({
    kind: "answer",
    answer: { rating: "Green", narrative: "On course." },
  });
});

test.each([
  [{ narrative: "x" }, ["rating: Choose a rating: Blue, Green, Amber, Red, Grey."]],
  [{ rating: "Purple", narrative: "x" }, ["rating: Choose a rating: Blue, Green, Amber, Red, Grey."]],
  [{ rating: "Green" }, ["narrative: Say in a sentence or two where this stands."]],
  [{ rating: "Green", narrative: "   " }, ["narrative: Say in a sentence or two where this stands."]],
  [{ rating: "Green", narrative: "x".repeat(4001) }, ["narrative: The narrative has 4001 characters; 4000 is the most."]],
  [{ rating: "Green", narrative: "x", figure: "many" }, ["figure: A figure begins with a number, such as 64% or 12 weeks; “many” does not."]],
  [
    { figure: "many" },
    [
      "rating: Choose a rating: Blue, Green, Amber, Red, Grey.",
      "narrative: Say in a sentence or two where this stands.",
      "figure: A figure begins with a number, such as 64% or 12 weeks; “many” does not.",
    ],
  ],
])("%j is refused with every fault named", (typed, faults) => {
  const read = readAnswer(typed, bragScheme);

  expect(read.kind === "faults" ? read.faults.map(({ field, sentence }) => `${field}: ${sentence}`) : read).toEqual(faults);
});

test.each([
  ["153", 153],
  ["153 weeks", 153],
  ["64%", 64],
  ["£1,200", 1200],
  ["154 of 190", 154],
  ["-2.5", -2.5],
  ["about 12", undefined],
  ["£12k", undefined],
  ["12.3.4", undefined],
  ["", undefined],
])("the figure %j is %j", (typed, value) => {
  expect(readFigure(typed)?.value).toBe(value);
});

test.each([
  ["Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks", "Longest wait at most 13 weeks", "125 weeks"],
  ["December 2022", "80% of parent carers trust schools", "80%"],
  ["December 2022", "Pages stay current in 2022", undefined],
])("the target of %j, %j is %j", (due, words, target) => {
  expect(targetOf(makeMeasure("1.1.1-1", due, { words }), day("2022-11-21"))).toBe(target);
});

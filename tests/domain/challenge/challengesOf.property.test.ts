import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { longestNarrative, readAnswer } from "../../../src/domain/answerForm.ts";
import { challengeForBoard, challengeInWords } from "../../../src/domain/challenge/challenge.ts";
import { challengesOf } from "../../../src/domain/challenge/challengesOf.ts";
import { day } from "../../../src/domain/localDate.ts";
import { bragScheme } from "../../../src/domain/ratingScheme.ts";
import { impactSaid } from "../../../src/domain/said/impactSaid.ts";
import { tellingWords } from "../../../src/domain/said/plainWords.ts";
import { makeMeasure, makePlan } from "../../support/makePlan.ts";

const labels = bragScheme.ratings.map(({ label }) => label);
const pieces = [
  ...labels,
  "impact",
  "progress",
  "rating",
  "is",
  "and",
  ":",
  ",",
  ".",
  "(",
  "154 of 190",
  "71%",
  "177 weeks",
  "£1,200",
  "https://a.gov.uk/x",
  "🟢",
  "\n",
];
const words = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), { maxLength: 40 }).map((all) => all.join(" "));
const figure = fc.oneof(fc.constantFrom("153", "154 of 190", "0 of 0", "71%", "£1,200", "4% fewer", "-3"), fc.integer().map(String));

test("whatever is typed of whatever measure, every challenge has its sentences, and none names a number that is none", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...labels),
      fc.option(fc.constantFrom(...labels), { nil: undefined }),
      words,
      fc.option(figure, { nil: undefined }),
      fc.constantFrom("Sept 2022: 177 weeks; June 2023: 125 weeks", "October 2022", "Ongoing", "31/09/2020", "From April 2022"),
      words,
      (rating, impact, narrative, typedFigure, due, itsWords) => {
        const measure = makeMeasure("1.1.1-1", due, { words: itsWords });
        const read = readAnswer({ rating, impact, narrative: `x ${narrative}`.slice(0, longestNarrative), figure: typedFigure }, bragScheme);
        fc.pre(read.kind !== "faults");
        const challenges = challengesOf(read.answer, measure, makePlan([measure]), day("2022-11-21"));

        seen += challenges.length;
        for (const challenge of challenges) expect(`${challengeInWords(challenge)} ${challengeForBoard(challenge)}`).not.toMatch(/undefined|NaN|Infinity/);
      },
    ),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(0);
});

test("taking the rating of impact out of some words loses none that tell anything", () => {
  const naming = new Set([
    "impact",
    "progress",
    "rating",
    "rag",
    "brag",
    "status",
    "but",
    "still",
    "remains",
    "stays",
    ...labels.map((label) => label.toLowerCase()),
  ]);
  fc.assert(
    fc.property(words, (typed) => {
      const { rest } = impactSaid(typed, bragScheme);
      const left = new Set(tellingWords(rest));

      expect(tellingWords(typed).filter((word) => !naming.has(word) && !left.has(word))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

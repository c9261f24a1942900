import { expect, test } from "@jest/globals";
import { distanceInWords, figureAgainst } from "../../../src/domain/challenge/figureAgainst.ts";
import { readFigure } from "../../../src/domain/figure.ts";
import { day } from "../../../src/domain/localDate.ts";
import type { Measure } from "../../../src/domain/measure.ts";
import { makeMeasure } from "../../support/makePlan.ts";

function distance(figure: string, due: string, more: Partial<Measure> = {}): string | undefined {
  const read = readFigure(figure);
  const against = read && figureAgainst(makeMeasure("1.1.1-1", due, more), read, day("2022-11-21"));
  return against && distanceInWords(against);
}

const waits = "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks";
const rising = "Sept 2022: 60%; June 2023: 80%";

test.each<[string, string, Partial<Measure>, string | undefined]>([
  // Descending targets: lower is better.
  ["153", waits, {}, "24 weeks better than the 177 weeks wanted by 30 September 2022"],
  ["153 weeks", waits, {}, "24 weeks better than the 177 weeks wanted by 30 September 2022"],
  ["177", waits, {}, "exactly the 177 weeks wanted by 30 September 2022"],
  ["201", waits, {}, "24 weeks worse than the 177 weeks wanted by 30 September 2022"],
  // Ascending ones: higher is.
  ["64%", rising, {}, "4 points better than the 60% wanted by 30 September 2022"],
  ["59", rising, {}, "1 point worse than the 60% wanted by 30 September 2022"],
  ["154 of 190", rising, {}, "21.1 points better than the 60% wanted by 30 September 2022"],
  ["0 of 0", rising, {}, undefined],
  // One target: the baseline tells, else what is to happen.
  ["20 weeks", "March 2023", { words: "Waits of 13 weeks (was 40 weeks)" }, "7 weeks to go to the 13 weeks wanted by 31 March 2023"],
  ["20 weeks", "October 2022", { words: "Waits of 13 weeks (was 40 weeks)" }, "7 weeks worse than the 13 weeks wanted by 31 October 2022"],
  ["55%", "October 2022", { words: "80% of schools", figures: { baseline: "40%" } }, "25 points worse than the 80% wanted by 31 October 2022"],
  [
    "55%",
    "October 2022",
    { words: "Plans late", figures: { target: "20%", expectedChange: "To reduce" } },
    "35 points worse than the 20% wanted by 31 October 2022",
  ],
  ["85%", "Ongoing", { words: "At least 80% of staff" }, "5 points better than the 80% wanted"],
  ["£900", "October 2022", { words: "Cost", figures: { target: "£1,200", baseline: "£2,000" } }, "£300 better than the £1,200 wanted by 31 October 2022"],
  ["210 of 250", "October 2022", { words: "Training for 100% of staff" }, "16 points worse than the 100% wanted by 31 October 2022"],
  ["3", "October 2022", { words: "Plans late", figures: { target: "0" } }, "3 worse than the 0 wanted by 31 October 2022"],
  // A change is held against nothing, since nobody wrote down what it is a change of.
  ["15%", "October 2022", { words: "20% fewer tribunals registered" }, undefined],
  ["4% fewer", rising, {}, undefined],
  // Nothing tells which way is better, or the two cannot be compared: better silent than wrong.
  ["55%", "October 2022", { words: "80% of staff" }, undefined],
  ["55%", "October 2022", { words: "No target" }, undefined],
  ["12 weeks", rising, {}, undefined],
  ["55%", "October 2022", { words: "Plans", figures: { target: "20% fewer", baseline: "90%" } }, undefined],
  ["55%", "October 2022", { words: "Plans", figures: { target: "6% to 35%", baseline: "4%" } }, undefined],
])("%s by %s %j is %s", (figure, due, more, expected) => {
  expect(distance(figure, due, more)).toBe(expected);
});

import { expect, test } from "@jest/globals";
import { readFigure } from "../../../src/domain/figure.ts";
import { day } from "../../../src/domain/localDate.ts";
import type { Measure } from "../../../src/domain/plan.ts";
import { distanceOf } from "../../../src/domain/report/distance.ts";
import { makeMeasure, makeUpdate } from "../../support/makePlan.ts";

const trajectory = "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks";

function measureSaying(due: string, figure: string, more: Partial<Measure> = {}): Measure {
  const latest = makeUpdate("000001", { figure: readFigure(figure) });
  return makeMeasure("1.1.1-1", due, { standing: { rating: "Green", latest, lastUpdate: "000001" }, ...more });
}

test.each<[string, string, string, Partial<Measure>, string, string | undefined]>([
  [
    "fewer weeks than the milestone that has come due",
    trajectory,
    "153 weeks",
    {},
    "2022-11-21",
    "24 weeks better than the 177 weeks wanted by 30 September 2022",
  ],
  ["more weeks than it", trajectory, "190 weeks", {}, "2022-11-21", "13 weeks worse than the 177 weeks wanted by 30 September 2022"],
  ["exactly it", trajectory, "177", {}, "2022-11-21", "Exactly the 177 weeks wanted by 30 September 2022"],
  ["a later milestone once that has come due", trajectory, "153 weeks", {}, "2023-07-01", "28 weeks worse than the 125 weeks wanted by 30 June 2023"],
  [
    "a share below the plan's target, from a baseline",
    "",
    "64%",
    { figures: { baseline: "40%", target: "80%" } },
    "2022-11-21",
    "16 points to go to the 80% wanted",
  ],
  ["a count that is to fall", "", "90", { figures: { baseline: "100", target: "80" } }, "2022-11-21", "10 to go to the 80 wanted"],
  ["nothing where the better side is not known", "", "64%", { words: "80% of parents" }, "2022-11-21", undefined],
  [
    "nothing where the target counts something else",
    "",
    "90%",
    { words: "Plans done in 20 weeks", figures: { expectedChange: "To increase" } },
    "2022-11-21",
    undefined,
  ],
])("a figure is held against %s", (_what, due, figure, more, asOf, expected) => {
  expect(distanceOf(measureSaying(due, figure, more), day(asOf))?.inWords).toBe(expected);
});

test("the way from baseline to target is a whole per cent, below nought where it goes wrong, none without a baseline of the same unit", () => {
  const wayOf = (figure: string, baseline: string) => distanceOf(measureSaying("", figure, { figures: { baseline, target: "80%" } }), day("2022-11-21"))?.way;

  expect([wayOf("64%", "40%"), wayOf("30%", "40%"), wayOf("64%", "not known"), wayOf("64%", "12 weeks")]).toEqual([60, -25, undefined, undefined]);
});

test("a measure nobody gave a figure of has no distance", () => {
  expect(distanceOf(makeMeasure("1.1.1-1", trajectory), day("2022-11-21"))).toBeUndefined();
});

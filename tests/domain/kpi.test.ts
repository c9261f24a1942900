import { expect, test } from "@jest/globals";
import { kpiLines, sparkline } from "../../src/cards/kpiInWords.ts";
import { readFigure } from "../../src/domain/figure.ts";
import { type Kpi, kpisOf } from "../../src/domain/kpi.ts";
import { day } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/plan.ts";
import type { Update } from "../../src/domain/update.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const today = day("2022-11-21");
const waits = makeMeasure("1.1.1-1", "Sept 2022: 177 weeks; March 2024: 13 weeks", { words: "Waits fall (was 242 weeks)" });

const said = (...figures: readonly string[]) =>
  figures.map((typed, n) => makeUpdate(`00000${n + 1}`, { on: day(`2022-11-0${n + 1}`), figure: readFigure(typed) }));
const kpiOf = (measure: Measure, updates: readonly Update[]): Kpi | undefined => kpisOf(makePlan([measure]), updates, today)[0];
const linesOf = (measure: Measure, ...figures: readonly string[]) => {
  const kpi = kpiOf(measure, said(...figures));
  return kpi && kpiLines(kpi);
};

test("a measure is told by its baseline, what is wanted, the latest figure and how it moves", () => {
  expect(linesOf(waits, "190 weeks", "153 weeks")).toEqual([
    "Baseline: 242 weeks · lower is better",
    "Wanted: 177 weeks by 30 September 2022; 13 weeks by 31 March 2024",
    "Latest: 153 weeks on 2 November 2022: 24 weeks better than the 177 weeks wanted by 30 September 2022",
    "Trend: ▇▁ 190 weeks, 153 weeks: better than the time before",
  ]);
});

test.each<[string, readonly string[], Kpi["trend"]]>([
  ["one figure", ["190 weeks"], undefined],
  ["the same again", ["190 weeks", "190 weeks"], "the same"],
  ["further from the target", ["190 weeks", "201 weeks"], "worse"],
  ["other units", ["190 weeks", "64%"], undefined],
])("of %s the trend is told only where it can be", (_, figures, trend) => {
  expect(kpiOf(waits, said(...figures))?.trend).toBe(trend);
});

test("where nothing says which way is better, higher is only higher", () => {
  const kpi = kpiOf(makeMeasure("1.1.1-1", "Ongoing", { words: "Calls to the service" }), said("20", "30"));

  expect(kpi).toMatchObject({ trend: "higher", trajectory: [] });
  expect(kpi).not.toHaveProperty("against");
});

test("a figure that was taken back is left out, one a file brought comes first", () => {
  const [first, second] = said("190 weeks", "153 weeks");
  const withdrawal = makeUpdate("000003", { kind: "withdrawal", amends: "000002" });
  const updates = [first, second, withdrawal].filter((one) => one !== undefined);
  const kpi = kpiOf({ ...waits, figures: { latest: "200 weeks" } }, updates);

  expect(kpi?.said.map(({ figure }) => figure.asWritten)).toEqual(["200 weeks", "190 weeks"]);
});

test("measures without figures and confidential ones are not listed", () => {
  const plan = makePlan([makeMeasure("1.1.2-1", "Ongoing"), { ...waits, hidden: true }]);

  expect(kpisOf(plan, [], today)).toEqual([]);
});

test.each([
  [[1, 2, 3], "▁▄▇"],
  [[5, 5], "▄▄"],
])("%j is drawn as %s", (values, drawn) => {
  expect(sparkline(values)).toBe(drawn);
});

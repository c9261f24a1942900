import { expect, test } from "@jest/globals";
import { kpiLines } from "../../src/cards/kpiInWords.ts";
import { readFigure } from "../../src/domain/figure.ts";
import { type Kpi, kpisOf, pressingFirst } from "../../src/domain/kpi.ts";
import { day } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { sparkline } from "../../src/domain/trendInWords.ts";
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

test("what a file says in words stands as the latest, though nothing can be held against it", () => {
  const kpi = kpiOf({ ...waits, figures: { latest: "Being rewritten with partners" } }, []);

  expect(kpi && kpiLines(kpi)).toContain("Latest: Being rewritten with partners as imported: it can’t be held against its target");
});

test("a number in its words that counts something else than its figures is no target; what the plan wants then stands in its words", () => {
  const figures = { baseline: "52% (Oct-Dec 2018)", latest: "90% (Sep-Nov 2019)", expectedChange: "To increase" };
  const kpi = kpiOf(makeMeasure("2.M1", "", { words: "% of plans done in 20 weeks", figures }), []);

  expect(kpi?.trajectory).toEqual([]);
  expect(kpi && kpiLines(kpi)).toEqual(["Baseline: 52% (Oct-Dec 2018) · higher is better", "Wanted: To increase", "Latest: 90% (Sep-Nov 2019) as imported"]);
});

test("the way from baseline to target is a whole per cent, below nought where it goes wrong, none without a baseline of the same unit", () => {
  const wayOf = (figure: string, baseline: string) => kpiOf(makeMeasure("1.1.1-1", "", { figures: { baseline, target: "80%" } }), said(figure))?.way;

  expect([wayOf("64%", "40%"), wayOf("30%", "40%"), wayOf("64%", "not known"), wayOf("64%", "12 weeks")]).toEqual([60, -25, undefined, undefined]);
});

test("behind a target that is due comes before due without a figure, that before what is on its way, and that before what is not due", () => {
  const plan = makePlan([
    makeMeasure("1.1.1-1", "March 2024: 13 weeks"),
    { ...waits, ref: "1.1.1-2", figures: { latest: "153 weeks" } },
    { ...waits, ref: "1.1.1-3" },
    { ...waits, ref: "1.1.1-4", figures: { latest: "201 weeks" } },
  ]);

  expect(pressingFirst(kpisOf(plan, [], today), today).map(({ ref }) => ref)).toEqual(["1.1.1-4", "1.1.1-3", "1.1.1-2", "1.1.1-1"]);
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

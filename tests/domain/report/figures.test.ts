import { expect, test } from "@jest/globals";
import { readFigure } from "../../../src/domain/figure.ts";
import { day } from "../../../src/domain/localDate.ts";
import { makeMeasure, makePlan, makeUpdate } from "../../support/makePlan.ts";
import { partNamed, reportOf, rowsOf, textOf } from "../../support/reportOf.ts";

const waits = makeMeasure("1.1.1-1", "Sept 2022: 177 weeks; March 2024: 13 weeks", { words: "Waits fall (was 242 weeks)" });
const said = ["190 weeks", "201 weeks"].map((typed, n) => makeUpdate(`00000${n + 1}`, { on: day(`2022-11-0${n + 1}`), figure: readFigure(typed) }));

test("a KPI challenge holds figures against targets, the most pressing first, and counts what is behind and what is missing", () => {
  const [ahead, silent] = [
    { ...waits, ref: "1.1.1-2", figures: { latest: "153 weeks" } },
    { ...waits, ref: "1.1.1-3", leads: ["DCO"] },
  ];
  const plan = makePlan([silent, ahead, waits, makeMeasure("1.1.1-4", "March 2023")]);
  const report = reportOf("kpi", plan, plan, {}, said);

  const heading = "Measures with figures";
  expect(partNamed(report, heading)?.blocks[0]).toMatchObject({
    words: expect.stringContaining("a figure: 1 behind a target that is due, 1 without a figure"),
  });
  expect(rowsOf(report, heading).map(([ref]) => ref)).toEqual(["1.1.1-1", "1.1.1-2"]);
  expect(rowsOf(report, "No figure yet").map(([ref, , lead]) => [ref, lead])).toEqual([["1.1.1-3", "DCO"]]);
  expect(rowsOf(report, heading)[0]?.slice(2)).toEqual([
    ...["242 weeks", "177 weeks by 30 September 2022\n13 weeks by 31 March 2024", "201 weeks on 2 November 2022"],
    ...["24 weeks worse than the 177 weeks wanted by 30 September 2022", "63%", "lower", "▁▇ 190 weeks, 201 weeks: worse than the time before"],
  ]);
  expect(textOf(reportOf("kpi", makePlan([])))).toContain("No measure has a baseline, a target or a figure yet.");
});

test("a full report and a stocktake tell the same figures, of measures that have any", () => {
  const plan = makePlan([waits, makeMeasure("1.1.1-2", "March 2024: 13 weeks")]);
  const told = "24 weeks worse than the 177 weeks wanted by 30 September 2022";

  for (const [kind, part] of [
    ["full", "Figures"],
    ["stocktake", "Evidence of impact"],
  ] as const) {
    const rows = rowsOf(reportOf(kind, plan, plan, {}, said), part);
    expect(rows.map(([ref]) => ref)).toEqual(["1.1.1-1"]);
    expect(rows[0]).toContain(told);
  }
});

test("of more bars than a page has room for several pictures are made, each with its own words", () => {
  const plan = makePlan(Array.from({ length: 45 }, (_, n) => ({ ...waits, ref: `1.${n}`, figures: { latest: "201 weeks" } })));
  const found = partNamed(reportOf("kpi", plan), "Measures with figures")?.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : [])) ?? [];

  expect(found.map(({ bars }) => bars.length)).toEqual([20, 20, 5]);
  expect(found.map(({ alt }) => alt.match(/63%/g)?.length)).toEqual([20, 20, 5]);
});

import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { stillAwaited } from "../../src/domain/stillAwaited.ts";
import { aLead, makeMeasure, makePlan, makeUpdate, weekdays } from "../support/makePlan.ts";
import { runDays } from "../support/runDays.ts";

const waits = (ref: string, waitsFor: string[], more: Partial<Measure> = {}) => makeMeasure(ref, "31/12/2022", { waitsFor, ...more });
const complete = (ref: string) => makeMeasure(ref, "May 2022", { ratingAsImported: "Blue" });

test.each<[string, Measure[], string[]]>([
  ["a measure that is not complete", [waits("2", ["1.1.1-1"]), makeMeasure("1.1.1-1", "May 2022")], ["1.1.1-1"]],
  ["one that is", [waits("2", ["1.1.1-1"]), complete("1.1.1-1")], []],
  [
    "one that is proposed complete and not signed off",
    [waits("2", ["1.1.1-1"]), makeMeasure("1.1.1-1", "May 2022", { standing: { rating: "Green", proposedComplete: true, lastUpdate: "000001" } })],
    ["1.1.1-1"],
  ],
  ["an action of which one measure is not complete", [waits("2", ["1.1.1"]), complete("1.1.1-1"), makeMeasure("1.1.1-2", "May 2022")], ["1.1.1"]],
  ["an action whose measures all are", [waits("2", ["1.1.1"]), complete("1.1.1-1"), complete("1.1.1-2")], []],
  ["what the plan has no more", [waits("2", ["9.9"])], []],
  ["itself", [waits("2", ["2"])], []],
  ["each other", [waits("2", ["3"]), waits("3", ["2"])], []],
  ["each other, round about, and a third", [waits("2", ["3", "5"]), waits("3", ["4"]), waits("4", ["2"]), makeMeasure("5", "May 2022")], ["5"]],
])("waits for %s", (_, measures, expected) => {
  const [first] = measures;

  expect(first && stillAwaited(makePlan(measures), first)).toEqual(expected);
});

const blue = (on: string) => ({ rating: "Blue", lastUpdate: "000002", latest: makeUpdate("000001", { ref: "1.1.1-1", on: day(on), rating: "Blue" }) });

test("while it waits its lead is not asked; once it can start they are told, once, and then asked as the plan says", () => {
  const planOn = (today: string) =>
    makePlan([
      waits("2.1.1-1", ["1.1.1-1"]),
      makeMeasure("1.1.1-1", "Ongoing", { leads: ["Somebody"], ...(today >= "2023-01-11" && { standing: blue("2023-01-10") }) }),
    ]);
  const told = runDays(planOn, "2022-12-01", "2023-01-20", weekdays).filter(({ notice }) => notice.kind === "reminder");

  expect(told).toEqual(["2023-01-11", "2023-01-13", "2023-01-20"].map((on) => ({ on, notice: { kind: "reminder", to: aLead, refs: ["2.1.1-1"] } })));
});

test.each([
  ["Green", []],
  ["Grey", ["2022-12-01"]],
  [undefined, ["2022-12-01"]],
] as const)("what a file says is complete is news only of a measure that stands as not begun: %s", (ratingAsImported, expected) => {
  const plan = makePlan([makeMeasure("2.1.1-1", "31/12/2024", { waitsFor: ["1.1.1-1"], ratingAsImported }), complete("1.1.1-1")]);

  expect(runDays(() => plan, "2022-12-01", "2023-01-20", weekdays).map(({ on }) => on)).toEqual(expected);
});

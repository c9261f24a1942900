import { expect, test } from "@jest/globals";
import { escalationsStanding } from "../../src/domain/escalationsStanding.ts";
import { day, type LocalDate } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { aLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const november = makeMeasure("1.1.1-1", "30/11/2022");
const date = "2022-11-30";
const asked = `${aLead}|own|1.1.1-1|${date}|1 after`;

const marks = (...all: readonly (readonly [string, string])[]): ReadonlyMap<string, LocalDate> => new Map(all.map(([key, on]) => [key, day(on)]));
const toldOn = (level: string, on: string, ref = "1.1.1-1", was = date) => [`somebody|escalation|${ref}|${was}|${level}`, on] as const;
const standing = (plan: Plan, markedOn: ReadonlyMap<string, LocalDate>) =>
  escalationsStanding(plan, markedOn).map(({ measure, level, on, since }) => `${measure.ref} ${level} ${on}, silent since ${since}`);

const first = [asked, "2022-12-01"] as const;
const heard = (on: string): Measure => ({
  ...november,
  standing: { rating: "Green", latest: makeUpdate("000001", { on: day(on) }), lastUpdate: "000001" },
});

test("what nobody answers for stands with the highest level that was told", () => {
  const all = marks(first, toldOn("chair", "2023-01-03"), toldOn("sro", "2022-12-15"));

  expect(standing(makePlan([november]), all)).toEqual(["1.1.1-1 chair 2023-01-03, silent since 2022-12-01"]);
});

test.each<[string, Measure, ReadonlyMap<string, LocalDate>]>([
  ["nobody was told", november, marks(first)],
  ["it was answered since", heard("2022-12-20"), marks(first, toldOn("sro", "2022-12-15"))],
  ["it was answered, and the silence since is a new one", heard("2022-12-20"), marks([asked, "2022-12-22"], toldOn("sro", "2022-12-15"))],
  ["its date was moved", { ...november, due: makeMeasure("1", "31/01/2023").due }, marks(first, toldOn("sro", "2022-12-15"))],
  ["it is hidden from the reader", { ...november, ref: "confidential 1", hidden: true }, marks(first, toldOn("sro", "2022-12-15"))],
  ["it is about another measure", november, marks(first, toldOn("sro", "2022-12-15", "1.1.1-11"))],
])("nothing stands where %s", (_, measure, markedOn) => {
  expect(standing(makePlan([measure]), markedOn)).toEqual([]);
});

import { expect, test } from "@jest/globals";
import type { Challenge } from "../../../src/domain/challenge/challenge.ts";
import { challengesStanding } from "../../../src/domain/challenge/challengesStanding.ts";
import { exceptionsOf } from "../../../src/domain/exceptions.ts";
import { day } from "../../../src/domain/localDate.ts";
import type { Measure } from "../../../src/domain/measure.ts";
import { planAsOf, standingAfter, standingBefore, standingWith } from "../../../src/domain/standing.ts";
import { summarise } from "../../../src/domain/summary.ts";
import type { Update } from "../../../src/domain/update.ts";
import { makeMeasure, makePlan, makeUpdate } from "../../support/makePlan.ts";

const today = day("2022-12-05");
const challenges: readonly Challenge[] = [{ rule: "noEvidence", rating: "Blue" }];
const plain = makeMeasure("1.1.1-1", "Ongoing");
const plan = makePlan([plain, makeMeasure("1.1.1-2", "Ongoing")]);

function after(...history: Update[]): Measure {
  return { ...plain, standing: standingAfter(plain, history, plan.scheme) };
}
const challenged = makeUpdate("000001", { challenges });

test.each<[string, Measure, number]>([
  ["the update it came with", after(challenged), 1],
  ["until a later update", after(challenged, makeUpdate("000002")), 0],
  ["and again once that is taken back", after(challenged, makeUpdate("000002"), makeUpdate("000003", { kind: "withdrawal", amends: "000002" })), 1],
  ["until it is changed", after(challenged, makeUpdate("000002", { amends: "000001" })), 0],
  ["until it is taken back", after(challenged, makeUpdate("000002", { kind: "withdrawal", amends: "000001" })), 0],
  ["while completion is proposed", after(makeUpdate("000001", { rating: "Blue", challenges })), 1],
  ["until the board signs it off", after(makeUpdate("000001", { rating: "Blue", challenges }), makeUpdate("000002", { kind: "signOff" })), 0],
])("a challenge stands with %s", (_name, measure, count) => {
  const standing = makePlan([measure, makeMeasure("1.1.1-2", "Ongoing")]);

  expect(challengesStanding(measure, plan.scheme)).toHaveLength(count);
  expect(summarise(standing, today).areas[0]?.challenged).toEqual(count === 0 ? [] : ["1.1.1-1"]);
});

test("the board is told what is challenged and what its lead says to it, behind what is worse", () => {
  const measure = after(makeUpdate("000001", { challenges, why: "The minutes follow on Monday." }));
  const worse = makeMeasure("1.1.1-2", "Ongoing", { ratingAsImported: "Red" });

  expect(exceptionsOf(makePlan([measure, worse]), today)).toMatchObject([
    { ref: "1.1.1-2", why: "off track" },
    { ref: "1.1.1-1", why: "challenged", challenges: ["Blue without evidence"], reason: "The minutes follow on Monday." },
  ]);
});

test("a plan as of a day has the challenges of that day", () => {
  const history = [challenged, makeUpdate("000002", { on: day("2022-12-03") })];
  const now = { ...plan, measures: [after(...history)] };

  expect(planAsOf(now, history, day("2022-12-02")).measures.map((one) => challengesStanding(one, plan.scheme).length)).toEqual([1]);
  expect(planAsOf(now, history, today).measures.map((one) => challengesStanding(one, plan.scheme).length)).toEqual([0]);
});

test("what stood before an update is found through every change of it", () => {
  const history = [
    makeUpdate("000001", { narrative: "First" }),
    makeUpdate("000002", { narrative: "Second" }),
    makeUpdate("000003", { narrative: "Second, changed", amends: "000002" }),
    makeUpdate("000004", { narrative: "Second, changed again", amends: "000003" }),
  ];

  for (const id of ["000002", "000003", "000004"]) expect(standingBefore(plain, history, id, plan.scheme)?.latest?.narrative).toBe("First");
  expect(standingBefore(plain, history, "000001", plan.scheme)).toBeUndefined();
});

test("the last rating of impact stays in force through reports that leave it blank, however the standing is worked out", () => {
  const history = [makeUpdate("000001", { impact: "Amber" }), makeUpdate("000002"), makeUpdate("000003", { impact: "Red" })];
  const standings = history.map((_, n) => standingAfter(plain, history.slice(0, n + 1), plan.scheme));

  expect(standings.map((standing) => standing?.impact)).toEqual(["Amber", "Amber", "Red"]);
  for (const [n, update] of history.entries()) expect(standingWith(after(...history.slice(0, n)), update, plan.scheme)).toEqual(standings[n]);
  expect(after(...history, makeUpdate("000004", { kind: "withdrawal", amends: "000003" })).standing?.impact).toBe("Amber");
});

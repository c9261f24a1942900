import { expect, test } from "@jest/globals";
import { type ClaimChange, claimsAfter } from "../../src/domain/claim.ts";
import { handoverNoticesOwed } from "../../src/domain/handoverNoticesOwed.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { aLead, aManager, anotherLead, makeMeasure, makePlan } from "../support/makePlan.ts";

const said = day("2022-11-22");
const measure = makeMeasure("1.1.1-1", "December 2022");

function row(id: string, by: string, change: ClaimChange["change"]): ClaimChange {
  return { id, ref: measure.ref, at: instantOf("2022-11-22T10:00:00Z"), on: said, by: { objectId: by, name: by }, via: "card", nonce: id, change };
}
const notMine = row("000001", aLead, { kind: "notMine", words: "Not mine." });
const stays = row("000002", aManager, { kind: "stays", answers: "000001", words: "It is." });

function planAfter(rows: readonly ClaimChange[], more: Partial<Plan> = {}): Plan {
  const standing = claimsAfter(rows);
  return makePlan([measure], { matters: { ...nothingSaid, claims: standing ? { [measure.ref]: standing } : {} }, ...more });
}
const owed = (plan: Plan, on: string = said, marks: ReadonlySet<string> = new Set()) => handoverNoticesOwed(plan, marks, day(on), [aManager]);
const noticesOf = (plan: Plan, on: string = said, marks?: ReadonlySet<string>) => owed(plan, on, marks).map(({ delivery }) => delivery.notice);
const marksOf = (plan: Plan, on: string = said) => new Set(owed(plan, on).flatMap(({ marks }) => marks.map(({ key }) => key)));

test("law 2: a manager is told at once of what is not theirs, again each week, and never twice for one day", () => {
  const plan = planAfter([notMine]);

  expect(noticesOf(plan)).toEqual([{ kind: "claim", to: aManager, claims: [{ ref: "1.1.1-1", id: "000001" }] }]);
  expect(noticesOf(plan, said, marksOf(plan))).toEqual([]);
  expect(noticesOf(plan, "2022-11-28", marksOf(plan))).toEqual([]);
  expect(noticesOf(plan, "2022-12-08", marksOf(plan))).toHaveLength(1);
});

test("who said so is told what was decided, for a month, while they are of the plan", () => {
  const plan = planAfter([notMine, stays]);

  expect(noticesOf(plan)).toEqual([{ kind: "claimDecision", to: aLead, decisions: [{ ref: "1.1.1-1", id: "000002" }] }]);
  expect(noticesOf(plan, said, marksOf(plan))).toEqual([]);
  expect(noticesOf(plan, "2022-12-23")).toEqual([]);
  expect(noticesOf(planAfter([notMine, stays], { links: [] }))).toEqual([]);
});

test("what was taken back, and what is complete, is not asked about", () => {
  expect(noticesOf(planAfter([notMine, row("000002", aLead, { kind: "mineAfterAll", answers: "000001" })]))).toEqual([]);
  expect(noticesOf({ ...planAfter([notMine]), measures: [{ ...measure, ratingAsImported: "Blue" }] })).toEqual([]);
});

test.each([
  ["before it begins", "2022-11-22", 1],
  ["on its last day", "2022-12-14", 1],
  ["once it is over", "2022-12-15", 0],
])("a deputy is told of a leave once: %s", (_, on, count) => {
  const away = { from: day("2022-12-01"), to: day("2022-12-14"), deputy: anotherLead };
  const plan = makePlan([measure], { matters: { ...nothingSaid, arrangements: { [aLead]: { last: "000001", leaves: [away] } } } });

  expect(noticesOf(plan, on)).toEqual(count > 0 ? [{ kind: "standIn", to: anotherLead, of: [aLead] }] : []);
  expect(noticesOf(plan, on, marksOf(plan))).toEqual([]);
});

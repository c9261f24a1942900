import { expect, test } from "@jest/globals";
import { asSeenBy } from "../../src/domain/confidential.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import { importedRisks, nextRisk, openRisksOf, type Risk, type RiskChange, riskAfter, risksOf } from "../../src/domain/risk.ts";
import { aLead, makeMeasure, makePlan } from "../support/makePlan.ts";

const by = { objectId: aLead, name: "Sam" };
const row = (id: string, change: RiskChange["change"], risk = "R1"): RiskChange => ({
  id,
  risk,
  at: instantOf("2022-11-21T10:00:00Z"),
  on: day("2022-11-21"),
  by,
  via: "card",
  nonce: `nonce ${id}`,
  change,
});
const raised = row("000001", { kind: "raised", ref: "1.1-1", words: "Winter vacancies", owner: "SENCO lead" });

test.each<[string, readonly RiskChange[], object]>([
  ["raised", [raised], { risk: "R1", words: "Winter vacancies", owner: "SENCO lead", last: "000001" }],
  ["changed", [raised, row("000002", { kind: "changed", words: "Vacancies", mitigation: "Agency" })], { words: "Vacancies", mitigation: "Agency" }],
  ["closed", [raised, row("000002", { kind: "closed", reason: "Filled." })], { closed: { reason: "Filled." }, words: "Winter vacancies" }],
])("a risk is %s", (_, history, standing) => {
  expect(riskAfter(history)).toMatchObject(standing);
});

test("a risk that is opened again is as it was before it was closed", () => {
  const again = riskAfter([raised, row("000002", { kind: "closed", reason: "Filled." }), row("000003", { kind: "reopened", reason: "Left again." })]);

  expect(again).toEqual({ ...riskAfter([raised]), last: "000003" });
});

function planWith(...histories: readonly RiskChange[][]) {
  const risks = Object.fromEntries(histories.map((history) => [history[0]?.risk ?? "", riskAfter(history) as Risk]));
  const measures = [makeMeasure("1.1-1", "May 2023", { risk: "Winter  vacancies" }), makeMeasure("1.1-2", "May 2023", { risk: "Strikes" })];
  return makePlan(measures, { matters: { ...nothingSaid, risks } });
}

test("risks are listed by number, and the next one counts those that are closed", () => {
  const second = row("000001", { kind: "raised", ref: "1.1-2", words: "Late data" }, "R2");
  const tenth = row("000001", { kind: "raised", ref: "1.1-2", words: "Flood" }, "R10");
  const plan = planWith([tenth], [raised, row("000002", { kind: "closed", reason: "Filled." })], [second]);

  expect(risksOf(plan).map(({ risk }) => risk)).toEqual(["R1", "R2", "R10"]);
  expect(openRisksOf(plan).map(({ risk }) => risk)).toEqual(["R2", "R10"]);
  expect(nextRisk(plan)).toBe("R11");
});

test("a risk in the file is offered until it is taken into the log", () => {
  expect(importedRisks(planWith()).map(({ ref }) => ref)).toEqual(["1.1-1", "1.1-2"]);
  expect(importedRisks(planWith([raised])).map(({ ref }) => ref)).toEqual(["1.1-2"]);
});

test("risks of a confidential measure are told to nobody who may not see it, and keep their numbers", () => {
  const plan = planWith([raised]);
  const marked = { ...row("000001", raised.change), ref: "1.1-1", kind: "mark" as const, reason: "known" };
  const seen = asSeenBy({ ...plan, matters: { ...plan.matters, confidential: { "1.1-1": { last: "000001", marked } } } }, undefined);

  expect([risksOf(seen), importedRisks(seen).map(({ ref }) => ref), nextRisk(seen)]).toEqual([[], ["1.1-2"], "R2"]);
});

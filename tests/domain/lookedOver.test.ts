import { expect, test } from "@jest/globals";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { type LookOver, lookedOver, lookedOverAfter, publicWords, toLookOver } from "../../src/domain/lookedOver.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { aManager, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const ref = "1.1.1-1";

function decided(more: Partial<LookOver> = {}): LookOver {
  const entry = { id: "000001", at: instantOf("2022-12-01T10:00:00Z"), on: day("2022-12-01"), by: { objectId: aManager, name: "Pat" }, via: "card" } as const;
  return { ...entry, nonce: "nonce-1", ref, kind: "mayGoOut", narrative: "As imported.", ...more };
}

function planWith(rows: readonly LookOver[], more: Partial<Measure> = {}): { plan: Plan; measure: Measure } {
  const standing = lookedOverAfter(rows);
  const plan = makePlan([makeMeasure(ref, "March 2023", more)], { matters: { ...nothingSaid, lookedOver: standing ? { [ref]: standing } : {} } });
  return { plan, measure: plan.measures[0] as Measure };
}

const reported = (id: string, narrative: string) => ({ standing: { rating: "Green", lastUpdate: id, latest: makeUpdate(id, { narrative }) } });

test.each<[string, readonly LookOver[], Partial<Measure>, string | undefined]>([
  ["nobody looked over", [], {}, undefined],
  ["may go out", [decided()], {}, "As imported."],
  ["may go out in other words", [decided({ instead: "Some children." })], {}, "Some children."],
  ["is left out", [decided({ kind: "leaveOut" })], {}, undefined],
  ["was left out at last", [decided(), decided({ id: "000002", kind: "leaveOut" })], {}, undefined],
  ["a later file worded otherwise", [decided()], { narrativeAsImported: "Ada, 9, of Rugby." }, undefined],
  ["a lead replaced since", [decided()], reported("000001", "Ada, 9, of Rugby."), undefined],
  ["a lead said again in the same words", [decided()], reported("000001", "As imported."), undefined],
  ["was looked over with its update", [decided({ update: "000001", narrative: "Posts filled." })], reported("000001", "Posts filled."), "Posts filled."],
])("of a narrative that %s the public reads no more than may go out", (_, rows, more, words) => {
  const { plan, measure } = planWith(rows, more);

  expect(publicWords(plan, measure)).toBe(words);
});

test("a measure without words, and one that is confidential, is not looked over and never goes out", () => {
  const mark = { ...decided(), kind: "mark", reason: "Why" } as const;
  const { plan, measure } = planWith([decided()]);
  const confidential = { ...plan, matters: { ...plan.matters, confidential: { [ref]: { last: mark.id, marked: mark } } } };

  expect(toLookOver(plan)).toEqual([measure]);
  expect(toLookOver(planWith([], { narrativeAsImported: " " }).plan)).toEqual([]);
  expect(toLookOver(confidential)).toEqual([]);
  expect(publicWords(confidential, measure)).toBeUndefined();
  expect(lookedOver(plan, measure)?.by.name).toBe("Pat");
});

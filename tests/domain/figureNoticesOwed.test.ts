import { expect, test } from "@jest/globals";
import { type FigureChange, figuresAfter, withFigures } from "../../src/domain/figureChange.ts";
import { figureNoticesOwed } from "../../src/domain/figureNoticesOwed.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { aLead, aManager, makeMeasure, makePlan } from "../support/makePlan.ts";

const today = day("2022-11-22");

function planAfter(...kinds: readonly FigureChange["kind"][]) {
  const rows = kinds.map(
    (kind, n): FigureChange => ({
      id: `00000${n + 1}`,
      ref: "1.1-1",
      at: instantOf("2022-11-21T10:00:00Z"),
      on: day("2022-11-21"),
      by: { objectId: kind === "proposal" ? aLead : aManager, name: "Sam" },
      via: "chat",
      nonce: `nonce ${n}`,
      kind,
      said: kind === "proposal" || kind === "setting" ? [{ place: "baseline", to: `${n} weeks` }] : [],
      reason: "",
      ...(kind === "agreement" || kind === "refusal" ? { answers: "000001" } : {}),
    }),
  );
  return makePlan([withFigures(makeMeasure("1.1-1", "May 2023"), figuresAfter(rows))]);
}

const noticesOf = (plan: ReturnType<typeof planAfter>, on = today) =>
  figureNoticesOwed(plan, new Set(), on, [aManager]).map(({ delivery: { notice } }) => ("to" in notice ? `${notice.kind} to ${notice.to}` : notice.kind));

test.each<[string, readonly FigureChange["kind"][], readonly string[]]>([
  ["a proposal is put to the programme manager", ["proposal"], [`figureRequest to ${aManager}`]],
  ["an agreement is told to the lead", ["proposal", "agreement"], [`figureDecision to ${aLead}`]],
  ["a refusal is too", ["proposal", "refusal"], [`figureDecision to ${aLead}`]],
  ["and what a manager set in place of what was proposed", ["proposal", "setting"], [`figureDecision to ${aLead}`]],
  ["a manager's own change is nobody's to decide", ["setting"], []],
])("%s", (_, kinds, notices) => {
  expect(noticesOf(planAfter(...kinds))).toEqual(notices);
});

test("nobody is told twice, nor of what is a month old", () => {
  const plan = planAfter("proposal", "agreement");
  const [owed] = figureNoticesOwed(plan, new Set(), today, [aManager]);
  const marks = new Set(owed?.marks.map(({ key }) => key));

  expect(figureNoticesOwed(plan, marks, today, [aManager])).toEqual([]);
  expect(noticesOf(plan, day("2022-12-23"))).toEqual([]);
});

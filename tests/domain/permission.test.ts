import { expect, test } from "@jest/globals";
import { type Deed, may, mayAnswer, mayDecideDate, roleNames, standpointOf } from "../../src/domain/permission.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";

const deeds: readonly Deed[] = ["read", "answer", "answerForOthers", "signOff", "decideDates", "manage"];
const table: Readonly<Record<string, readonly Deed[]>> = {
  lead: ["read", "answer"],
  chair: ["read", "signOff", "decideDates"],
  member: ["read"],
  sro: ["read", "answer", "decideDates"],
  manager: ["read", "answer", "answerForOthers", "decideDates", "manage"],
  reader: ["read"],
  nobody: [],
};

const measure = makeMeasure("1.1.1-1", "December 2022");
const elsewhere = makeMeasure("2.1.1-1", "December 2022", { leads: ["Somebody else"] });

/** A plan in which each role is held by somebody named after it, the SRO's in Area 1. */
function planOf(more: Partial<Plan> = {}): Plan {
  const roles = roleNames.map((role) => ({ objectId: role, role, ...(role === "sro" && { area: "Area 1" }) }));
  return makePlan([measure, elsewhere], { roles, links: [{ lead: "RISE Head of Service", objectId: "lead" }], ...more });
}
const person = (plan: Plan, objectId: string) => standpointOf(plan, objectId, ["admin"]);

test("the table names every role there is", () => {
  expect(Object.keys(table).sort()).toEqual([...roleNames, "lead", "nobody"].sort());
});

test.each(Object.entries(table))("a %s may %j and nothing else", (role, allowed) => {
  expect(deeds.filter((deed) => may(person(planOf(), role), deed))).toEqual(allowed);
});

test("a lead answers for their own measures, an SRO for the area's, a manager for any", () => {
  const plan = planOf();
  const answers = (one: string) => [measure, elsewhere].map((which) => mayAnswer(person(plan, one), which));

  expect(answers("lead")).toEqual([true, false]);
  expect(answers("sro")).toEqual([true, false]);
  for (const one of ["manager", "admin"]) expect(answers(one)).toEqual([true, true]);
  for (const one of ["chair", "member", "reader", "nobody"]) expect(answers(one)).toEqual([false, false]);
});

test.each([
  ["the chair decides dates", undefined, ["chair"], ["chair"]],
  ["the SRO named decides those of the area, a manager the others", "sro", ["sro"], ["manager", "admin"]],
  ["a manager named decides all", "manager", ["manager", "admin"], ["manager", "admin"]],
] as const)("%s", (_, datesDecidedBy, ofArea1, ofArea2) => {
  const plan = planOf();
  const named = { ...plan, settings: { ...plan.settings, ...(datesDecidedBy && { datesDecidedBy }) } };
  const deciding = (which: typeof measure) => [...Object.keys(table), "admin"].filter((one) => mayDecideDate(named, person(named, one), which));

  expect(deciding(measure)).toEqual(ofArea1);
  expect(deciding(elsewhere)).toEqual(ofArea2);
});

import { expect, test } from "@jest/globals";
import { type Deed, may, mayAnswer, mayDecideDate, mayOversee, maySignOff, roleNames, signOffDecidersOf, standpointOf } from "../../src/domain/permission.ts";
import type { Plan, PlanSettings } from "../../src/domain/plan.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";

const deeds: readonly Deed[] = ["read", "answer", "answerForOthers", "signOff", "oversee", "decideDates", "manage"];
const table: Readonly<Record<string, readonly Deed[]>> = {
  lead: ["read", "answer"],
  chair: ["read", "signOff", "oversee", "decideDates"],
  member: ["read", "signOff", "oversee", "decideDates"],
  sro: ["read", "answer", "decideDates"],
  manager: ["read", "answer", "answerForOthers", "signOff", "oversee", "decideDates", "manage"],
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
  ["the board named decides all", "board", ["chair", "member"], ["chair", "member"]],
] as const)("%s", (_, datesDecidedBy, ofArea1, ofArea2) => {
  const plan = planOf();
  const named = { ...plan, settings: { ...plan.settings, ...(datesDecidedBy && { datesDecidedBy }) } };
  const deciding = (which: typeof measure) => [...Object.keys(table), "admin"].filter((one) => mayDecideDate(named, person(named, one), which));

  expect(deciding(measure)).toEqual(ofArea1);
  expect(deciding(elsewhere)).toEqual(ofArea2);
});

test.each([
  ["the chair", undefined, ["chair"]],
  ["the board: chair and members", "board", ["chair", "member"]],
  ["a programme manager, named", "manager", ["manager", "admin"]],
] as const)("%s signs off and nobody else; they and the programme manager reopen and release", (_, signedOffBy, signers) => {
  const plan = named(planOf(), signedOffBy);
  const all = [...Object.keys(table), "admin"];

  expect(all.filter((one) => maySignOff(plan, person(plan, one)))).toEqual(signers);
  expect(signOffDecidersOf(plan, ["admin"])).toEqual(signers);
  expect(all.filter((one) => mayOversee(plan, person(plan, one)))).toEqual([...new Set([...signers, "manager", "admin"])]);
});

test("without a chair nobody signs off: no programme manager stands in", () => {
  const plan = { ...planOf(), roles: [{ objectId: "manager", role: "manager" as const }] };

  expect(signOffDecidersOf(plan, ["admin"])).toEqual([]);
  expect(["manager", "admin"].filter((one) => maySignOff(plan, person(plan, one)))).toEqual([]);
});

function named(plan: Plan, signedOffBy: PlanSettings["signedOffBy"]): Plan {
  return { ...plan, settings: { ...plan.settings, ...(signedOffBy && { signedOffBy }) } };
}

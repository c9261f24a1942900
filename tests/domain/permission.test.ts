import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import { may, mayAnswer, mayDecideDate, mayOversee, maySignOff, signOffDecidersOf, standpointOf } from "../../src/domain/permission.ts";
import type { Plan, RoleHeld } from "../../src/domain/plan.ts";
import type { PlanSettings } from "../../src/domain/planSettings.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";
import { deeds, mayByTable, parts } from "../support/whoMay.ts";

const measure = makeMeasure("1.1.1-1", "December 2022");
const elsewhere = makeMeasure("2.1.1-1", "December 2022", { leads: ["Somebody else"] });
const away = { last: "000001", leaves: [{ from: day("2022-11-21"), to: day("2022-11-25"), deputy: "deputy" }] };

/** A plan in which each role is held by somebody named after it, the SRO's in Area 1; the lead is away in this week. */
function planOf(more: Partial<Plan> = {}): Plan {
  const names = ["chair", "vice chair", "member", "manager", "reader"] as const;
  const roles: RoleHeld[] = [
    ...names.map((role) => ({ objectId: role, role })),
    { objectId: "sro", role: "sro", area: "Area 1" },
    { objectId: "substitute", role: "substitute", standsFor: "member" },
  ];
  const matters = { ...nothingSaid, arrangements: { lead: away } };
  return makePlan([measure, elsewhere], { roles, links: [{ lead: "RISE Head of Service", objectId: "lead" }], matters, ...more });
}
const person = (plan: Plan, objectId: string, on = "2022-11-22") => standpointOf(plan, objectId, ["admin"], day(on));

test.each(parts)("a %s may do what the table says and nothing else", (part) => {
  const allowed = deeds.filter((deed) => may(person(planOf(), part), deed));

  expect(allowed).toEqual(deeds.filter((deed) => mayByTable(part, deed)));
});

test("a lead answers for their own measures, a deputy for whom they stand in for, an SRO for the area's, a manager for any", () => {
  const plan = planOf();
  const answers = (one: string) => [measure, elsewhere].map((which) => mayAnswer(person(plan, one), which));

  for (const one of ["lead", "deputy", "sro"]) expect(answers(one)).toEqual([true, false]);
  for (const one of ["manager", "admin"]) expect(answers(one)).toEqual([true, true]);
  for (const one of ["chair", "vice chair", "member", "substitute", "reader", "nobody"]) expect(answers(one)).toEqual([false, false]);
});

test.each([
  ["2022-11-20", false],
  ["2022-11-21", true],
  ["2022-11-25", true],
  ["2022-11-26", false],
])("a deputy is one on the days of the leave alone: on %s %s", (on, expected) => {
  expect(may(person(planOf(), "deputy", on), "read")).toBe(expected);
  expect(mayAnswer(person(planOf(), "deputy", on), measure)).toBe(expected);
});

test("who stands in for somebody of no lead and no area is given nothing by it", () => {
  const plan = planOf({ matters: { ...nothingSaid, arrangements: { stranger: away } } });

  expect(may(person(plan, "deputy"), "read")).toBe(false);
});

test("a substitute counts only while whom they stand for is on the board", () => {
  const roles: RoleHeld[] = [{ objectId: "substitute", role: "substitute", standsFor: "member" }];

  expect(may(person(planOf({ roles }), "substitute"), "read")).toBe(false);
  expect(may(person(planOf({ roles: [...roles, { objectId: "member", role: "reader" }] }), "substitute"), "decideDates")).toBe(false);
});

test.each([
  ["the chairs decide dates", undefined, ["chair", "vice chair"], ["chair", "vice chair"]],
  [
    "the board named decides together with its chairs",
    "board",
    ["chair", "vice chair", "member", "substitute"],
    ["chair", "vice chair", "member", "substitute"],
  ],
  ["the SRO named decides those of the area, a manager the others", "sro", ["sro"], ["manager", "admin"]],
  ["a manager named decides all", "manager", ["manager", "admin"], ["manager", "admin"]],
] as const)("%s", (_, datesDecidedBy, ofArea1, ofArea2) => {
  const plan = planOf();
  const named = { ...plan, settings: { ...plan.settings, ...(datesDecidedBy && { datesDecidedBy }) } };
  const everybody = [...plan.roles.map(({ objectId }) => objectId), "lead", "deputy", "nobody", "admin"];
  const deciding = (which: typeof measure) => everybody.filter((one) => mayDecideDate(named, person(named, one), which));

  expect(deciding(measure).toSorted()).toEqual([...ofArea1].toSorted());
  expect(deciding(elsewhere).toSorted()).toEqual([...ofArea2].toSorted());
});

test.each([
  ["the chair and vice chair", undefined, ["chair", "vice chair"]],
  ["the board: chairs, members and substitutes", "board", ["chair", "vice chair", "member", "substitute"]],
  ["a programme manager, named", "manager", ["manager", "admin"]],
] as const)("%s signs off and nobody else; they and the programme manager reopen and release", (_, signedOffBy, signers) => {
  const plan = named(planOf(), signedOffBy);
  const all = [...plan.roles.map(({ objectId }) => objectId), "lead", "deputy", "nobody", "admin"];

  expect(all.filter((one) => maySignOff(plan, person(plan, one))).toSorted()).toEqual([...signers].toSorted());
  expect(signOffDecidersOf(plan, ["admin"]).toSorted()).toEqual([...signers].toSorted());
  expect(all.filter((one) => mayOversee(plan, person(plan, one))).toSorted()).toEqual([...new Set([...signers, "manager", "admin"])].toSorted());
});

test("without a chair nobody signs off: no programme manager stands in", () => {
  const plan = { ...planOf(), roles: [{ objectId: "manager", role: "manager" as const }] };

  expect(signOffDecidersOf(plan, ["admin"])).toEqual([]);
  expect(["manager", "admin"].filter((one) => maySignOff(plan, person(plan, one)))).toEqual([]);
});

function named(plan: Plan, signedOffBy: PlanSettings["signedOffBy"]): Plan {
  return { ...plan, settings: { ...plan.settings, ...(signedOffBy && { signedOffBy }) } };
}

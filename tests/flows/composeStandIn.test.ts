import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { composeStandIn } from "../../src/flows/composeStandIn.ts";
import { aLead, anotherLead, makeMeasure, makePlan } from "../support/makePlan.ts";

const leave = { [aLead]: { last: "000001", leaves: [{ from: day("2022-12-05"), to: day("2022-12-16"), deputy: anotherLead }] } };
const planWith = (more: Partial<Plan> = {}) =>
  makePlan([makeMeasure("1.1.1-1", "December 2022")], { matters: { ...nothingSaid, arrangements: leave }, ...more });
const given = { "1.1.1-1": { last: "000001", given: [aLead], relieved: [], alone: true } };

test.each<[string, Plan, string | undefined]>([
  ["a lead", planWith(), "RISE Head of Service"],
  ["an SRO", planWith({ links: [], roles: [{ objectId: aLead, role: "sro", area: "1" }] }), "the SRO of 1"],
  ["who was given a measure", planWith({ links: [], matters: { ...nothingSaid, arrangements: leave, assignments: given } }), "whoever answers for 1.1.1-1"],
  ["nobody of the plan's any more", planWith({ links: [] }), undefined],
])("law 5: a deputy hears, before the leave begins, of %s", (_, plan, words) => {
  const message = composeStandIn(plan, anotherLead, [aLead], day("2022-12-01"));

  if (words) expect(JSON.stringify(message)).toContain(`You stand in for ${words}`);
  else expect(message).toBeUndefined();
});

import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { standpointOf } from "../../src/domain/permission.ts";
import { composeEscalation } from "../../src/flows/composeEscalation.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";

const today = day("2022-12-15");
const [date, since] = [day("2022-11-30"), day("2022-12-01")];

test.each([
  ["asked", ["1.1.1-1"], "I asked the leads, and"],
  ["could not be asked", ["1.1.1-2"], "I could not ask the leads because nobody is linked to them, and"],
  ["were asked in part", ["1.1.1-1", "1.1.1-2"], "I asked those leads whom somebody is linked to, and"],
])("the card says whether the leads were %s", (_, refs, words) => {
  const measures = [makeMeasure("1.1.1-1", "30/11/2022"), makeMeasure("1.1.1-2", "30/11/2022", { leads: ["Nobody linked"] })];
  const plan = makePlan(measures, { roles: [{ objectId: "chair", role: "chair" }] });
  const notice = { kind: "escalation", to: "chair", measures: refs.map((ref) => ({ ref, level: "chair" as const, date, since })) } as const;

  expect(JSON.stringify(composeEscalation(plan, standpointOf(plan, "chair", [], today), notice, today, []))).toContain(`A date has gone by, ${words}`);
});

test.each([
  ["a chair is sent to the lead", "chair", "Please speak to them, and ask them to answer me."],
  ["a programme manager may answer for the lead", "manager", "what you hear you can also enter for them."],
] as const)("%s", (_, role, words) => {
  const plan = makePlan([makeMeasure("1.1.1-1", "30/11/2022")], { roles: [{ objectId: "above", role }] });
  const notice = { kind: "escalation", to: "above", measures: [{ ref: "1.1.1-1", level: "chair", date, since }] } as const;

  expect(JSON.stringify(composeEscalation(plan, standpointOf(plan, "above", [], today), notice, today, []))).toContain(words);
});

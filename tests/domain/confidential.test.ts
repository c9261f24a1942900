import { expect, test } from "@jest/globals";
import type { Arrangement } from "../../src/domain/arrangement.ts";
import { asSeenBy, type Confidence, type ConfidenceChange, confidenceAfter, wordsOf } from "../../src/domain/confidential.ts";
import { exceptionsOf } from "../../src/domain/exceptions.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import { standpointOf } from "../../src/domain/permission.ts";
import { changesSince, pictureOf } from "../../src/domain/picture.ts";
import type { Plan, RoleHeld } from "../../src/domain/plan.ts";
import { summarise } from "../../src/domain/summary.ts";
import { aLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const today = day("2023-01-09");

function rowOf(id: string, kind: ConfidenceChange["kind"]): ConfidenceChange {
  return {
    id,
    ref: "1.1-1",
    at: instantOf("2022-12-01T10:00:00Z"),
    on: day("2022-12-01"),
    by: { objectId: "m", name: "Manager" },
    via: "chat",
    kind,
    reason: "The family would be known.",
    nonce: id,
  };
}

const marked = confidenceAfter([rowOf("000001", "mark")]);
const away: Arrangement = { last: "000001", leaves: [{ from: day("2023-01-01"), to: day("2023-01-31"), deputy: "deputy" }] };
const roles: RoleHeld[] = [
  { objectId: "vice chair", role: "vice chair" },
  { objectId: "substitute", role: "substitute", standsFor: "member" },
  { objectId: "manager", role: "manager" },
  { objectId: "chair", role: "chair" },
  { objectId: "member", role: "member" },
  { objectId: "sro", role: "sro", area: "Area 1" },
  { objectId: "other sro", role: "sro", area: "Area 2" },
  { objectId: "reader", role: "reader" },
];
const plan = makePlan(
  [
    makeMeasure("1.1-1", "December 2022", { ratingAsImported: "Red", words: "Secret words", narrativeAsImported: "Secret narrative" }),
    makeMeasure("2.1", "March 2023", { leads: ["Somebody else"] }),
  ],
  { roles, matters: { ...nothingSaid, arrangements: { [aLead]: away }, confidential: marked ? { "1.1-1": marked } : {} } },
);
const seenBy = (objectId: string | undefined): Plan => asSeenBy(plan, objectId === undefined ? undefined : standpointOf(plan, objectId, [], today));

test.each([
  ["manager", true],
  ["chair", true],
  ["member", true],
  ["vice chair", true],
  ["substitute", true],
  ["deputy", true],
  ["sro", true],
  [aLead, true],
  ["other sro", false],
  ["reader", false],
  [undefined, false],
])("%s is entitled to it: %s", (who, entitled) => {
  const told = JSON.stringify({ exceptions: exceptionsOf(seenBy(who), today), summary: summarise(seenBy(who), today), measures: seenBy(who).measures });

  expect(told.includes("Secret words")).toBe(entitled);
  expect(told.includes("Secret narrative")).toBe(entitled);
  expect(told.includes("1.1-1")).toBe(entitled);
});

test("it is counted like any other", () => {
  expect(summarise(seenBy(undefined), today).overall).toEqual(summarise(plan, today).overall);
  expect(summarise(seenBy(undefined), today).areas.map(({ overdue }) => overdue.length)).toEqual([1, 0]);
});

test("who is entitled to it sees that it is confidential", () => {
  expect(plan.measures.map((measure) => wordsOf(plan, measure))).toEqual(["Confidential: Secret words", "Words of 2.1"]);
});

test("what changed says nothing of it, marked before or since", () => {
  const opened = { ...plan, matters: nothingSaid };

  expect(changesSince(pictureOf(opened), seenBy(undefined))).toEqual([]);
  expect(changesSince(pictureOf(seenBy(undefined)), seenBy(undefined))).toEqual([]);
});

test("opened again it is told again", () => {
  const standing = confidenceAfter([rowOf("000001", "mark"), rowOf("000002", "open")]);
  const confidential: Record<string, Confidence> = standing ? { "1.1-1": standing } : {};
  const opened = { ...plan, matters: { ...nothingSaid, confidential } };

  expect(asSeenBy(opened, undefined)).toBe(opened);
});

test("what a file no longer has stays hidden, and so does what was decided of it", () => {
  const [measure, other] = plan.measures;
  if (!measure || !other) throw new Error("the plan has two measures");
  const gone = { ...plan, measures: [other], withdrawn: { areas: [], sections: [], actions: [], measures: [{ ...measure, withdrawnOn: day("2022-12-05") }] } };
  const decided = { ...makeUpdate("000002"), kind: "sentBack" as const, narrative: "Secret decision" };
  const released = { ...rowOf("000001", "mark"), part: "measure" as const, kind: "release" as const, reason: "Secret release" };
  const told = { ...plan, measures: [{ ...measure, released, standing: { lastUpdate: "000002", decided } }] };

  expect(asSeenBy(gone, undefined).withdrawn?.measures).toEqual([]);
  expect(JSON.stringify([asSeenBy(told, undefined).measures, summarise(asSeenBy(told, undefined), today)])).not.toMatch(/Secret|1\.1-1/);
});

test("to those entitled it is not new in every digest", () => {
  expect(changesSince(pictureOf(seenBy(undefined)), seenBy("chair"))).toEqual([]);
});

import { describe, expect, test } from "@jest/globals";
import type { ArrangementChange } from "../../src/domain/arrangement.ts";
import { arrangementAfter } from "../../src/domain/arrangement.ts";
import { askedFor, unlinkedLeadsOf } from "../../src/domain/askedFor.ts";
import { type AssignmentChange, assignmentAfter } from "../../src/domain/assignment.ts";
import { type ClaimChange, claimsAfter } from "../../src/domain/claim.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import { leadsOn, mayAnswer, standpointOf } from "../../src/domain/permission.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";

const today = day("2022-12-07");
const measure = makeMeasure("1.1.1-1", "December 2022", { leads: ["Head of Service", "Health lead"] });
const links = [
  { lead: "Head of Service", objectId: "ann" },
  { lead: "Health lead", objectId: "ben" },
];

const one = (objectId: string) => ({ objectId, name: objectId });

type Assigned = AssignmentChange["change"];
type Claimed = ClaimChange["change"];
type Arranged = ArrangementChange["change"];
interface Said {
  readonly assigned?: readonly Assigned[];
  readonly claimed?: readonly (readonly [by: string, Claimed])[];
  readonly arranged?: readonly (readonly [person: string, Arranged])[];
}

const entry = (n: number, by = "ann") => ({
  id: String(n + 1).padStart(6, "0"),
  at: instantOf("2022-12-01T10:00:00Z"),
  on: day("2022-12-01"),
  by: { objectId: by, name: by },
  via: "card" as const,
  nonce: `nonce-${n}`,
  ref: measure.ref,
});

function planAfter({ assigned = [], claimed = [], arranged = [] }: Said): Plan {
  const assignment = assignmentAfter(assigned.map((change, n) => ({ ...entry(n), change })));
  const claims = claimsAfter(claimed.map(([by, change], n) => ({ ...entry(n, by), change })));
  const people = [...new Set(arranged.map(([person]) => person))];
  const arrangementOf = (person: string) =>
    arrangementAfter(arranged.flatMap(([who, change], n) => (who === person ? [{ ...entry(n, who), person, change }] : [])));
  const matters = {
    ...nothingSaid,
    assignments: assignment ? { [measure.ref]: assignment } : {},
    claims: claims ? { [measure.ref]: claims } : {},
    arrangements: Object.fromEntries(people.flatMap((person) => (arrangementOf(person) ? [[person, arrangementOf(person) as never]] : []))),
  };
  return makePlan([measure], { links, matters });
}

const away = (from: string, to?: string, deputy?: string): Arranged => ({
  kind: "away",
  from: day(from),
  ...(to && { to: day(to) }),
  ...(deputy && { deputy }),
});
const notMine: Claimed = { kind: "notMine", words: "not mine" };

describe("who is asked for a measure of Ann and Ben on 7 December", () => {
  test.each<[string, Said, string[]]>([
    ["nothing was said", {}, ["ann", "ben"]],
    ["it was given to Cat", { assigned: [{ kind: "give", to: one("cat") }] }, ["cat"]],
    ["Cat answers too", { assigned: [{ kind: "add", to: one("cat") }] }, ["ann", "ben", "cat"]],
    ["Cat takes Ann's place", { assigned: [{ kind: "replace", to: one("cat"), of: "ann" }] }, ["ben", "cat"]],
    [
      "Ann takes it back from Cat",
      {
        assigned: [
          { kind: "replace", to: one("cat"), of: "ann" },
          { kind: "replace", to: one("ann"), of: "cat" },
        ],
      },
      ["ben", "ann"],
    ],
    ["an assignment was taken back", { assigned: [{ kind: "give", to: one("cat") }, { kind: "takeBack" }] }, ["ann", "ben"]],
    ["Ann said it is not hers", { claimed: [["ann", notMine]] }, ["ben"]],
    [
      "she took that back",
      {
        claimed: [
          ["ann", notMine],
          ["ann", { kind: "mineAfterAll", answers: "000001" }],
        ],
      },
      ["ann", "ben"],
    ],
    [
      "it stays with her",
      {
        claimed: [
          ["ann", notMine],
          ["pam", { kind: "stays", answers: "000001", words: "It is yours." }],
        ],
      },
      ["ann", "ben"],
    ],
    [
      "both said so",
      {
        claimed: [
          ["ann", notMine],
          ["ben", notMine],
        ],
      },
      [],
    ],
    ["Ann is away with a deputy", { arranged: [["ann", away("2022-12-01", "2022-12-14", "dee")]] }, ["dee for ann", "ben"]],
    ["on the first day of it", { arranged: [["ann", away("2022-12-07", "2022-12-14", "dee")]] }, ["dee for ann", "ben"]],
    ["on the last", { arranged: [["ann", away("2022-12-01", "2022-12-07", "dee")]] }, ["dee for ann", "ben"]],
    ["after it", { arranged: [["ann", away("2022-12-01", "2022-12-06", "dee")]] }, ["ann", "ben"]],
    ["before it", { arranged: [["ann", away("2022-12-08", "2022-12-14", "dee")]] }, ["ann", "ben"]],
    [
      "a second leave was arranged",
      {
        arranged: [
          ["ann", away("2022-12-01", "2022-12-14", "dee")],
          ["ann", away("2023-02-10", "2023-02-17")],
        ],
      },
      ["dee for ann", "ben"],
    ],
    [
      "another took its place",
      {
        arranged: [
          ["ann", away("2022-12-01", "2022-12-14", "dee")],
          ["ann", away("2022-12-07", "2022-12-09", "eve")],
        ],
      },
      ["eve for ann", "ben"],
    ],
    [
      "Ann is back from one and goes again",
      {
        arranged: [
          ["ann", away("2022-12-05", "2022-12-09", "dee")],
          ["ann", away("2022-11-28", "2022-12-02")],
          ["ann", { kind: "back" }],
        ],
      },
      ["dee for ann", "ben"],
    ],
    ["Ann handed over for good", { arranged: [["ann", away("2022-12-05", undefined, "dee")]] }, ["dee for ann", "ben"]],
    ["Ann is away without one", { arranged: [["ann", away("2022-12-01", "2022-12-14")]] }, ["ben"]],
    [
      "Ann is back",
      {
        arranged: [
          ["ann", away("2022-12-01", "2022-12-14", "dee")],
          ["ann", { kind: "back" }],
        ],
      },
      ["ann", "ben"],
    ],
    [
      "her deputy is away too",
      {
        arranged: [
          ["ann", away("2022-12-01", "2022-12-14", "dee")],
          ["dee", away("2022-12-06", "2022-12-08", "eve")],
        ],
      },
      ["eve for ann", "ben"],
    ],
    [
      "the deputy named nobody",
      {
        arranged: [
          ["ann", away("2022-12-01", "2022-12-14", "dee")],
          ["dee", away("2022-12-06", "2022-12-08")],
        ],
      },
      ["ben"],
    ],
    [
      "two stand in for each other",
      {
        arranged: [
          ["ann", away("2022-12-01", "2022-12-14", "ben")],
          ["ben", away("2022-12-01", "2022-12-14", "ann")],
        ],
      },
      [],
    ],
    ["the deputy leads it as well", { arranged: [["ann", away("2022-12-01", "2022-12-14", "ben")]] }, ["ben"]],
    ["the deputy says it is not theirs", { arranged: [["ann", away("2022-12-01", "2022-12-14", "dee")]], claimed: [["dee", notMine]] }, ["ben"]],
    ["Ann pauses until the 8th", { arranged: [["ann", { kind: "pause", until: day("2022-12-08") }]] }, ["ben"]],
    ["Ann paused until today", { arranged: [["ann", { kind: "pause", until: today }]] }, ["ann", "ben"]],
    [
      "Ann asks again before",
      {
        arranged: [
          ["ann", { kind: "pause", until: day("2022-12-08") }],
          ["ann", { kind: "resume" }],
        ],
      },
      ["ann", "ben"],
    ],
  ])("%s", (_, said, expected) => {
    const found = askedFor(planAfter(said), measure, today).map(({ objectId, inPlaceOf }) => (inPlaceOf ? `${objectId} for ${inPlaceOf}` : objectId));

    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});

test("everybody who is asked may answer, and on whose behalf is known of a deputy alone", () => {
  const plan = planAfter({ assigned: [{ kind: "replace", to: one("cat"), of: "ben" }], arranged: [["ann", away("2022-12-01", "2022-12-14", "dee")]] });
  const standing = (one: string) => standpointOf(plan, one, [], today);

  expect(askedFor(plan, measure, today)).toEqual([{ objectId: "dee", inPlaceOf: "ann" }, { objectId: "cat" }]);
  expect(["dee", "cat", "ben"].map((one) => mayAnswer(standing(one), measure))).toEqual([true, true, false]);
  expect(["dee", "cat", "ann"].map((one) => leadsOn(standing(one), measure))).toEqual([false, true, true]);
});

test("a lead nobody is linked to is told of, unless the measure was given to somebody", () => {
  const open = { ...measure, leads: ["Head of Service", "Nobody yet"] };
  const unnamed = { ...measure, leads: [] };

  expect(unlinkedLeadsOf(planAfter({}), open)).toEqual(["Nobody yet"]);
  expect(unlinkedLeadsOf(planAfter({ assigned: [{ kind: "add", to: one("cat") }] }), open)).toEqual(["Nobody yet"]);
  expect(unlinkedLeadsOf(planAfter({ assigned: [{ kind: "give", to: one("cat") }] }), open)).toEqual([]);
  expect(unlinkedLeadsOf(planAfter({}), unnamed)).toEqual(["No lead named"]);
  expect(unlinkedLeadsOf(planAfter({ assigned: [{ kind: "add", to: one("cat") }] }), unnamed)).toEqual([]);
});

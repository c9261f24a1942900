import { expect, test } from "@jest/globals";
import { type DateChange, datesAfter } from "../../src/domain/dateChange.ts";
import { dateNoticesOwed } from "../../src/domain/dateNoticesOwed.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan, RoleHeld } from "../../src/domain/plan.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { aLead, aManager, anotherLead, makeMeasure, makePlan } from "../support/makePlan.ts";

const chair: RoleHeld = { objectId: "chair", role: "chair" };
const asked = day("2022-11-22");

function change(id: string, kind: DateChange["kind"], more: Partial<DateChange> = {}): DateChange {
  const due = kind === "request" || kind === "acceptance" ? { due: readDuePhrase("31 March 2023") } : {};
  return {
    id,
    ref: "",
    at: instantOf(`${asked}T10:00:00Z`),
    on: asked,
    by: { objectId: aLead, name: "Lead" },
    via: "card",
    kind,
    reason: "Why",
    nonce: id,
    ...due,
    ...more,
  };
}

const waits = (ref: string, more: Partial<Measure> = {}) => makeMeasure(ref, "December 2022", { dates: datesAfter([change("000001", "request")]), ...more });
const decided = (ref: string, by: string, more: Partial<Measure> = {}) =>
  makeMeasure(ref, "December 2022", {
    dates: datesAfter([change("000001", "request"), change("000002", "acceptance", { answers: "000001", by: { objectId: by, name: "Decider" } })]),
    ...more,
  });
const owed = (plan: Plan, today = asked, marks: ReadonlySet<string> = new Set()) =>
  dateNoticesOwed(plan, marks, today, [aManager]).map(({ delivery }) => delivery.notice);

test("law 2: one notice a decider with all that waits, each named once; with its marks there is none", () => {
  const plan = makePlan([waits("1.1.1-1"), waits("1.1.1-2"), makeMeasure("1.1.1-3", "December 2022")], { roles: [chair, { ...chair, objectId: "vice" }] });
  const first = dateNoticesOwed(plan, new Set(), asked, [aManager]);

  expect(first.map(({ delivery }) => delivery.notice)).toEqual(
    ["chair", "vice"].map((to) => ({ kind: "dateRequest", to, requests: ["1.1.1-1", "1.1.1-2"].map((ref) => ({ ref, id: "000001" })) })),
  );
  expect(new Set(first.map(({ delivery }) => delivery.key)).size).toBe(2);
  expect(dateNoticesOwed(plan, new Set(), asked, [aManager])).toEqual(first);
  expect(owed(plan, asked, new Set(first.flatMap(({ marks }) => marks.map(({ key }) => key))))).toEqual([]);
});

test("law 1: while it waits it is owed again each week; a fortnight's silence is made good by one", () => {
  const plan = makePlan([waits("1.1.1-1")], { roles: [chair] });
  const marks = new Set(dateNoticesOwed(plan, new Set(), asked, []).flatMap((one) => one.marks.map(({ key }) => key)));

  expect(owed(plan, day("2022-11-28"), marks)).toEqual([]);
  expect(owed(plan, day("2022-12-09"), marks)).toHaveLength(1);
});

test.each([
  ["the chair", [chair], undefined, "chair"],
  ["without a chair the programme manager", [], undefined, aManager],
  [
    "whom the plan names: the area's SRO",
    [chair, { objectId: "sro1", role: "sro", area: "Area 1" }, { objectId: "sro2", role: "sro", area: "Area 2" }],
    "sro",
    "sro1",
  ],
  ["the programme manager where the SRO named has another area", [chair, { objectId: "sro2", role: "sro", area: "Area 2" }], "sro", aManager],
  ["the programme manager, named", [chair], "manager", aManager],
] as const)("%s is asked", (_, roles, datesDecidedBy, to) => {
  const plan = makePlan([waits("1.1.1-1")], { roles });
  const settings = { ...plan.settings, ...(datesDecidedBy && { datesDecidedBy }) };

  expect(owed({ ...plan, settings })).toMatchObject([{ to }]);
});

test("what is complete and signed off waits for nobody", () => {
  expect(owed(makePlan([waits("1.1.1-1", { ratingAsImported: "Blue" })], { roles: [chair] }))).toEqual([]);
});

test("who asked and the leads are told once what was decided, the decider and strangers are not, and old news is none", () => {
  const links = [
    { lead: "RISE Head of Service", objectId: aLead },
    { lead: "RISE Head of Service", objectId: anotherLead },
    { lead: "Somebody else", objectId: "else" },
  ];
  const plan = makePlan([decided("1.1.1-1", "chair"), decided("1.1.1-2", anotherLead)], { roles: [chair], links });
  const first = dateNoticesOwed(plan, new Set(), asked, []);

  expect(first.map(({ delivery }) => delivery.notice)).toEqual([
    {
      kind: "dateDecision",
      to: aLead,
      decisions: [
        { ref: "1.1.1-1", id: "000002" },
        { ref: "1.1.1-2", id: "000002" },
      ],
    },
    { kind: "dateDecision", to: anotherLead, decisions: [{ ref: "1.1.1-1", id: "000002" }] },
  ]);
  expect(owed(plan, asked, new Set(first.flatMap(({ marks }) => marks.map(({ key }) => key))))).toEqual([]);
  expect(owed(plan, day("2023-01-05"))).toEqual([]);
  expect(owed({ ...plan, links: [] })).toEqual([]);
});

test("more than a card's worth of requests is dealt into notices of at most 48", () => {
  const plan = makePlan(
    Array.from({ length: 100 }, (_, n) => waits(`1.1.${n}-1`)),
    { roles: [chair] },
  );

  expect(dateNoticesOwed(plan, new Set(), asked, []).map(({ marks }) => marks.length)).toEqual([48, 48, 4]);
});

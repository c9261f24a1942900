import { expect, test } from "@jest/globals";
import { completionNoticesOwed } from "../../src/domain/completionNoticesOwed.ts";
import { day } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan, RoleHeld } from "../../src/domain/plan.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { standingAfter } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import { composeCompletionNews } from "../../src/flows/composeCompletionNews.ts";
import { aLead, aManager, anotherLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const proposedOn = day("2022-12-01");
const chair: RoleHeld = { objectId: "chair", role: "chair" };
const member: RoleHeld = { objectId: "member", role: "member" };

function measureAfter(ref: string, ...rows: Partial<Update>[]): Measure {
  const measure = makeMeasure(ref, "December 2022");
  const history = rows.map((row, n) => makeUpdate(`00000${n + 1}`, { ref, ...row }));
  return { ...measure, standing: standingAfter(measure, history, bragScheme) };
}
const proposed = (ref: string) => measureAfter(ref, { rating: "Blue" });
const decided = (ref: string, kind: Update["kind"], more: Partial<Update> = {}) =>
  measureAfter(ref, { rating: "Blue" }, { kind, rating: undefined, by: { objectId: "chair", name: "Chair" }, ...more });
const owed = (plan: Plan, today = proposedOn, marks: ReadonlySet<string> = new Set()) =>
  completionNoticesOwed(plan, marks, today, [aManager]).map(({ delivery }) => delivery.notice);
const marksOf = (plan: Plan, today = proposedOn) =>
  new Set(completionNoticesOwed(plan, new Set(), today, [aManager]).flatMap(({ marks }) => marks.map(({ key }) => key)));

test("law 2: whoever signs off gets one notice for all that wait, and with its marks none", () => {
  const plan = makePlan([proposed("1.1.1-1"), proposed("1.1.1-2"), makeMeasure("1.1.1-3", "December 2022")], { roles: [chair, member] });

  expect(owed(plan)).toEqual([{ kind: "signOffRequest", to: "chair", requests: ["1.1.1-1", "1.1.1-2"].map((ref) => ({ ref, id: "000001" })) }]);
  expect(owed(plan, proposedOn, marksOf(plan))).toEqual([]);
});

test("law 1: while it waits they are told again each week; a fortnight's silence is made good by one", () => {
  const plan = makePlan([proposed("1.1.1-1")], { roles: [chair] });

  expect(owed(plan, day("2022-12-07"), marksOf(plan))).toEqual([]);
  expect(owed(plan, day("2022-12-16"), marksOf(plan))).toHaveLength(1);
});

test.each([
  ["the chair", undefined, [chair, member], ["chair"]],
  ["the board where the plan names it", "board", [chair, member], ["chair", "member"]],
  ["a programme manager where the plan names one", "manager", [chair], [aManager]],
  ["nobody where nobody holds the role", undefined, [member], []],
] as const)("%s is told", (_, signedOffBy, roles, told) => {
  const plan = makePlan([proposed("1.1.1-1")], { roles });
  const settings = { ...plan.settings, ...(signedOffBy && { signedOffBy }) };

  expect(owed({ ...plan, settings }).map((notice) => ("to" in notice ? notice.to : ""))).toEqual(told);
});

test.each<[string, Measure]>([
  ["signed off", decided("1.1.1-1", "signOff")],
  ["sent back", decided("1.1.1-1", "sentBack", { narrative: "A term's figures, please." })],
  ["reopened", decided("1.1.1-1", "reopening", { rating: "Amber", narrative: "It went up." })],
])("who proposed and the leads are told once that it was %s, and old news is none", (_, measure) => {
  const links = [{ lead: "RISE Head of Service", objectId: anotherLead }];
  const plan = makePlan([measure], { roles: [chair, { objectId: aLead, role: "reader" }], links });

  expect(owed(plan)).toEqual([aLead, anotherLead].map((to) => ({ kind: "signOffDecision", to, decisions: [{ ref: "1.1.1-1", id: "000002" }] })));
  expect(owed(plan, proposedOn, marksOf(plan))).toEqual([]);
  expect(owed(plan, day("2023-01-05"))).toEqual([]);
  expect(owed({ ...plan, links: [], roles: [] })).toEqual([]);
});

test.each<Update["kind"]>(["sentBack", "reopening"])("once somebody reported since, nobody is told that it was %s", (kind) => {
  const since = { rating: "Amber", by: { objectId: anotherLead, name: "Another lead" } };
  const measure = measureAfter("1.1.1-1", { rating: "Blue" }, { kind, rating: undefined, by: { objectId: "chair", name: "Chair" } }, since);
  const plan = makePlan([measure], { links: [aLead, anotherLead].map((objectId) => ({ lead: "RISE Head of Service", objectId })) });

  expect(owed(plan)).toEqual([]);
  expect(composeCompletionNews(plan, [{ ref: "1.1.1-1", id: "000002" }])).toBeUndefined();
});

test("of more than a transaction holds the parts wait for each other, so that they go out as one card", () => {
  const measures = Array.from({ length: 100 }, (_, n) => proposed(`1.1.${n}-1`));
  const found = completionNoticesOwed(makePlan(measures, { roles: [chair] }), new Set(), proposedOn, []);

  expect(found.map(({ marks, delivery }) => [marks.length, delivery.state.kind])).toEqual([
    [48, "waiting"],
    [48, "waiting"],
    [4, "waiting"],
  ]);
});

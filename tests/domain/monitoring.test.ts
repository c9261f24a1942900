import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { completionNoticesOwed } from "../../src/domain/completionNoticesOwed.ts";
import { type DateChange, datesAfter } from "../../src/domain/dateChange.ts";
import { dateNoticesOwed } from "../../src/domain/dateNoticesOwed.ts";
import { dueLists } from "../../src/domain/dueLists.ts";
import { exceptionsOf } from "../../src/domain/exceptions.ts";
import { addDays, day, instantOf, type LocalDate } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import { mergePlan } from "../../src/domain/mergePlan.ts";
import {
  type MonitoringChange,
  monitoredPart,
  monitoringAfter,
  monitoringRows,
  monitoringWith,
  releasedNow,
  withRelease,
} from "../../src/domain/monitoring.ts";
import { openAsks } from "../../src/domain/owed.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { isSettled, nextUpdateId, planAsOf } from "../../src/domain/standing.ts";
import { summarise, tallyOf } from "../../src/domain/summary.ts";
import { waitingDates } from "../../src/flows/composeDates.ts";
import { proposedCompletions } from "../../src/flows/composeSignOff.ts";
import { makeMeasure, makePlan, makeUpdate, weekdays } from "../support/makePlan.ts";

const on = day("2022-12-01");

function change(n: number, kind: MonitoringChange["kind"], more: Partial<MonitoringChange> = {}): MonitoringChange {
  const at = { id: nextUpdateId(String(n - 1)), at: instantOf(`${more.on ?? on}T10:00:00Z`), on };
  return { ...at, part: "area", ref: "Area 1", by: { objectId: "chair", name: "Chair" }, via: "chat", kind, reason: `Why ${n}`, nonce: `nonce-${n}`, ...more };
}

/** As the store gives it back. */
function planAfter(rows: readonly MonitoringChange[]): Plan {
  const plan = makePlan([
    makeMeasure("1.1.1-1", "September 2022", { section: "1.1", ratingAsImported: "Red" }),
    makeMeasure("1.2.1-1", "March 2023", { section: "1.2" }),
    makeMeasure("2.1.1-1", "September 2022", { section: "2.1", ratingAsImported: "Blue" }),
  ]);
  const byPart = Map.groupBy(rows, monitoredPart);
  const monitoring = Object.fromEntries(
    [...byPart].flatMap(([part, ones]) => [[part, monitoringAfter(ones)] as const]).filter(([, standing]) => standing !== undefined),
  ) as Plan["matters"]["monitoring"];
  return { ...plan, matters: { ...nothingSaid, monitoring }, measures: plan.measures.map((measure) => withRelease(measure, monitoring)) };
}
const releasedRefs = ({ measures }: Plan) => measures.filter(({ released }) => released).map(({ ref }) => ref);

test.each([
  ["an area", { part: "area", ref: "Area 1" }, ["1.1.1-1", "1.2.1-1"]],
  ["a section", { part: "section", ref: "1.2" }, ["1.2.1-1"]],
  ["an action", { part: "action", ref: "1.1.1" }, ["1.1.1-1"]],
  ["a measure", { part: "measure", ref: "2.1.1-1" }, ["2.1.1-1"]],
  ["an action that has a section's number is not the section", { part: "action", ref: "1.1" }, []],
] as const)("%s released takes with it what it holds", (_, part, refs) => {
  expect(releasedRefs(planAfter([change(1, "release", part)]))).toEqual(refs);
  expect(releasedRefs(planAfter([change(1, "release", part), change(2, "takeBack", part)]))).toEqual([]);
});

test("a narrower part stays released when the wider one is taken back", () => {
  const section = { part: "section", ref: "1.1" } as const;

  expect(releasedRefs(planAfter([change(1, "release", section), change(1, "release"), change(2, "takeBack")]))).toEqual(["1.1.1-1"]);
});

test("what is released is asked about by nobody, is no exception and not overdue, and counts under its rating and beside it", () => {
  const before = planAfter([]);
  const after = planAfter([change(1, "release")]);
  const measure = after.measures[0];

  expect(openAsks(before, on, weekdays).find((ask) => ask.measure.ref === "1.1.1-1")?.thresholds).toHaveLength(1);
  expect(openAsks(after, on, weekdays)).toEqual([]);
  expect(measure && isSettled(measure, after.scheme)).toBe(true);
  expect(exceptionsOf(after, on)).toEqual([]);
  expect(summarise(after, on).areas[0]).toMatchObject({ overdue: [], total: 2, released: 2, counts: { Red: 1, Green: 1 }, releases: [{ reason: "Why 1" }] });
  expect(tallyOf(summarise(after, on).overall)).toEqual({ ...tallyOf(summarise(before, on).overall), released: 2 });
});

test("what is released waits for nobody's decision, and its challenges are not counted, until it is taken back", () => {
  const latest = makeUpdate("000001", { rating: "Blue", challenges: [{ rule: "noEvidence", rating: "Blue" }] });
  const request: DateChange = { ...change(1, "release"), id: "000001", ref: "1.1.1-1", kind: "request", due: readDuePhrase("31 March 2023") };
  const planWith = (rows: readonly MonitoringChange[]) => {
    const plan = planAfter(rows);
    const standing = { rating: "Red", proposedComplete: true, latest, lastUpdate: "000001" };
    const measures = plan.measures.map((one) => (one.ref === "1.1.1-1" ? { ...one, standing, dates: datesAfter([request]) } : one));
    return { ...plan, measures, roles: [{ objectId: "chair", role: "chair" }] } as Plan;
  };
  const waiting = (plan: Plan) => ({
    notices: [...dateNoticesOwed(plan, new Set(), on, []), ...completionNoticesOwed(plan, new Set(), on, [])].length,
    shown: [...waitingDates(plan, undefined), ...proposedCompletions(plan)].length,
    proposed: summarise(plan, on).areas[0]?.proposedComplete.length,
    challenged: summarise(plan, on).areas[0]?.challenged.length,
  });

  expect(waiting(planWith([]))).toEqual({ notices: 2, shown: 2, proposed: 1, challenged: 1 });
  expect(waiting(planWith([change(1, "release")]))).toEqual({ notices: 0, shown: 0, proposed: 0, challenged: 0 });
  expect(waiting(planWith([change(1, "release"), change(2, "takeBack")]))).toEqual({ notices: 2, shown: 2, proposed: 1, challenged: 1 });
});

test("of the lists by date each open measure stands in one, the released in their own, which is not there without any", () => {
  expect(dueLists(planAfter([]), on)).not.toHaveProperty("released");
  const { released, overdue, ahead } = dueLists(planAfter([change(1, "release", { part: "measure", ref: "1.1.1-1" })]), on);

  expect([released, overdue, ahead.map(({ ref }) => ref)]).toEqual([["1.1.1-1"], [], ["1.2.1-1"]]);
});

test.each([
  ["before the release", -1, false],
  ["on its day", 0, true],
  ["the day before it was taken back", 9, true],
  ["on the day it was taken back", 10, false],
])("as of a day: %s", (_, days, released) => {
  const plan = planAfter([change(1, "release"), change(2, "takeBack", { on: addDays(on, 10) })]);

  expect(planAsOf(plan, [], addDays(on, days)).measures[0]?.released !== undefined).toBe(released);
});

test("an import keeps it, and does not store it among what the file says", () => {
  const plan = planAfter([change(1, "release")]);
  const { id, title, scheme, areas, sections, actions } = plan;
  const file = {
    id,
    title,
    scheme,
    areas,
    sections,
    actions,
    measures: [makeMeasure("2.1.1-1", "September 2022")],
    importedAsOf: on,
    importedAt: instantOf("2022-12-05T09:00:00Z"),
  };

  const { content } = mergePlan(plan, file, { on });
  expect(content.measures.map(({ ref }) => ref)).toContain("1.1.1-1");
  expect(content.measures.filter((measure) => "released" in measure)).toEqual([]);
});

test("any order of rows leaves one standing, found row by row as from the whole, and each release closed once", () => {
  const kind = fc.constantFrom<MonitoringChange["kind"]>("release", "takeBack");
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 12 }), (kinds) => {
      const rows = kinds.map((one, n) => change(n + 1, one, { on: addDays(on, n) }));
      let standing: ReturnType<typeof monitoringAfter>;
      for (const row of rows) standing = monitoringWith(standing, row);

      expect(standing).toEqual(monitoringAfter(rows));
      expect(releasedNow(standing) !== undefined).toBe(kinds.at(-1) === "release");
      for (const { release, takenBack } of standing?.releases.slice(0, -1) ?? []) expect((takenBack?.on ?? "") > release.on).toBe(true);
      const plan = planAfter(rows);
      const told = plan.measures[0] ? monitoringRows(plan, plan.measures[0]) : [];
      expect(told.map((row) => row.kind)).toEqual(kinds.filter((one, n) => one !== (kinds[n - 1] ?? "takeBack")));
      for (const [n] of rows.entries()) {
        const asOf: LocalDate = addDays(on, n);
        expect(planAsOf(plan, [], asOf).measures[0]?.released !== undefined).toBe(kinds[n] === "release");
      }
    }),
  );
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { day, type LocalDate } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { spentMarks } from "../../src/domain/spentMarks.ts";
import { aLead, aManager, makeMeasure, makePlan, makeUpdate, weekdays } from "../support/makePlan.ts";
import { runDays } from "../support/runDays.ts";

const [from, to] = ["2022-11-21", "2024-07-31"];
const dues = ["December 2022", "March 2023", "30/09/2022", "Jan 2023: 10% / Dec 2025: 30%", "TBC", "Ongoing to July 2023", "June 2025"];
const someDay = fc.integer({ min: 1, max: 580 }).map((n) => day(new Date(Date.UTC(2022, 10, 21 + n)).toISOString().slice(0, 10)));

/** Runs miss most days: what matters is a year long. */
const isWednesday = (one: LocalDate) => new Date(`${one}T12:00:00Z`).getUTCDay() === 3;

interface Story {
  readonly due: string;
  readonly movedTo: string;
  readonly movedOn: LocalDate;
  readonly reportedOn: LocalDate | undefined;
  readonly lead: string;
  readonly chases: readonly [number, number];
  readonly changedOn: LocalDate;
}

const story: fc.Arbitrary<Story> = fc.record({
  due: fc.constantFrom(...dues),
  movedTo: fc.constantFrom(...dues),
  movedOn: fc.option(someDay, { nil: day(to), freq: 1 }),
  reportedOn: fc.option(someDay, { nil: undefined, freq: 1 }),
  lead: fc.constantFrom("RISE Head of Service", "Nobody's lead"),
  chases: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
  changedOn: someDay,
});

function measureOn(ref: string, today: LocalDate, { due, movedTo, movedOn, reportedOn, lead }: Story): Measure {
  const latest = reportedOn && today >= reportedOn ? makeUpdate("000001", { ref, on: reportedOn }) : undefined;
  const standing = latest && { rating: latest.rating, latest, lastUpdate: latest.id };
  return makeMeasure(ref, today < movedOn ? due : movedTo, { leads: [lead], ratingAsImported: "Amber", ...(standing && { standing }) });
}

function planOn(today: LocalDate, stories: readonly [Story, Story]): Plan {
  const measures = stories.map((one, n) => measureOn(`1.1.1-${n + 1}`, today, one));
  const plan = makePlan(measures, { roles: [{ objectId: "chair", role: "chair" }], matters: nothingSaid });
  const [{ chases, changedOn }] = stories;
  return { ...plan, settings: { ...plan.settings, chaseEveryDays: chases[today < changedOn ? 0 : 1], cadences: [] } };
}

test("law 2: over the years nobody is told anything twice, or less, though marks are taken away", () => {
  fc.assert(
    fc.property(fc.tuple(story, story), (stories) => {
      const run = (forgets: boolean) => {
        const marked = { markedOn: new Map<string, LocalDate>(), forgets };
        return { told: runDays((today) => planOn(today, stories), from, to, weekdays, isWednesday, marked), marks: marked.markedOn.size };
      };
      const [forgetting, keeping] = [run(true), run(false)];

      expect(forgetting.told).toEqual(keeping.told);
      expect(forgetting.marks).toBeLessThanOrEqual(keeping.marks);
    }),
    { numRuns: 20 },
  );
});

test("a measure chased for years leaves the marks of one year, and the first, from which its silence counts", () => {
  const marked = { markedOn: new Map<string, LocalDate>(), forgets: true };
  runDays(() => makePlan([makeMeasure("1.1.1-1", "December 2022")]), from, to, weekdays, undefined, marked);

  const chases = [...marked.markedOn].filter(([key]) => key.endsWith(" after"));
  expect(chases[0]?.[0]).toBe(`${aLead}|own|1.1.1-1|2022-12-31|1 after`);
  expect(chases.length).toBeGreaterThan(50);
  expect(chases.length).toBeLessThan(57);
});

const ref = "1.1.1-1";
const [long, date] = [day("2022-12-02"), "2022-12-31"];
test.each([
  [`${aLead}|own|${ref}|${date}|14 before`, true],
  [`${aManager}|Somebody's lead|${ref}|${date}|7 before`, true],
  [`${aLead}|own|${ref}|${date}|round 000001`, true],
  [`${aLead}|own|9.9.9-9|${date}|7 after`, true],
  [`chair|date|${ref}|000001|7 after`, true],
  [`${aLead}|signOff|${ref}|000001|decided`, true],
  [`${aLead}|own|${ref}|2024-11-30|700 before`, false],
  [`${aLead}|own|${ref}|${date}|passed`, false],
  [`${aLead}|own|${ref}|${date}|can start`, false],
  [`${aLead}|own|${ref}|${date}|as wanted`, false],
  [`${aManager}|figures|${ref}|000001|proposed`, false],
  [`chair|escalation|${ref}|${date}|chair`, false],
  [`deputy|standIn|${aLead}|${date}|for good`, false],
  [`${aManager}|undelivered|${date}|reminder|${aLead}|own|${ref}|${date}|7 after`, false],
  [`digest|exception|${date}|19:board`, false],
])("a year after, of a measure that was reported, the mark %s is spent: %p", (key, isSpent) => {
  const latest = makeUpdate("000001", { on: day("2023-02-01") });
  const plan = makePlan([makeMeasure(ref, "December 2022", { standing: { latest, lastUpdate: latest.id } })]);

  expect(spentMarks(plan, new Map([[key, long]]), day("2024-02-01"))).toEqual(isSpent ? [key] : []);
  expect(spentMarks(plan, new Map([[key, long]]), day("2023-12-02"))).toEqual([]);
});

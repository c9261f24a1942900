import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { MeasureAsImported } from "../../src/domain/measure.ts";
import { mergePlan } from "../../src/domain/mergePlan.ts";
import type { Plan, PlanContent } from "../../src/domain/plan.ts";
import { countChanges } from "../../src/domain/planChanges.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { nextUpdateId, standingAfter } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";
import { storeImport } from "../support/storeImport.ts";

const refs = ["1.1", "1.2", "1.10", "2.1"];
const phrases = ["December 2022", "March 2023", "Ongoing", "31/09/2020"];
const label = fc.constantFrom(...bragScheme.ratings.map((rating) => rating.label));
const dayOfDecember = fc.integer({ min: 1, max: 31 }).map((n) => day(`2022-12-${String(n).padStart(2, "0")}`));

const aFile = fc.array(
  fc.record({
    ref: fc.constantFrom(...refs),
    due: fc.constantFrom(...phrases),
    ratingAsImported: fc.option(label, { nil: undefined }),
    impactAsImported: fc.option(label, { nil: undefined }),
    narrativeAsImported: fc.constantFrom("", "Begun.", "Two groups have met."),
  }),
  { minLength: 1, maxLength: 4 },
);
type File = typeof aFile extends fc.Arbitrary<infer T> ? T : never;

const anUpdate = fc.record({
  ref: fc.constantFrom(...refs),
  on: dayOfDecember,
  kind: fc.constantFrom("report", "report", "withdrawal", "signOff", "sentBack", "reopening"),
  rating: fc.option(label, { nil: undefined }),
  impact: fc.option(label, { nil: undefined }),
  narrative: fc.constantFrom("", "Said in chat."),
  amendsLast: fc.boolean(),
});

function contentOf(plan: Plan, file: File, importedAt: string): PlanContent {
  const rows = new Map(file.map((row) => [row.ref, row]));
  const measures = [...rows.values()].map(({ ref, due, ...report }): MeasureAsImported => ({ ...makeMeasure(ref, due), ...report }));
  const { id, title, scheme, sections, actions } = plan;
  const areas = [...new Set(measures.map(({ area }) => area))].map((ref) => ({ ref, title: ref, sros: [] }));
  return { id, title, scheme, sections, actions, areas, measures, importedAsOf: day(importedAt.slice(0, 10)), importedAt: instantOf(importedAt) };
}

test("a second import of the same file changes nothing, nothing said in chat is lost, and the first date of a measure stays known", () => {
  fc.assert(
    fc.property(
      aFile,
      fc.array(anUpdate, { maxLength: 6 }),
      aFile,
      fc.option(dayOfDecember, { nil: undefined }),
      fc.boolean(),
      (first, said, second, asOf, takeFile) => {
        const empty = { ...makePlan([]), areas: [] };
        const imported = storeImport(empty, mergePlan(undefined, contentOf(empty, first, "2022-11-21T09:00:00Z"), { on: day("2022-11-21") }).content);
        const { plan: before, history } = withChat(imported, said);
        const rules = { on: day("2023-01-05"), asOf, takeFile };

        const file = contentOf(before, second, "2023-01-05T09:00:00Z");
        const once = mergePlan(before, file, rules);
        const after = storeImport(before, once.content);
        const twice = mergePlan(after, { ...file, importedAt: instantOf("2023-01-06T09:00:00Z") }, { ...rules, on: day("2023-01-06") });

        expect(countChanges(twice.changes)).toBe(0);
        expect(storeImport(after, twice.content).measures).toEqual(after.measures);
        expect(twice.keptFromChat).toEqual(once.keptFromChat);
        const all = [...after.measures, ...(after.withdrawn?.measures ?? [])];
        for (const old of before.measures) {
          const measure = all.find(({ ref }) => ref === old.ref);
          expect(measure?.dateMoves?.[0]?.from ?? measure?.due).toEqual(JSON.parse(JSON.stringify(old.due)));
          expect(measure?.standing?.lastUpdate).toBe(old.standing?.lastUpdate);
          // In force what chat said, or what the file says: never anything older.
          const fromFile = second.findLast(({ ref }) => ref === old.ref);
          const ratings = [old.standing ? old.standing.rating : old.ratingAsImported, ...(fromFile ? [fromFile.ratingAsImported] : [])];
          expect(ratings).toContain(measure?.standing ? measure.standing.rating : measure?.ratingAsImported);
          const impacts = [old.standing?.impact ?? old.impactAsImported, ...(fromFile ? [fromFile.impactAsImported] : [])];
          expect(impacts).toContain(measure?.standing?.impact ?? measure?.impactAsImported);
          // The whole history gives the same standing as the one kept beside it.
          const rows = history.filter(({ ref }) => ref === old.ref);
          expect(measure && standingAfter(measure, rows, after.scheme)).toEqual(measure?.standing);
        }
      },
    ),
    { numRuns: 500 },
  );
});

function withChat(plan: Plan, said: (typeof anUpdate extends fc.Arbitrary<infer T> ? T : never)[]): { plan: Plan; history: Update[] } {
  const history: Update[] = [];
  const inOrder = said.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  for (const { ref, on, kind, rating, narrative, amendsLast } of inOrder) {
    const last = history.findLast((row) => row.ref === ref)?.id;
    if (!plan.measures.some((measure) => measure.ref === ref) || (kind === "withdrawal" && !last)) continue;
    const amends = kind === "withdrawal" || (kind === "report" && amendsLast) ? last : undefined;
    const own = kind === "report" ? { rating, narrative } : { rating: undefined, narrative: "" };
    history.push(makeUpdate(nextUpdateId(last), { ref, on, at: instantOf(`${on}T10:00:00Z`), kind: kind as Update["kind"], ...own, amends }));
  }
  const standingOf = (measure: MeasureAsImported) =>
    standingAfter(
      measure,
      history.filter(({ ref }) => ref === measure.ref),
      plan.scheme,
    );
  return { plan: { ...plan, measures: plan.measures.map((measure) => ({ ...measure, standing: standingOf(measure) })) }, history };
}

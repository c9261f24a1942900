import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPlan } from "../../src/intake/readPlan.ts";
import { aboutPlan, sheetOf } from "./sheets.ts";

const headings = [
  "Area",
  "Section",
  "Ref",
  "Action",
  "Lead",
  "When",
  "RAG",
  "Progress",
  "Impact measure",
  "Baseline",
  "Outcome",
  "Date",
  "Notes",
  "",
  "Priority 1: Waits",
];
const cells = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("", "", "A", "1.1", "1.10", "Do this", "Ann", "May 2022", "Green", "Red", "Priority 2: Trust", "TBC", "31/09/2020") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
);
const tables = fc
  .record({ head: fc.array(fc.constantFrom(...headings), { maxLength: 8 }), rows: fc.array(fc.array(cells, { maxLength: 9 }), { maxLength: 12 }) })
  .map(({ head, rows }) => [head, ...rows]);

test("any tables are read or refused in sentences, never with an error, and every reference is one measure's", () => {
  fc.assert(
    fc.property(fc.array(tables, { maxLength: 3 }), (all) => {
      const reading = readPlan(
        all.map((rows, at) => sheetOf(`Sheet ${at}`, rows)),
        aboutPlan,
      );
      if (reading.kind === "refused") return expect(reading.problems.length).toBeGreaterThan(0);
      const { areas, actions, measures } = reading.content;
      const areaRefs = new Set(areas.map(({ ref }) => ref));
      expect(areaRefs.size).toBe(areas.length);
      expect(new Set(measures.map(({ ref }) => ref)).size).toBe(measures.length);
      expect(new Set(actions.map(({ ref }) => ref)).size).toBe(actions.length);
      for (const { area, words } of measures) expect([areaRefs.has(area), words.trim() !== ""]).toEqual([true, true]);
    }),
    { numRuns: 400 },
  );
});

test("a plan without references keeps those it was given, in whatever order its rows come back", () => {
  const actions = fc.uniqueArray(fc.tuple(fc.constantFrom("Waits", "Trust", "Voice"), fc.stringMatching(/^[a-z]{4,9}( [a-z]{4,9}){3}$/)), {
    minLength: 1,
    maxLength: 12,
    selector: ([, words]) => words,
  });
  const refsOf = (rows: readonly (readonly string[])[], kept?: Parameters<typeof readPlan>[1]["keptRefs"]) => {
    const reading = readPlan([sheetOf("plan", [["Area", "Action", "Lead"], ...rows.map((row) => [...row, "Ann"])])], {
      ...aboutPlan,
      ...(kept && { keptRefs: kept }),
    });
    if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
    return reading.content;
  };
  fc.assert(
    fc.property(
      actions.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: 1 }))),
      ([rows, later]) => {
        const before = refsOf(rows);
        const refs = new Map(before.measures.map(({ words, ref }) => [words, ref]));

        for (const { words, ref } of refsOf(later, before).measures) expect(ref).toBe(refs.get(words));
      },
    ),
  );
});

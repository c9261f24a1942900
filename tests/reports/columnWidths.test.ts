import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { rowOf } from "../../src/domain/report/report.ts";
import { columnWidths } from "../../src/reports/columnWidths.ts";

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const tableOf = (columns: readonly string[], ...rows: (readonly string[])[]) => ({ columns, rows: rows.map((cells) => rowOf(...cells)) });

test("whatever stands in a table, its columns have room and fit the page", () => {
  const tables = fc
    .integer({ min: 1, max: 14 })
    .chain((n) => fc.array(fc.array(fc.string({ maxLength: 300 }), { minLength: n, maxLength: n }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(tables, ([columns = [], ...rows]) => {
      const widths = columnWidths(tableOf(columns, ...rows), 15_000, 90, 140);

      expect(widths).toHaveLength(columns.length);
      expect(Math.min(...widths)).toBeGreaterThan(0);
      expect(sum(widths)).toBeLessThan(15_001);
    }),
  );
});

test("a small table keeps its size, a large one takes the page and gives most to who has most to say", () => {
  const long = "word ".repeat(100);

  expect(sum(columnWidths(tableOf(["Ref", "In full"], ["LA", "local authority"]), 15_000, 90, 140))).toBeLessThan(3_000);
  const [ref = 0, words = 0] = columnWidths(tableOf(["Ref", "Words"], ["1.1", long]), 15_000, 90, 140);
  expect(ref + words).toBeCloseTo(15_000, -1);
  expect(words).toBeGreaterThan(10 * ref);
});

test("a column that says much in few of its rows has room for it all the same", () => {
  const long = "word ".repeat(40);
  const rows = Array.from({ length: 10 }, (_, n) => [long, n === 0 ? long : ""]);
  const [every = 0, few = 0] = columnWidths(tableOf(["Measure", "Trend"], ...rows), 15_000, 90, 140);

  expect(few).toBeGreaterThan(0.8 * every);
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { guardCell, unguardCell } from "../../src/domain/formulaGuard.ts";

test.each(["=1+1", "+44 1926 410410", "-20%", "- Collect data", "@SUM(A1)", "\t=1", "\r=1", "'=1"])(
  "%j is written so that a spreadsheet does not run it",
  (cell) => {
    expect(guardCell(cell)).toBe(`'${cell}`);
  },
);

test.each(["Green", "1.1.1", "", "'quoted'", "a = b", " =1", "64%"])("%j is left as it is", (cell) => {
  expect(guardCell(cell)).toBe(cell);
  expect(unguardCell(cell)).toBe(cell);
});

test("what was guarded is read back as it was", () => {
  const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", "=", "-", "@", "+", "\t", "\r", "a") }));
  fc.assert(
    fc.property(cell, (words) => {
      expect(unguardCell(guardCell(words))).toBe(words);
    }),
  );
});

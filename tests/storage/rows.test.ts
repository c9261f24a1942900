import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeRow, encodeRow, keyOf, partsOf, rangeUnder } from "../../src/storage/rows.ts";

const anyText = fc.string({ unit: "binary", maxLength: 40 });

test("a key gives back the parts it was made of, whatever they are", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (parts) => {
      fc.pre(parts.join("").length <= 80);
      expect(partsOf(keyOf(...parts))).toEqual(parts);
    }),
  );
});

test("a key holds nothing that Azure Tables forbids", () => {
  expect(keyOf("a/b\\c#d?e", "f!g=h%i+j'k", "\u0000\u007f\u009f", "é🙂")).toMatch(/^[A-Za-z0-9 ._:@=!-]+$/);
});

test("a range under some parts holds the keys that go on from them, and no others", () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (first, other, rest) => {
      const { from, to } = rangeUnder(first);
      const holds = (key: string) => key >= from && key < to;

      expect(holds(keyOf(first, rest))).toBe(true);
      expect(holds(keyOf(other, rest))).toBe(other === first);
    }),
  );
});

test("1.1 and 1.10 are kept apart", () => {
  const { from, to } = rangeUnder("8update", "1.1");

  const key = keyOf("8update", "1.10", "000001");

  expect(key >= from && key < to).toBe(false);
});

test("a key longer than Azure Tables takes is refused", () => {
  expect(() => keyOf("1link", "x".repeat(600))).toThrow(RangeError);
});

test("text of any length and letters comes back from a row as it was", () => {
  const unit = fc.constantFrom("a", "é", "🙂", '"', "\n", "\ud83d");
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), fc.integer({ min: 31_980, max: 32_010 }), (letters, length) => {
      const value = { narrative: "x".repeat(length) + letters.join("") + "🙂".repeat(20_000) };
      const entity = encodeRow({ partition: "p", key: "k", type: "update", value });

      expect(decodeRow({ ...entity, etag: "e" }).value).toEqual(value);
      for (const piece of Object.values(entity)) expect(String(piece).isWellFormed() && String(piece).length <= 32_768).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("what is said of a row that cannot be read or written does not name the lead in its key", () => {
  const row = { partition: "plan!w", key: keyOf("1link", "Head of SEND", "p1"), type: "link", value: "x".repeat(600_000) } as const;
  const newer = { partitionKey: row.partition, rowKey: row.key, type: row.type, v: 9, json0: "{}", etag: "e" };

  expect(() => encodeRow(row)).toThrow(/^the link in row [0-9a-f]{12} is larger/);
  expect(() => decodeRow(newer)).toThrow(/^The link in row plan!w [0-9a-f]{12} was written by a newer version/);
});

test("a value larger than a row is refused before it is sent", () => {
  expect(() => encodeRow({ partition: "p", key: "k", type: "update", value: "x".repeat(600_000) })).toThrow(/1 MiB/);
});

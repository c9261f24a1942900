import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { planPartition } from "../../src/storage/planRows.ts";
import { tableNameOf } from "../../src/storage/tableNames.ts";

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,49}$/);

test("each plan has a table of its own, by a name Azure takes; all else is together", () => {
  fc.assert(
    fc.property(id, id, (one, other) => {
      const name = tableNameOf("t0123456789abcdef", planPartition(one));
      expect(name).toMatch(/^[a-z][A-Za-z0-9]{2,62}$/);
      expect(name === tableNameOf("t0123456789abcdef", planPartition(other))).toBe(one === other);
    }),
  );
  expect(new Set(["directory", "people", "teams"].map((partition) => tableNameOf("", partition)))).toEqual(new Set(["drumbeat"]));
});

test("plans whose ids differ by a hyphen alone are not mixed up", () => {
  expect(tableNameOf("", planPartition("a-bc"))).not.toBe(tableNameOf("", planPartition("ab-c")));
});

import { expect, test } from "@jest/globals";
import { openDecoder } from "../../src/storage/decodedRows.ts";
import { encodeRow } from "../../src/storage/rows.ts";
import type { RowType } from "../../src/storage/rowTypes.ts";

const entityOf = (key: string, value: unknown, etag: string, type: RowType = "measure") => ({ ...encodeRow({ partition: "plan!p", key, type, value }), etag });

test("a row is the very same object while its ETag stays, and another when it changes", () => {
  const decoded = openDecoder({});
  const first = decoded(entityOf("m1", { words: "Old" }, "1"));

  expect(decoded(entityOf("m1", { words: "Old" }, "1"))).toBe(first);
  const changed = decoded(entityOf("m1", { words: "New" }, "2"));
  expect(changed.value).toEqual({ words: "New" });
  expect(decoded(entityOf("m1", { words: "New" }, "2"))).toBe(changed);
});

test("rows of the same key in two partitions are two rows", () => {
  const decoded = openDecoder({});
  decoded(entityOf("m1", { words: "Here" }, "1"));

  expect(decoded({ ...entityOf("m1", { words: "There" }, "1"), partitionKey: "plan!q" }).value).toEqual({ words: "There" });
});

test("what was not read for long goes when there is too much; what was read lately stays", () => {
  const decoded = openDecoder({}, 4_000);
  const rows = Array.from({ length: 6 }, (_, n) => entityOf(`m${n}`, { words: "x".repeat(900) }, "1"));
  const [oldest, ...others] = rows.map(decoded);

  expect(decoded(rows[5] as (typeof rows)[number])).toBe(others.at(-1));
  expect(decoded(rows[0] as (typeof rows)[number])).not.toBe(oldest);
});

test("all a plan is put together from is kept, and nothing else: no files, no deliveries, no history", () => {
  const decoded = openDecoder({});
  for (const type of ["plan", "link", "role", "area", "section", "action", "measure", "standing", "matter"] as const) {
    const entity = entityOf(type, { words: "x" }, "1", type);
    expect(decoded(entity)).toBe(decoded(entity));
  }
  for (const type of ["file", "bytes", "delivery", "update", "matterEntry", "mark"] as const) {
    const entity = entityOf(type, { words: "x" }, "1", type);
    expect(decoded(entity)).not.toBe(decoded(entity));
  }
});

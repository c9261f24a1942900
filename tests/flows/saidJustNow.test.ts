import { expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import { isJustNow } from "../../src/flows/saidJustNow.ts";

const now = Date.parse("2022-11-21T10:00:00Z");
const ports = { clock: { now: () => instantOf(now) } };

test.each([
  [0, true],
  [60_000, true],
  [60_001, false],
  // Stored by a replica whose clock is ahead.
  [-400, true],
  [-60_000, true],
  [-60_001, false],
])("what was stored %s ms ago was said just now: %s", (ms, expected) => {
  expect(isJustNow(ports, { at: instantOf(now - ms) })).toBe(expected);
});

import { expect, test } from "@jest/globals";
import { nearestRefs } from "../../../src/domain/said/nearestRefs.ts";
import { readSaid } from "../../../src/domain/said/readSaid.ts";
import { askedSeveral } from "./saidInShort.ts";

test.each([
  ["2.1.1-9", ["1.1.1-1", "2.2.1-5", "2.1.1-2", "1.10"], ["2.1.1-2", "2.2.1-5", "1.1.1-1", "1.10"]],
  ["2.1.1 - 9", ["2.1.2-9", "2.1.1-1"], ["2.1.1-1", "2.1.2-9"]],
  ["5.1.2-21", ["5.1.2-3", "5.1.2-2"], ["5.1.2-2", "5.1.2-3"]],
])("of a plan without %s, those of the same action may be meant before others", (asTyped, refs, nearest) => {
  expect(nearestRefs(asTyped, refs)).toEqual(nearest);
});

test("of somebody asked about two of several, the others are offered after those, and for an unknown one all of theirs", () => {
  expect(readSaid("amber, two posts vacant", askedSeveral)).toMatchObject({
    of: [{ among: ["2.1.1-1", "2.2.1-5"], also: ["1.1.1-1", "2.1.1-2", "5.1.2-2", "1.10"] }],
  });
  expect(readSaid("2.1.1-9 green all trained", askedSeveral)).toMatchObject({
    of: [{ unknown: "2.1.1-9", among: ["2.1.1-1", "2.1.1-2", "2.2.1-5", "1.1.1-1", "5.1.2-2", "1.10"] }],
  });
});

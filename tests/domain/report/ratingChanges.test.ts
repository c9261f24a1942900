import { expect, test } from "@jest/globals";
import { ratingChanges } from "../../../src/domain/report/ratingChanges.ts";
import { findPreset } from "../../../src/domain/schemePresets.ts";
import { makeMeasure, makePlan } from "../../support/makePlan.ts";

const brag = findPreset("brag");
const leicestershire = findPreset("leicestershire");
if (!brag || !leicestershire) throw new Error("no presets");

test.each([
  [brag, "Amber", "Green", "better"],
  [brag, "Green", "Red", "worse"],
  [brag, "Grey", "Green", "better"],
  [brag, "Grey", "Red", "worse"],
  [brag, "Green", "Grey", "rated otherwise"],
  [brag, undefined, "Amber", "worse"],
  // Leicestershire's Amber is work in progress, which is no concern.
  [leicestershire, "Pink", "Amber", "better"],
  [leicestershire, "Red", "Amber", "better"],
])("with %o, from %s to %s is %s", (scheme, from, to, direction) => {
  const planRated = (rating: string | undefined) => makePlan([makeMeasure("1.1.1-1", "", { ratingAsImported: rating })], { scheme });

  expect(ratingChanges(planRated(from), planRated(to)).map((change) => change.direction)).toEqual([direction]);
});

test("what stays as it was, or is new in the plan, has not changed", () => {
  const before = makePlan([makeMeasure("1.1.1-1", "")]);
  const now = makePlan([makeMeasure("1.1.1-1", ""), makeMeasure("1.1.1-2", "")]);

  expect(ratingChanges(before, now)).toEqual([]);
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { kindsSaid, readRating, statusSaid } from "../../src/domain/readRating.ts";
import { findPreset } from "../../src/domain/schemePresets.ts";

const plain = findPreset("plain-brag") ?? bragScheme;

test.each([
  ["Green", "Green"],
  [" GREEN\n", "Green"],
  ["g", "Green"],
  ["Amber – on track", "Amber"],
  ["RED: delayed", "Red"],
  ["Complete", "Blue"],
  ["Completed and embedded", "Blue"],
  ["Complete - May 2022", "Blue"],
  ["Delayed", "Red"],
  ["R/A", undefined],
  ["Amber/Green", undefined],
  ["Red (was Amber)", undefined],
  ["Done in part", undefined],
  ["Not complete", "Red"],
  ["Partially complete", "Amber"],
  ["Complete the audit", undefined],
  ["The audit is complete and the report is with the board until May", undefined],
  ["TBC", undefined],
  ["", undefined],
])("%j is %s in plain BRAG", (written, label) => {
  expect(readRating(plain, written)?.label).toBe(label);
});

test("G is neither Green nor Grey where a scheme has both", () => {
  expect(readRating(bragScheme, "G")).toBeUndefined();
  expect(readRating(bragScheme, "A")?.label).toBe("Amber");
});

test("a rating is found by its meaning", () => {
  expect(readRating(bragScheme, "on track, some concerns")?.label).toBe("Amber");
});

test.each([
  ["Complete", "complete"],
  ["In progress", "underWay"],
  ["Not started", "notDue"],
  ["On hold", "waiting"],
  ["Overdue", "offTrack"],
  ["At risk", "concern"],
  ["On target", "onTrack"],
  ["In progress - on track", "onTrack"],
  ["In progress but delayed", "offTrack"],
  ["Nearly complete", undefined],
  ["Incomplete", "offTrack"],
  ["Two posts are filled", undefined],
])("the status %j says %s", (words, kind) => {
  expect(statusSaid(words)).toBe(kind);
});

test("a meaning may speak of several states", () => {
  expect(kindsSaid("Action not yet started, as dependent on or awaiting other actions to be completed first")).toContain("waiting");
});

test("nothing but a plain word of completion is ever read as complete", () => {
  const words = fc.constantFrom("not", "complete", "nearly", "the", "audit", "done", "in", "part", "met", "be", "to", "delivered", "half");
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (said) => {
      const isComplete = readRating(plain, said.join(" "))?.kind === "complete";
      expect(isComplete && (said.length > 1 || !["complete", "done", "met", "delivered"].includes(said[0] ?? ""))).toBe(false);
    }),
  );
});

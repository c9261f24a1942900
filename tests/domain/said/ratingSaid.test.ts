import { expect, test } from "@jest/globals";
import { bragScheme } from "../../../src/domain/ratingScheme.ts";
import { ratingSaid } from "../../../src/domain/said/ratingSaid.ts";
import { findPreset } from "../../../src/domain/schemePresets.ts";

function said(scheme: string, words: string): string {
  const rating = ratingSaid(words, findPreset(scheme) ?? bragScheme);
  return rating.kind === "none" ? "none" : `${rating.kind} ${rating.rating?.label ?? "?"}`;
}

test.each([
  ["status", "In progress, two posts vacant", "certain In progress"],
  ["status", "at risk - two posts vacant", "certain At risk"],
  ["status", "on hold", "certain On hold"],
  ["status", "not on track", "doubtful ?"],
  ["status", "green, all trained", "certain On track"],
  ["status", "amber", "none"],
  ["leicestershire", "pink, waiting for the new team", "certain Pink"],
  ["leicestershire", "in progress", "certain Amber"],
  ["leicestershire", "Action on track", "certain Green"],
  ["rag", "done", "doubtful ?"],
  ["rag", "yellow, two posts vacant", "certain Amber"],
  ["black-rag", "not started", "certain Black"],
  ["black-rag", "B - not begun", "doubtful ?"],
  ["ragg", "complete", "doubtful ?"],
])("in the scheme %s %j says %s", (scheme, words, rating) => {
  expect(said(scheme, words)).toBe(rating);
});

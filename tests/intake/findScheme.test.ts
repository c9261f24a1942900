import { describe, expect, test } from "@jest/globals";
import { bragScheme, RatingScheme } from "../../src/domain/ratingScheme.ts";
import { schemePresets } from "../../src/domain/schemePresets.ts";
import { findScheme } from "../../src/intake/findScheme.ts";

const none = { key: [] };

test.each([
  [["Blue", "Green", "Amber", "Red", "Grey"], [], "brag"],
  [["BLUE", "amber ", "Grey"], [], "brag"],
  [["RED", "AMBER", "PINK"], [], "leicestershire"],
  [["Red", "Amber", "Green"], ["RAG"], "rag"],
  [["Red", "Amber", "Green"], ["BRAG rating"], "plain-brag"],
  [["R", "A", "G", "B"], ["RAG"], "plain-brag"],
  [["Green", "Blue", "TBC"], ["RAG"], "plain-brag"],
  [["Red", "Grey"], ["RAG"], "ragg"],
  [["Black", "Red", "Blue"], ["BRAG"], "black-rag"],
  [["Amber – on track", "Green (on target)"], ["RAG"], "rag"],
  [["Complete", "On track", "Delayed", "Not started"], ["Status"], "own"],
  [["Complete", "Green", "Amber", "Red"], ["RAG"], "own"],
  [[], ["RAG"], "brag"],
  [["Mauve", "Ochre"], ["RAG"], "brag"],
])("%j under %j are of the scheme %s", (values, headings, name) => {
  expect(findScheme(values, headings, none).scheme.name).toBe(name);
});

test("status words are ratings as the plan writes them, with those it has no word for yet", () => {
  const { scheme } = findScheme(["Closed", "in progress", "Closed", "Slipping"], ["Status"], none);

  expect(scheme.ratings.map(({ label, kind }) => [label, kind])).toEqual([
    ["Closed", "complete"],
    ["On track", "onTrack"],
    ["in progress", "underWay"],
    ["Slipping", "concern"],
    ["Delayed", "offTrack"],
    ["Not started", "notDue"],
    ["On hold", "waiting"],
  ]);
});

test("Complete beside colours takes nothing from them", () => {
  const { scheme } = findScheme(["Complete", "Green", "Amber", "Red"], ["RAG"], none);

  expect(scheme.ratings.map(({ label, kind }) => [label, kind])).toEqual([
    ["Complete", "complete"],
    ["Green", "onTrack"],
    ["Amber", "concern"],
    ["Red", "offTrack"],
  ]);
});

describe("a plan's own scheme", () => {
  const leicestershire = schemePresets.find(({ name }) => name === "leicestershire") ?? bragScheme;

  test("stays while it reads as much of the file as any other", () => {
    expect(findScheme(["Red", "Amber"], ["RAG"], { ...none, stored: leicestershire }).scheme).toBe(leicestershire);
    expect(findScheme([], [], { ...none, stored: leicestershire }).scheme).toBe(leicestershire);
  });

  test("gives way where the file's ratings are another's", () => {
    expect(findScheme(["Pink", "Amber"], ["RAG"], { ...none, stored: bragScheme }).scheme.name).toBe("leicestershire");
  });

  test("makes any other rating a fault where not one of the file's is in it, or somebody named it", () => {
    expect(findScheme(["Mauve"], ["RAG"], { ...none, stored: bragScheme })).toMatchObject({ scheme: bragScheme, fixed: true });
    expect(findScheme(["Pink"], ["RAG"], { ...none, given: bragScheme })).toMatchObject({ scheme: bragScheme, fixed: true });
    expect(findScheme(["Red", "Mauve"], ["RAG"], { ...none, stored: bragScheme }).fixed).toBe(false);
  });
});

test.each(schemePresets)("the preset $name is a scheme, and reads its own labels", (scheme) => {
  expect(RatingScheme.parse(scheme)).toEqual(scheme);
  const labels = scheme.ratings.map(({ label }) => label);
  expect(findScheme(labels, [], { ...none, given: scheme }).scheme).toBe(scheme);
});

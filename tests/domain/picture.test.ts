import { expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { changesInShort, changesSince, pictureOf } from "../../src/domain/picture.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { findPreset } from "../../src/domain/schemePresets.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const before = makePlan([
  makeMeasure("1.1", "March 2023", { ratingAsImported: "Amber" }),
  makeMeasure("1.2", "March 2023", { ratingAsImported: "Green" }),
  makeMeasure("1.3", "March 2023", { ratingAsImported: "Amber" }),
  makeMeasure("2.1", "March 2023", { ratingAsImported: undefined }),
  makeMeasure("2.10", "March 2023"),
  makeMeasure("2.2", "March 2023"),
]);
const picture = pictureOf(before);

function after(...changes: readonly (readonly [string, Partial<Measure>])[]) {
  const by = new Map(changes);
  return { ...before, measures: before.measures.map((measure) => ({ ...measure, ...by.get(measure.ref) })) };
}

const said = (rating: string, narrative: string) => ({ standing: { rating, lastUpdate: "000001", latest: makeUpdate("000001", { rating, narrative }) } });

test("nothing changed is no change", () => {
  expect(changesSince(picture, before)).toEqual([]);
  expect(changesInShort([], bragScheme)).toBeUndefined();
});

test("worse comes first, then better, then proposals, dates and what came or went; each with its reason", () => {
  const moved = { due: readDuePhrase("June 2023"), dateMoves: [{ from: readDuePhrase("March 2023"), on: day("2022-12-01"), reason: "Vacancies." }] };
  const proposed = {
    standing: { rating: "Green", lastUpdate: "000001", proposedComplete: true, latest: makeUpdate("000001", { rating: "Blue", narrative: "Done." }) },
  };
  const now = after(["1.1", said("Green", "Posts filled.")], ["1.2", said("Red", "Stopped.")], ["2.10", moved], ["2.2", proposed]);
  const plan = { ...now, measures: [...now.measures.filter(({ ref }) => ref !== "1.3"), makeMeasure("3.1", "May 2023")] };

  expect(changesSince(picture, plan).map(({ ref, did, reason }) => [ref, did, reason])).toEqual([
    ["1.2", { kind: "rated", from: "Green", to: "Red", way: "worse" }, "Stopped."],
    ["1.1", { kind: "rated", from: "Amber", to: "Green", way: "better" }, "Posts filled."],
    ["2.2", { kind: "proposed" }, "Done."],
    ["2.10", { kind: "moved", from: "2023-03-31", to: "2023-06-30" }, "Vacancies."],
    ["3.1", { kind: "added" }, undefined],
    ["1.3", { kind: "gone" }, undefined],
  ]);
});

test("in short: by rating, what is new at the worst, and how many dates moved", () => {
  const moved = { due: readDuePhrase("June 2023") };
  const changes = changesSince(
    picture,
    after(["1.1", said("Green", "a")], ["1.3", said("Green", "b")], ["1.2", said("Red", "c")], ["2.10", moved], ["2.2", moved]),
  );

  expect(changesInShort(changes, bragScheme)).toBe("1 new Red, 2 Amber to Green, 2 dates moved");
});

test("a first rating is new, and neither better nor worse", () => {
  const changes = changesSince(picture, after(["2.1", said("Green", "Begun.")]));

  expect(changes[0]?.did).toEqual({ kind: "rated", to: "Green", way: "neither" });
  expect(changesInShort(changes, bragScheme)).toBe("1 new Green");
});

const leicestershire = findPreset("leicestershire") ?? bragScheme;

test.each([
  [bragScheme, "Amber", "Green", "better"],
  [bragScheme, "Green", "Red", "worse"],
  [bragScheme, "Grey", "Green", "better"],
  [bragScheme, "Grey", "Red", "worse"],
  [bragScheme, undefined, "Amber", "neither"],
  // Leicestershire's Amber is work in progress, which is no concern.
  [leicestershire, "Pink", "Amber", "better"],
  [leicestershire, "Red", "Amber", "better"],
])("with %o, from %s to %s is %s", (scheme, from, to, way) => {
  const rated = (rating: string | undefined) => makePlan([makeMeasure("1.1", "", { ratingAsImported: rating })], { scheme });

  expect(changesSince(pictureOf(rated(from)), rated(to)).map(({ did }) => did)).toMatchObject([{ kind: "rated", way }]);
});

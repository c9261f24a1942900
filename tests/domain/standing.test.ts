import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { day } from "../../src/domain/localDate.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { isComplete, isSettled, nextUpdateId, planAsOf, ratingOf, standingAfter, standingWith } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const measure = makeMeasure("1.1.1-1", "December 2022");
const standsAfter = (...history: Update[]) => standingAfter(measure, history, bragScheme);

describe("where a measure stands after its history", () => {
  test("without history it stands where the file put it", () => {
    expect(standsAfter()).toBeUndefined();
    expect(ratingOf(measure, bragScheme)?.label).toBe("Green");
  });

  test("the last report counts", () => {
    expect(standsAfter(makeUpdate("000001", { rating: "Red" }), makeUpdate("000002", { rating: "Amber" }))).toMatchObject({
      rating: "Amber",
      lastUpdate: "000002",
    });
  });

  test("complete only proposes: the rating before it stays until the board signs it off", () => {
    const proposed = standsAfter(makeUpdate("000001", { rating: "Amber" }), makeUpdate("000002", { rating: "Blue" }));

    expect(proposed).toMatchObject({ rating: "Amber", proposedComplete: true });
    expect(isComplete({ ...measure, standing: proposed }, bragScheme)).toBe(false);
    expect(isSettled({ ...measure, standing: proposed }, bragScheme)).toBe(true);
    const signedOff = standsAfter(makeUpdate("000001", { rating: "Blue" }), makeUpdate("000002", { kind: "signOff", rating: undefined }));
    expect(signedOff).toMatchObject({ rating: "Blue" });
    expect(signedOff?.proposedComplete).toBeUndefined();
  });

  test("an amendment takes the place of the row it names, not of what came after", () => {
    const standing = standsAfter(
      makeUpdate("000001", { rating: "Red" }),
      makeUpdate("000002", { rating: "Amber" }),
      makeUpdate("000003", { rating: "Green", amends: "000001" }),
    );

    expect(standing).toMatchObject({ rating: "Amber", lastUpdate: "000003" });
  });

  test("a withdrawal gives the place back to what stood there before", () => {
    const first = makeUpdate("000001", { rating: "Red" });
    const amended = makeUpdate("000002", { rating: "Amber", amends: "000001" });

    expect(standsAfter(first, makeUpdate("000002", { kind: "withdrawal", amends: "000001" }))).toMatchObject({
      rating: "Green",
      latest: undefined,
      lastUpdate: "000002",
    });
    expect(standsAfter(first, amended, makeUpdate("000003", { kind: "withdrawal", amends: "000002" }))).toMatchObject({ rating: "Red", lastUpdate: "000003" });
  });

  test("one more report gives the same standing with and without reading the history", () => {
    const ratings = fc.constantFrom("Blue", "Green", "Amber", "Red", "Grey");
    fc.assert(
      fc.property(fc.array(ratings, { minLength: 1, maxLength: 8 }), (given) => {
        const history = given.map((rating, i) => makeUpdate(nextUpdateId(String(i)), { rating }));
        let standing = measure.standing;
        for (const update of history) standing = standingWith({ ...measure, standing }, update, bragScheme);
        expect(standing).toEqual(standingAfter(measure, history, bragScheme));
      }),
    );
  });

  test("a plan as of a day leaves later updates out", () => {
    const history = [makeUpdate("000001", { rating: "Amber", on: day("2022-12-01") }), makeUpdate("000002", { rating: "Red", on: day("2023-01-05") })];
    const plan = planAsOf(makePlan([{ ...measure, standing: standsAfter(...history) }]), history, day("2022-12-31"));

    expect(plan.measures[0]?.standing?.rating).toBe("Amber");
  });
});

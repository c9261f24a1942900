import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { day } from "../../src/domain/localDate.ts";
import type { Measure, Standing } from "../../src/domain/measure.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { isComplete, isSettled, nextUpdateId, planAsOf, ratingOf, standingAfter, standingWith } from "../../src/domain/standing.ts";
import type { Update } from "../../src/domain/update.ts";
import { makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const measure = makeMeasure("1.1.1-1", "December 2022");
const standsAfter = (...history: Update[]) => standingAfter(measure, history, bragScheme);

const update = (n: number, more: Partial<Update> = {}) =>
  makeUpdate(nextUpdateId(String(n - 1)), more.kind && more.kind !== "report" ? { rating: undefined, ...more } : { rating: "Blue", ...more });

/** Complete, proposed complete or open, never two of them; complete only by the file or by who signs off. */
function expectConsistent(imported: Measure, history: readonly Update[], standing: Standing | undefined): void {
  const now = { ...imported, standing };
  const complete = isComplete(now, bragScheme);
  expect(standing?.lastUpdate).toBe(history.at(-1)?.id);
  expect(complete && standing?.proposedComplete === true).toBe(false);
  if (standing?.proposedComplete) expect(standing.latest).toMatchObject({ kind: "report", rating: "Blue" });
  if (complete && imported.ratingAsImported !== "Blue") expect(history.some(({ kind }) => kind === "signOff")).toBe(true);
  for (const row of [standing?.latest, standing?.decided])
    if (row) expect(history.filter(({ kind, amends }) => kind === "withdrawal" && amends === row.id)).toEqual([]);
}

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

  test.each<[string, readonly Partial<Update>[], Partial<Standing>]>([
    ["sent back, it keeps the rating it had, and the lead's words", [{ rating: "Blue" }, { kind: "sentBack" }], { rating: "Green", latest: update(1) }],
    ["sent back and proposed again", [{ rating: "Blue" }, { kind: "sentBack" }, { rating: "Blue" }], { rating: "Green", proposedComplete: true }],
    [
      "a proposal changed after it was sent back is proposed anew",
      [{ rating: "Blue" }, { kind: "sentBack" }, { rating: "Blue", amends: "000001" }],
      { proposedComplete: true },
    ],
    ["signed off it keeps in mind what it was", [{ rating: "Amber" }, { rating: "Blue" }, { kind: "signOff" }], { rating: "Blue", ratedBefore: "Amber" }],
    [
      "a sign-off taken back waits again",
      [{ rating: "Blue" }, { kind: "signOff" }, { kind: "withdrawal", amends: "000002" }],
      { rating: "Green", proposedComplete: true },
    ],
    ["reopened it counts as it is said", [{ rating: "Blue" }, { kind: "signOff" }, { kind: "reopening", rating: "Red" }], { rating: "Red" }],
    ["reopened without a rating it has none", [{ rating: "Blue" }, { kind: "signOff" }, { kind: "reopening", rating: undefined }], { rating: undefined }],
    [
      "of a proposal that was taken back there is nothing to sign off",
      [{ rating: "Blue" }, { kind: "withdrawal", amends: "000001" }, { kind: "signOff" }],
      { rating: "Green" },
    ],
    [
      "reopened, proposed and signed off again",
      [{ kind: "reopening", rating: "Red" }, { rating: "Blue" }, { kind: "signOff" }],
      { rating: "Blue", ratedBefore: "Red" },
    ],
  ])("%s", (_, rows, expected) => {
    expect(standsAfter(...rows.map((row, n) => update(n + 1, row)))).toMatchObject(expected);
  });

  const ratings = fc.constantFrom("Blue", "Green", "Amber", "Red", "Grey");
  const aRow = fc.oneof(
    fc.record({ kind: fc.constant("report" as const), rating: ratings, amends: fc.option(fc.nat(9), { nil: undefined }) }),
    fc.record({ kind: fc.constant("withdrawal" as const), amends: fc.nat(9) }),
    fc.record({ kind: fc.constantFrom("signOff" as const, "sentBack" as const) }),
    fc.record({ kind: fc.constant("reopening" as const), rating: fc.option(fc.constantFrom("Green", "Red"), { nil: undefined }) }),
  );

  test("any order of reports, withdrawals and decisions leaves one standing, the same with and without reading the history", () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 12 }), fc.constantFrom("Blue", "Green", undefined), (rows, ratingAsImported) => {
        const imported = { ...measure, ratingAsImported };
        const history: Update[] = [];
        let standing: Standing | undefined;
        for (const row of rows) {
          const { amends, ...rest } = { amends: undefined, ...row };
          const named = amends === undefined ? undefined : history[amends]?.id;
          if (row.kind === "withdrawal" && !named) continue;
          const next = update(history.length + 1, { ...(row.kind !== "report" && { rating: undefined }), ...rest, ...(named && { amends: named }) });
          history.push(next);
          const whole = standingAfter(imported, history, bragScheme);
          // What is stored is worked out without the history, but where a row names another.
          standing = named ? whole : standingWith({ ...imported, standing }, next, bragScheme);
          expect(standing).toEqual(whole);
          expectConsistent(imported, history, standing);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("a plan as of a day leaves later updates out", () => {
    const history = [makeUpdate("000001", { rating: "Amber", on: day("2022-12-01") }), makeUpdate("000002", { rating: "Red", on: day("2023-01-05") })];
    const plan = planAsOf(makePlan([{ ...measure, standing: standsAfter(...history) }]), history, day("2022-12-31"));

    expect(plan.measures[0]?.standing?.rating).toBe("Amber");
  });
});

import { expect, test } from "@jest/globals";
import { focusOf, type LastAsked } from "../../src/domain/lastAsked.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { aLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";

const now = instantOf("2022-12-02T10:00:00Z");
const today = day("2022-12-02");
const reminder: LastAsked = { to: aLead, by: "reminder", refs: ["1.1.1-1", "1.1.1-2"], on: day("2022-12-01") };
const form: LastAsked = { to: aLead, by: "form", refs: ["1.1.1-3"], on: today, at: instantOf("2022-12-02T09:30:00Z") };
const reported = (ref: string, at: string) => {
  const latest = makeUpdate("000001", { ref, at: instantOf(at), on: day(at.slice(0, 10)) });
  return makeMeasure(ref, "March 2023", { standing: { rating: "Green", latest, lastUpdate: latest.id } });
};
const open = ["1.1.1-1", "1.1.1-2", "1.1.1-3"].map((ref) => makeMeasure(ref, "March 2023"));

test.each([
  ["nothing was asked", [], open, []],
  ["a reminder", [reminder], open, ["1.1.1-1", "1.1.1-2"]],
  ["a reminder of which one is answered", [reminder], [reported("1.1.1-1", "2022-12-01T12:00:00Z"), ...open.slice(1)], ["1.1.1-2"]],
  ["an answer from before the reminder", [reminder], [reported("1.1.1-1", "2022-11-30T12:00:00Z"), ...open.slice(1)], ["1.1.1-1", "1.1.1-2"]],
  ["a form opened since", [reminder, form], open, ["1.1.1-3"]],
  ["a form answered since", [reminder, form], [...open.slice(0, 2), reported("1.1.1-3", "2022-12-02T09:40:00Z")], ["1.1.1-1", "1.1.1-2"]],
  ["a form of this morning", [{ ...form, at: instantOf("2022-12-02T07:00:00Z") }], open, []],
  ["a reminder of last season", [{ ...reminder, on: day("2022-09-01") }], open, []],
  ["a measure that is gone", [{ ...reminder, refs: ["8.8.8-8"] }], open, []],
  [
    "a measure that is proposed complete",
    [reminder],
    [makeMeasure("1.1.1-1", "March 2023", { standing: { lastUpdate: "000001", proposedComplete: true } }), ...open.slice(1)],
    ["1.1.1-2"],
  ],
])("%s: the talk is about what is open of it", (_, lastAsked, measures, refs) => {
  expect(focusOf(makePlan(measures), lastAsked, now, today)).toEqual(refs);
});

import { expect, test } from "@jest/globals";
import { readAnswer, type TypedAnswer } from "../../../src/domain/answerForm.ts";
import { challengeForBoard, challengeInWords } from "../../../src/domain/challenge/challenge.ts";
import { challengesOf } from "../../../src/domain/challenge/challengesOf.ts";
import { day } from "../../../src/domain/localDate.ts";
import type { Measure } from "../../../src/domain/measure.ts";
import { bragScheme, type RatingScheme } from "../../../src/domain/ratingScheme.ts";
import { findPreset } from "../../../src/domain/schemePresets.ts";
import { makeMeasure, makePlan, makeUpdate } from "../../support/makePlan.ts";

const waits = "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks";
const today = day("2022-12-01");
const dated = "31/03/2023";
const full = "Two posts are vacant. Interviews are on 9 December; otherwise families wait longer.";

/** What an update is challenged with, as its lead reads it. */
function challenged(typed: TypedAnswer, { due = dated, scheme = bragScheme, on = today, ...more }: Setting = {}): string[] {
  const measure = makeMeasure("1.1.1-1", due, { narrativeAsImported: "As imported.", ...more });
  const read = readAnswer({ narrative: "Workshops are held each month.", ...typed }, scheme);
  if (read.kind === "faults") throw new Error(JSON.stringify(read.faults));
  return challengesOf(read.answer, measure, { ...makePlan([measure]), scheme }, on).map(challengeInWords);
}
type Setting = Partial<Omit<Measure, "due">> & { readonly due?: string; readonly scheme?: RatingScheme; readonly on?: typeof today };

test("an update in which everything fits is not challenged", () => {
  expect(challenged({ rating: "Green" })).toEqual([]);
});

test.each<[string, TypedAnswer, Setting, string[]]>([
  ["green after the last date", { rating: "Green" }, { due: "October 2022" }, ["date of 31 October 2022"]],
  ["green on the last date itself", { rating: "Green" }, { due: "1 December 2022" }, []],
  ["not due yet after the last date", { rating: "Grey" }, { due: "October 2022" }, ["date of 31 October 2022"]],
  ["amber after the last date says so itself", { rating: "Amber", narrative: full }, { due: "October 2022" }, []],
  ["proposed complete after the last date", { rating: "Blue", link: "https://a.gov.uk/x" }, { due: "October 2022" }, []],
  ["green with no date", { rating: "Green" }, { due: "Ongoing" }, []],
  [
    "green, a milestone gone by, reported on before it",
    { rating: "Green" },
    { due: waits, reportedAsOf: day("2022-09-01") },
    ["milestone of 30 September 2022"],
  ],
  ["green, a milestone gone by, reported on since", { rating: "Green" }, { due: waits, reportedAsOf: day("2022-10-01") }, []],
  ["green, a milestone gone by and met", { rating: "Green", figure: "153 weeks" }, { due: waits, words: "Longest wait", reportedAsOf: day("2022-09-01") }, []],
])("a date gone by: %s", (_name, typed, setting, expected) => {
  expect(challenged(typed, setting)).toEqual(expected.map((date) => `${typed.rating}, but the ${date} has gone by. Is it done, or is another rating right?`));
});

test.each<[string, TypedAnswer, string[]]>([
  ["ahead", { rating: "Green", figure: "153" }, []],
  ["exactly there", { rating: "Green", figure: "177 weeks" }, []],
  ["behind", { rating: "Green", figure: "201 weeks" }, ["Green, but 201 weeks is 24 weeks worse than the 177 weeks wanted by 30 September 2022."]],
  ["behind by one", { rating: "Green", figure: "178" }, ["Green, but 178 is 1 week worse than the 177 weeks wanted by 30 September 2022."]],
  ["behind the next milestone, which is not due", { rating: "Green", figure: "130 weeks" }, []],
  ["behind, and rated so", { rating: "Red", figure: "201 weeks", narrative: full }, []],
  ["in another unit", { rating: "Green", figure: "64%" }, []],
])("a figure against its milestone: %s", (_name, typed, expected) => {
  expect(challenged(typed, { due: waits, words: "Longest wait at most 13 weeks (was 242 weeks)" })).toEqual(expected);
});

test.each<[string, TypedAnswer, Setting, string[]]>([
  ["without any", { rating: "Blue" }, {}, ["Blue, but there is no evidence yet. What can the board look at?"]],
  ["with a link", { rating: "Blue", link: "https://council.gov.uk/minutes.pdf" }, {}, []],
  ["with a link in the words", { rating: "Blue", narrative: "Published: https://council.gov.uk/offer." }, {}, []],
  ["with a file", { rating: "Blue", files: [{ kind: "file", name: "minutes.pdf", address: "https://a.sharepoint.com/m.pdf" }] }, {}, []],
  [
    "with a link that is none",
    { rating: "Blue", narrative: "See http://insecure.gov.uk/offer" },
    {},
    ["Blue, but there is no evidence yet. What can the board look at?"],
  ],
  ["given with the report before", { rating: "Blue" }, { standing: { lastUpdate: "000001", latest: makeUpdate("000001", { evidence: [aLink()] }) } }, []],
])("complete %s", (_name, typed, setting, expected) => {
  expect(challenged(typed, setting)).toEqual(expected);
});

const cause = "what is the cause";
const action = "what is being done about it";
const otherwise = "what happens otherwise";
test.each<[string, string[]]>([
  ["Amber.", [cause, action, otherwise]],
  ["Recruitment is delayed until March.", [action, otherwise]],
  ["Two posts are vacant. Interviews are on 9 December.", [otherwise]],
  ["Two posts are vacant. Interviews are on 9 December; otherwise families wait longer.", []],
  ["Because the tender failed we will run it again. If not, the service stops in April.", []],
  ["We are recruiting.", [otherwise]],
  ["Risk: the winter.", [cause, action]],
])("a worry in the words “%s”", (narrative, missing) => {
  const listed = missing.length > 1 ? `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}` : missing[0];
  const expected = missing.length > 0 ? [`Amber: ${listed}?`] : [];

  expect(challenged({ rating: "Amber", narrative })).toEqual(expected);
});

test("what stands in the other boxes, and in the answer to the challenge, explains a worry too", () => {
  const typed = { rating: "Red", narrative: "Nobody applied." };

  expect(challenged({ ...typed, risk: "The service closes", mitigation: "Agency staff" })).toEqual([]);
  expect(challenged({ ...typed, why: "An agency covers; otherwise clinics close." })).toEqual([]);
  expect(challenged({ ...typed, help: "A trainer" })).toEqual([`Red: ${action} and ${otherwise}?`]);
});

test.each<[string, string, Setting, string[]]>([
  ["as the file", "as imported", {}, ["21 November 2022"]],
  ["as the report before, but for capitals and full stops", "Two groups have MET", reported("Two groups have met."), ["1 December 2022"]],
  ["with one word more", "Two groups have met again.", reported("Two groups have met."), []],
  ["as the file, which somebody has reported on since", "As imported.", reported("Two groups have met."), []],
])("the same words %s", (_name, narrative, setting, expected) => {
  expect(challenged({ rating: "Green", narrative }, setting)).toEqual(
    expected.map((on) => `These are the words of ${on}. What has changed since, or why has nothing?`),
  );
});

test.each<[string, string, string, string[]]>([
  ["the same", "64%", "64% of parents said so.", []],
  ["another", "64%", "71% of parents said so.", ["71%"]],
  ["another way to say it", "81%", "154 of 190 staff are trained.", []],
  ["another number of people", "120 of 190", "154 of 190 staff are trained.", ["154 of 190"]],
  ["of another unit", "153 weeks", "93% of posts are filled.", []],
  ["several, which could be either", "64%", "71% of parents and 58% of staff said so.", []],
  ["the one before", "64%", "It was 58% in June.", []],
])("the figure in the words is %s", (_name, figure, narrative, expected) => {
  expect(challenged({ rating: "Green", figure, narrative })).toEqual(
    expected.map((said) => `The figure is ${figure}, but the words say ${said}. Which is right?`),
  );
});

test.each<[string, string | undefined, boolean]>([
  ["Green", "Amber", true],
  ["Green", "Red", true],
  ["Green", "Green", false],
  ["Green", "Grey", false],
  ["Green", undefined, false],
  ["Amber", "Red", false],
  ["Blue", "Grey", true],
  ["Blue", "Green", false],
])("progress %s beside impact %s", (rating, impact, isChallenged) => {
  const typed = { rating, narrative: full, link: "https://council.gov.uk/x" };
  const expected = isChallenged ? [`${rating} for progress, but ${impact} for impact. Why is it not felt yet?`] : [];

  expect(challenged({ ...typed, impact })).toEqual(expected);
  expect(challenged(typed, { impactAsImported: impact })).toEqual(expected);
});

test("code reasons on what a rating means: Leicestershire’s Amber is no worry, and its Pink waits", () => {
  const leicestershire = findPreset("leicestershire");

  expect(challenged({ rating: "Amber" }, { scheme: leicestershire, due: "October 2022" })).toEqual([]);
  expect(challenged({ rating: "Pink" }, { scheme: leicestershire, due: "October 2022" })).toEqual([]);
  expect(challenged({ rating: "Green" }, { scheme: leicestershire, due: "October 2022" })).toHaveLength(1);
});

test("the board reads each in one line", () => {
  const measure = makeMeasure("1.1.1-1", waits, { words: "Longest wait at most 13 weeks (was 242 weeks)", impactAsImported: "Red" });
  const read = readAnswer({ rating: "Green", narrative: "As imported.", figure: "201 weeks" }, bragScheme);
  if (read.kind === "faults") throw new Error("faults");

  expect(challengesOf(read.answer, measure, makePlan([measure]), today).map(challengeForBoard)).toEqual([
    "Green while 201 weeks is 24 weeks worse than the 177 weeks wanted by 30 September 2022",
    "the same words as on 21 November 2022",
    "Green for progress while Red for impact",
  ]);
});

function aLink() {
  return { kind: "link", name: "council.gov.uk", address: "https://council.gov.uk/x" } as const;
}

function reported(narrative: string): Setting {
  return { standing: { rating: "Green", lastUpdate: "000001", latest: makeUpdate("000001", { narrative }) } };
}

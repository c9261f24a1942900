import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { apartInWords } from "../../src/domain/apartInWords.ts";
import { dateMeant, readAskedDate, type WhichDate } from "../../src/domain/askedDate.ts";
import { datesOf } from "../../src/domain/duePhrase.ts";
import { addDays, day } from "../../src/domain/localDate.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { readRelativeDate } from "../../src/domain/readRelativeDate.ts";
import { makeMeasure, makePlan } from "../support/makePlan.ts";

/** A Monday. */
const today = day("2022-11-21");
const single = makeMeasure("1.1.1-1", "December 2022");
const stepped = makeMeasure("1.1.1-2", "Sept 2022: 177 weeks; June 2023: 125 weeks; March 2024: 13 weeks");
const plan = makePlan([single, stepped]);
const ask = (typed: string, which?: WhichDate, measure = single) => readAskedDate(typed, which, measure, plan, today);

test.each([
  ["31 January 2023", "2023-01-31", "31 January 2023"],
  ["31/01/2023", "2023-01-31", "31/01/2023"],
  ["by 31 Jan 2023", "2023-01-31", "by 31 Jan 2023"],
  ["spring term 2023", "2023-03-31", "spring term 2023"],
  ["Easter", "2023-04-09", "9 April 2023"],
  ["until end of January", "2023-01-31", "31 January 2023"],
  ["end of January", "2023-01-31", "31 January 2023"],
  ["31 January", "2023-01-31", "31 January 2023"],
  ["10 November", "2023-11-10", "10 November 2023"],
  ["the new year", "2023-01-01", "1 January 2023"],
  ["end of the month", "2022-11-30", "30 November 2022"],
  ["in two weeks", "2022-12-05", "5 December 2022"],
  ["3 more months", "2023-03-31", "31 March 2023"],
  ["another fortnight", "2023-01-14", "14 January 2023"],
  ["another 2 weeks from today", "2022-12-05", "5 December 2022"],
  ["in another 2 weeks", "2022-12-05", "5 December 2022"],
  ["next Friday", "2022-11-25", "25 November 2022"],
  ["tomorrow", "2022-11-22", "22 November 2022"],
])("“%s” asks for %s and is written “%s”, which is read the same without a plan", (typed, on, asWritten) => {
  const read = ask(typed);

  expect(read).toMatchObject({ kind: "read", due: { kind: "day", on, asWritten } });
  expect(readDuePhrase(asWritten)).toMatchObject({ kind: "day", on });
});

test("“2 more weeks” of what is overdue are counted from today", () => {
  expect(readAskedDate("2 more weeks", undefined, makeMeasure("1.1.1-3", "September 2022"), plan, today)).toMatchObject({ due: { on: "2022-12-05" } });
});

test.each([
  ["", "Write the new date"],
  ["   ", "Write the new date"],
  ["when it is ready", "could not be read as a date"],
  ["31 February 2023", "There is no day “31 February 2023”"],
  ["31/09/2023", "There is no day"],
  ["March or April 2023", "could not be read"],
  ["ongoing", "names no day"],
  ["TBC", "names no day"],
  ["from April 2023", "names no day"],
  ["20 November 2022", "20 November 2022 has gone by"],
  ["October 2022", "31 October 2022 has gone by"],
  ["December 20", "31 December 2020 has gone by"],
  ["yesterday", "could not be read"],
  ["31 January 2123", "more than ten years ahead"],
  ["31 December 2022", "is the date it has now"],
  ["December 2022", "is the date it has now"],
])("“%s” is asked again: %s", (typed, sentence) => {
  expect(ask(typed)).toMatchObject({ kind: "fault", sentence: expect.stringContaining(sentence) });
});

describe("of a measure with several dates", () => {
  test("the chosen one moves, the others and every target stay, and the phrase is read back the same", () => {
    const read = ask("30 September 2023", day("2023-06-30"), stepped);

    expect(read).toMatchObject({
      kind: "read",
      due: { kind: "milestones", steps: [{ on: "2022-09-30" }, { on: "2023-09-30", target: "125 weeks" }, { on: "2024-03-31" }] },
    });
    if (read.kind === "read") expect(datesOf(readDuePhrase(read.due.asWritten))).toMatchObject(datesOf(read.due).map(({ on, target }) => ({ on, target })));
  });

  test("without a choice it is asked which, unless only one is still ahead", () => {
    expect(ask("30 September 2023", undefined, stepped)).toMatchObject({ kind: "fault", sentence: expect.stringContaining("Choose which") });
    expect(dateMeant(stepped.due, day("2023-07-01"))).toBe("2024-03-31");
    expect(dateMeant(stepped.due, day("2024-07-01"))).toBe("2024-03-31");
    expect(dateMeant(stepped.due, today)).toBeUndefined();
  });

  test("all of them may be written anew", () => {
    const all = "Dec 2023: 125 weeks; Sept 2024: 13 weeks";

    expect(ask(all, "all", stepped)).toMatchObject({ kind: "read", due: { asWritten: all } });
    expect(ask("December 2024", "all", stepped)).toMatchObject({ kind: "read", due: { kind: "day", on: "2024-12-31" } });
    expect(ask(all, day("2023-06-30"), stepped)).toMatchObject({ kind: "fault" });
  });

  test("a chosen date that the measure has not any more is asked again", () => {
    expect(ask("30 September 2023", day("2023-05-31"), stepped)).toMatchObject({ kind: "fault" });
  });
});

test("whatever is typed, what is read lies ahead and reads the same from its own words; nothing throws", () => {
  const words = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom("", "until ", "end of ", "by ", "mid "),
        fc.constantFrom("31 ", "1st ", ""),
        fc.constantFrom("January", "Feb", "December", "Spring term", "Q3", "week"),
        fc.constantFrom("", " 2022", " 2023", " 23"),
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(words, fc.constantFrom(single, stepped), fc.constantFrom(undefined, "all" as const, day("2023-06-30")), (typed, measure, which) => {
      const read = ask(typed, which, measure);
      if (read.kind === "fault") return expect(read.sentence).toMatch(/[.?]$/);
      const dates = datesOf(read.due);
      expect((dates.at(-1)?.on ?? "") >= today).toBe(true);
      expect(datesOf(readDuePhrase(read.due.asWritten)).map(({ on }) => on)).toEqual(dates.map(({ on }) => on));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["end of week", "2022-11-25"],
  ["next week", "2022-12-02"],
  ["next month", "2022-12-31"],
  ["end of the year", "2022-12-31"],
  ["monday", "2022-11-28"],
  ["in a year", "2023-11-21"],
  ["two months", "2023-01-21"],
  ["five working days", undefined],
  ["soon", undefined],
])("counted from Monday 21 November 2022, “%s” is %s", (words, on) => {
  expect(readRelativeDate(words, today)).toBe(on);
});

test("from the end of a long month a month on is the end of the short one", () => {
  expect(readRelativeDate("in three months", day("2022-11-30"))).toBe("2023-02-28");
});

test.each([
  ["2022-12-31", "2023-01-31", "31 days (1 month) later"],
  ["2022-09-30", "2022-12-31", "92 days (3 months) later"],
  ["2022-12-31", "2023-03-15", "74 days (2 months and 15 days) later"],
  ["2022-12-31", "2023-01-14", "14 days later"],
  ["2023-01-31", "2022-12-31", "31 days (1 month) earlier"],
  ["2022-12-31", "2023-01-01", "1 day later"],
  ["2023-01-31", "2023-02-28", "28 days (1 month) later"],
  ["2022-01-15", "2024-01-15", "730 days (24 months) later"],
  ["2022-12-31", "2022-12-31", "the same day"],
])("from %s to %s it is %s", (from, to, words) => {
  expect(apartInWords(day(from), day(to))).toBe(words);
});

test("days and months of a slip always add up, and say the same of both ways", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 2_000 }), (start, apart) => {
      const from = addDays(day("2020-01-01"), start);
      const words = apartInWords(from, addDays(from, apart));
      expect(words).toMatch(new RegExp(`^${apart} days?(?: \\(\\d+ months?(?: and (?:[1-9]|[12]\\d|30) days?)?\\))? later$`));
      expect(apartInWords(addDays(from, apart), from)).toBe(words.replace("later", "earlier"));
    }),
  );
});

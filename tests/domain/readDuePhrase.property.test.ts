import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type DuePhrase, datesOf } from "../../src/domain/duePhrase.ts";
import { addDays, day, inWords, type LocalDate, lastDayOfMonth } from "../../src/domain/localDate.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";

const shortNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

interface Written {
  readonly words: string;
  readonly on: LocalDate;
}

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(day("2000-01-01"), days));

const writtenDay = fc.tuple(anyDay, fc.constantFrom(figures, iso, inWords, ordinal)).map(([on, write]): Written => ({ words: write(on), on }));

const writtenMonth = fc
  .tuple(fc.integer({ min: 1900, max: 2999 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom("long", "short", "shortest"))
  .map(([year, month, length]): Written => {
    const on = lastDayOfMonth(year, month);
    const long = inWords(on).split(" ")[1] ?? "";
    const short = shortNames[month - 1] ?? "";
    return { words: `${{ long, short, shortest: short.slice(0, 3) }[length]} ${year}`, on };
  });

const writtenDate = fc
  .tuple(fc.oneof(writtenDay, writtenMonth), fc.constantFrom("as is", "upper", "lower"))
  .map(
    ([{ words, on }, capitals]): Written => ({ words: capitals === "upper" ? words.toUpperCase() : capitals === "lower" ? words.toLowerCase() : words, on }),
  );

const label = fc.constantFrom("interim milestone", "milestones to review", "baseline", "final review", "follow up surveys", "launch");

test("reads a date back from every way of writing it", () => {
  fc.assert(
    fc.property(writtenDate, ({ words, on }) => {
      expect(readDuePhrase(words)).toEqual({ kind: "day", on, asWritten: words });
    }),
  );
});

test("reads back a list of dates however it is joined, in date order", () => {
  fc.assert(
    fc.property(fc.array(writtenDate, { minLength: 2, maxLength: 6 }), fc.constantFrom(", ", " and ", " & ", "; ", "\n", ", and "), (dates, joint) => {
      const read = readDuePhrase(dates.map(({ words }) => words).join(joint));
      expect(datesOf(read)).toEqual(dates.map(({ on }) => ({ on })).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));
    }),
  );
});

test("reads back a date with earlier or later labelled ones in a bracket", () => {
  fc.assert(
    fc.property(
      writtenDate,
      fc.array(writtenDate, { minLength: 1, maxLength: 3 }),
      label,
      fc.constantFrom("", "with ", "plus "),
      (main, others, words, opening) => {
        const phrase = `${main.words} (${opening}${words} in ${others.map((other) => other.words).join(", ")})`;

        const { kind, steps } = readDuePhrase(phrase) as Extract<DuePhrase, { kind: "milestones" }>;

        expect(kind).toBe("milestones");
        expect(steps).toHaveLength(others.length + 1);
        expect(steps).toEqual(expect.arrayContaining([{ on: main.on }, ...others.map(({ on }) => ({ on, label: words }))]));
      },
    ),
  );
});

test("reads back each date with its own target", () => {
  const target = fc.tuple(fc.nat(), fc.constantFrom("%", " weeks", ".5 days or fewer", ",000 children")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(fc.tuple(writtenDate, target), { minLength: 2, maxLength: 5 }), (given) => {
      const read = readDuePhrase(given.map(([date, figure]) => `${date.words}: ${figure}`).join("; "));
      expect(new Set(datesOf(read))).toEqual(new Set(given.map(([date, figure]) => ({ on: date.on, target: figure }))));
    }),
  );
});

test("never throws and always keeps the phrase as written, whatever it is", () => {
  const near = fc.array(
    fc.oneof(
      writtenDate.map(({ words }) => words),
      label,
      fc.constantFrom(..." ()[]&,;:./-\n⟨⟩", " and ", "by ", "From ", "TBC", "31/09/2020"),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        near.map((parts) => parts.join("")),
      ),
      (words) => {
        const read = readDuePhrase(words);
        expect(read.asWritten).toBe(words);
        expect(datesOf(read).map(({ on }) => on)).toEqual(
          datesOf(read)
            .map(({ on }) => on)
            .sort(),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test("a phrase made to be slow does not hold the service up", () => {
  for (const long of ["a/".repeat(500_000), "1/1".repeat(300), "May 2022 and ".repeat(75), "(".repeat(999), "To be agreed by ".repeat(60)]) {
    const began = performance.now();
    expect(readDuePhrase(long).kind).toBe("invalid");
    expect(performance.now() - began).toBeLessThan(2_000);
  }
});

function figures(on: LocalDate): string {
  return on.split("-").reverse().join("/");
}

function iso(on: LocalDate): string {
  return on;
}

function ordinal(on: LocalDate): string {
  return inWords(on).replace(/^\d+/, (number) => `${number}${/1\d$/.test(number) ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[Number(number) % 10] ?? "th")}`);
}

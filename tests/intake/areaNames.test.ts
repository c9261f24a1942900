import { expect, test } from "@jest/globals";
import { areaBook, namesArea, readAreaName } from "../../src/intake/areaNames.ts";

test.each([
  ["Area 1", "Area 1", ""],
  ["Priority 2 – Timeliness", "Priority 2", "Timeliness"],
  ["Area of weakness 3: Joint work", "Area of weakness 3", "Joint work"],
  ["PRIORITY ONE", "1", "PRIORITY ONE"],
  ["Priority two: Quality of plans", "2", "Quality of plans"],
  ["1: MAINSTREAM SCHOOLS DIFFER", "1", "MAINSTREAM SCHOOLS DIFFER"],
  ["4. Transitions", "4", "Transitions"],
  ["A", "A", ""],
  ["Promoting Inclusion", undefined, "Promoting Inclusion"],
  ["20 week deadline", undefined, "20 week deadline"],
  ["0-25 strategy", undefined, "0-25 strategy"],
  ["3 Transitions", "3", "Transitions"],
])("%j is the area %s", (cell, ref, title) => {
  expect(readAreaName(cell)).toEqual({ ...(ref !== undefined && { ref }), title });
});

test("a number beside a kind of area is its number where no other area has it", () => {
  const book = areaBook();
  const refs = ["Area for priority action 2: Waits", "Area for priority action 1: Voice", "Area for improvement 1: Money", "Recommendation 4"].map(
    (cell) => book.place(cell, undefined, false).ref,
  );

  expect(refs).toEqual(["2", "1", "3", "4"]);
  expect(book.areas[0]).toEqual({ ref: "2", title: "Area for priority action 2: Waits" });
});

test.each([
  ["Priority 1: Timeliness", true],
  ["Area of significant weakness 3: Joint work", true],
  ["Workstream B", true],
  ["Priority action plan", false],
  ["SEND improvement plan", false],
])("%j names an area: %s", (heading, is) => {
  expect(namesArea(heading)).toBe(is);
});

test("a title is given the first number the file does not use, and is known again in other capitals", () => {
  const book = areaBook();
  book.reserve("1: Waits");

  expect(book.place("Trust", undefined, false).ref).toBe("2");
  expect(book.place("1: Waits", undefined, false).ref).toBe("1");
  expect(book.place("TRUST ", undefined, false).ref).toBe("2");
  expect(book.place("Waits", undefined, false).ref).toBe("1");
});

test("another table's spelling is taken for the likest area, and only where it is alike", () => {
  const book = areaBook();
  book.place("Preparation for adulthood", undefined, false);
  book.place("Workforce Development", undefined, false);

  expect(book.place("Preparing for Adulthood", undefined, true)).toEqual({ ref: "1", asTitle: "Preparation for adulthood" });
  expect(book.place("SEND Transport", undefined, true)).toEqual({ ref: "3" });
});

test("an area keeps the number it was given when it comes first", () => {
  const book = areaBook([
    { ref: "1", title: "Quality" },
    { ref: "2", title: "Speed" },
  ]);

  expect(book.place("Speed", undefined, false).ref).toBe("2");
  expect(book.place("Voice", undefined, false).ref).toBe("3");
  expect(book.place("Quality", undefined, false).ref).toBe("1");
});

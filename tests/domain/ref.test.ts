import { expect, test } from "@jest/globals";
import { compareRefs, inRefOrder } from "../../src/domain/ref.ts";

test.each([
  [
    ["1.10", "1.2", "1.1"],
    ["1.1", "1.2", "1.10"],
  ],
  [
    ["1.1.1-10", "1.1.1-2", "1.1.2-1"],
    ["1.1.1-2", "1.1.1-10", "1.1.2-1"],
  ],
  [
    ["Area 10", "Area 2"],
    ["Area 2", "Area 10"],
  ],
  [
    ["2.1", "1.10", "1.1", "2.10", "2.2"],
    ["1.1", "1.10", "2.1", "2.2", "2.10"],
  ],
  [
    ["1.1.1", "1.1"],
    ["1.1", "1.1.1"],
  ],
])("sorts %j by parts", (given, sorted) => {
  expect([...given].sort(compareRefs)).toEqual(sorted);
  expect(inRefOrder(given.map((ref) => ({ ref }))).map(({ ref }) => ref)).toEqual(sorted);
});

test("1.1 and 1.10 are different references", () => {
  expect(compareRefs("1.1", "1.10")).not.toBe(0);
});

import { expect, test } from "@jest/globals";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { rememberDue } from "../../src/intake/rememberDue.ts";

test("a phrase is read in the plan's years, and the second time it is the very same reading", () => {
  const context = { years: { first: 2022, last: 2024 } };
  const readDue = rememberDue(context);

  expect(readDue("May 23")).toEqual(readDuePhrase("May 23", context));
  expect(readDue("May 23")).toBe(readDue("May 23"));
  expect(readDue("May 24")).not.toEqual(readDue("May 23"));
});

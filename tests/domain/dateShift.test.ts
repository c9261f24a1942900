import { expect, test } from "@jest/globals";
import { dateShifts } from "../../src/domain/dateShift.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";

const steps = "30 September 2022: 177 weeks; 30 June 2023: 125 weeks; 31 March 2024: 13 weeks";

test.each([
  ["December 2022", "31 January 2023", [["2022-12-31", "2023-01-31"]]],
  ["December 2022", "31 December 2022", []],
  ["", "31 January 2023", [[undefined, "2023-01-31"]]],
  ["December 2022", "Ongoing", []],
  [steps, "30 September 2022: 177 weeks; 30 September 2023: 125 weeks; 31 March 2024: 13 weeks", [["2023-06-30", "2023-09-30"]]],
  [steps, "30 September 2022: 177 weeks; 31 March 2024: 13 weeks; 31 March 2025: 125 weeks", [["2023-06-30", "2025-03-31"]]],
  [
    steps,
    "30 September 2022: 177 weeks; 30 September 2023: 125 weeks; 30 June 2024: 13 weeks",
    [
      ["2023-06-30", "2023-09-30"],
      ["2024-03-31", "2024-06-30"],
    ],
  ],
  [steps, "31 March 2025", [["2024-03-31", "2025-03-31"]]],
])("from “%s” to “%s” these differ: %j", (before, after, shifts) => {
  expect(dateShifts(readDuePhrase(before), readDuePhrase(after)).map(({ from, to }) => [from?.on, to.on])).toEqual(shifts);
});

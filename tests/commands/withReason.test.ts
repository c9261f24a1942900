import { expect, test } from "@jest/globals";
import { withReason } from "../../src/commands/withReason.ts";

test.each([
  ["2.1.1-2 because the trainers left", "2.1.1-2", "the trainers left"],
  ["measure 2.1.1-2 because the trainers left", "measure 2.1.1-2", "the trainers left"],
  ["2.1.1 - 2 because the trainers left", "2.1.1 - 2", "the trainers left"],
  ["2.1.1 – 2: two left", "2.1.1 – 2", "two left"],
  ["2.1.1-2 - 2 left", "2.1.1-2", "2 left"],
  ["2.1.1-2, as the family would be known", "2.1.1-2", "the family would be known"],
  ["2.1.1-2 the family would be known", "2.1.1-2", "the family would be known"],
  ["A.4(b) since it is done", "A.4(b)", "it is done"],
  ["2.1.1-2,", "2.1.1-2", ""],
  ["2.1.1-2", "2.1.1-2", ""],
  ["area 2 because it is embedded", "area 2", "it is embedded"],
  ["1.1.1 from monitoring because it is embedded", "1.1.1 from monitoring", "it is embedded"],
  ["Early help because it is embedded", "Early help", "it is embedded"],
  ["2.1.1-2, 2.1.1-3 because the family would be known", "2.1.1-2, 2.1.1-3", "the family would be known"],
  ["2.1.1-2 and 2.1.1-3 because the family would be known", "2.1.1-2 and 2.1.1-3", "the family would be known"],
  ["A1 and A2 because the family would be known", "A1 and A2", "the family would be known"],
  ["2.1.1-1 and 2 because the family would be known", "2.1.1-1 and 2", "the family would be known"],
  ["2.1.1-1 and 2 families could be known", "2.1.1-1", "and 2 families could be known"],
  ["2.1.1 - 2 schools slipped back", "2.1.1", "2 schools slipped back"],
  ["2.1.1 - 2 from monitoring because it is embedded", "2.1.1 - 2 from monitoring", "it is embedded"],
  ["", "", ""],
])("%j names %j, for the reason %j", (words, named, reason) => {
  expect(withReason(words)).toEqual({ named, reason });
});

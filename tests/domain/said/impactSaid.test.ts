import { expect, test } from "@jest/globals";
import { readSaid } from "../../../src/domain/said/readSaid.ts";
import { askedOne, heard } from "./saidInShort.ts";

test.each([
  ["progress green, impact amber, all posts filled", '2.2.1-5 Green (impact Amber) "all posts filled"'],
  ["green, impact amber. all posts filled", '2.2.1-5 Green (impact Amber) "all posts filled"'],
  ["2.1.1-1 progress: green; impact: red. All staff trained", '2.1.1-1 Green (impact Red) "All staff trained"'],
  ["2.1.1-1 amber two posts vacant (impact red)", '2.1.1-1 Amber (impact Red) "two posts vacant"'],
  ["impact is still amber, progress is green, all staff trained", '2.2.1-5 Green (impact Amber) "all staff trained"'],
  ["impact rating amber and progress rating green: all staff trained", '2.2.1-5 Green (impact Amber) "all staff trained"'],
  ["Progress: green. Impact: amber. Narrative: all staff trained", '2.2.1-5 Green (impact Amber) "all staff trained"'],
  ["progress green impact amber all staff trained", '2.2.1-5 Green (impact Amber) "all staff trained"'],
  ["progress 🟢, impact 🟡, all staff trained", '2.2.1-5 Green (impact Amber) "all staff trained"'],
  ["progress green, impact amber", '2.2.1-5 why? Green (impact Amber) ""'],
  ["impact: amber", '2.2.1-5 rating? (impact Amber) ""'],
  ["2.1.1-1 impact red", '2.1.1-1 rating? (impact Red) ""'],
])("%s", (words, expected) => {
  expect(heard(words, askedOne)).toBe(expected);
});

/* Not plain enough: it stays in the words, and the form asks. */
test.each([
  ["green, the impact on families is good", '2.2.1-5 Green "the impact on families is good"'],
  ["amber, impact of two vacancies", '2.2.1-5 Amber "impact of two vacancies"'],
  ["limited impact - amber", '2.2.1-5 Amber "limited impact"'],
  ["amber, little impact: red tape everywhere", '2.2.1-5 Amber "little impact: red tape everywhere"'],
  ["green, impact amber-ish, posts filled", '2.2.1-5 rating? Green "green, impact amber-ish, posts filled"'],
])("%s", (words, expected) => {
  expect(heard(words, askedOne)).toBe(expected);
});

test("a risk and what is done about it are kept by themselves, besides standing in the words", () => {
  const said = readSaid("Rating: Amber. Narrative: two posts vacant. Risk: winter. Mitigation: agency cover. Help: budget", askedOne);

  expect(said).toMatchObject({
    kind: "report",
    of: [{ kind: "answer", draft: { risk: "winter", mitigation: "agency cover", help: "budget", narrative: expect.stringContaining("Risk: winter") } }],
  });
});

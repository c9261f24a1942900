import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { splitLeads } from "../../src/intake/splitLeads.ts";

test.each([
  ["Lead officer A", ["Lead officer A"]],
  ["Lead officer B, School Improvement Lead Commissioner (Education)", ["Lead officer B", "School Improvement Lead Commissioner (Education)"]],
  [
    "Family Information Service (FIS) Operations Manager & Family Information Service (FIS) Officer",
    ["Family Information Service (FIS) Operations Manager", "Family Information Service (FIS) Officer"],
  ],
  ["C&F Social Work Operational Team Leader, Voice Officer", ["C&F Social Work Operational Team Leader", "Voice Officer"]],
  ["Senior Joint Commissioner for Learning Disabilities and Autism", ["Senior Joint Commissioner for Learning Disabilities and Autism"]],
  ["Manager (Children, Families & Schools (north, south)) & Head", ["Manager (Children, Families & Schools (north, south))", "Head"]],
  ["Programme Manager\r\nDesignated Clinical  Officer,\nHead of SEND", ["Programme Manager", "Designated Clinical Officer", "Head of SEND"]],
  ["MK, AB, MK", ["MK", "AB"]],
  [" , ", []],
  ["", []],
])("splits %j", (cell, leads) => {
  expect(splitLeads(cell)).toEqual(leads);
});

test("finds again whatever posts were joined, each once and in order", () => {
  const word = fc.constantFrom("Head", "of", "SEND", "C&F", "and", "(Education)", "(Schools, Early Years & Families)", "A/B", "Officer's");
  const post = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  const joint = fc.constantFrom(", ", " & ", "\n", "\r\n", " ,  ", ",\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(post, joint), { minLength: 1 }), (joined) => {
      const cell = joined.flat().join("");
      expect(splitLeads(cell)).toEqual([...new Set(joined.map(([one]) => one))]);
    }),
  );
});

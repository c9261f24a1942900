import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readSaid } from "../../../src/domain/said/readSaid.ts";
import type { Said } from "../../../src/domain/said/said.ts";
import { askedOne, askedSeveral } from "./saidInShort.ts";

const pieces = fc.constantFrom(
  ..."2.1.1-1 2.2.1-5 1.10 9.9.9-9 green Amber, red blue done track on all not no because 154 of 190 71% weeks until March mine? same above for and; . \n > Rating: Help: two posts vacant recruitment delayed thanks".split(
    " ",
  ),
);
const messages = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((words) => words.join(" ")),
  fc.string(),
  fc.string({ unit: "grapheme" }),
);

test("whatever is typed is read without an error, and a figure always begins with a number", () => {
  let seen = 0;
  fc.assert(
    fc.property(messages, (typed) => {
      const figures = draftsOf(readSaid(typed, askedSeveral)).flatMap(({ figure }) => figure ?? []);

      seen += figures.length;
      for (const figure of figures) expect(figure).toMatch(/^£?-?\d/);
    }),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(0);
});

test("what is certain is about a measure that was named, or the only one that was asked about", () => {
  let seen = 0;
  fc.assert(
    fc.property(messages, (typed) => {
      const said = readSaid(typed, askedOne);
      const answers = said.kind === "report" ? said.of.filter(({ kind }) => kind === "answer") : [];

      seen += answers.length;
      for (const one of answers) {
        const ref = "ref" in one ? one.ref : "";
        expect(ref === "2.2.1-5" || typed.includes(ref) || typed.includes(ref.replace(/-\d+$/, ""))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(0);
});

const plain = fc.array(fc.constantFrom(..."clinic families waiting staff nurses school trained letters panel review".split(" ")), {
  minLength: 3,
  maxLength: 12,
});

test("nothing typed is lost: every word of a report comes back in it, certain or asked", () => {
  fc.assert(
    fc.property(plain, fc.constantFrom("", "green ", "Amber, ", "2.1.1-1 ", "2.1.1-1 red ", "nearly "), (words, before) => {
      const typed = before + words.join(" ");
      const kept = draftsOf(readSaid(typed, askedOne))
        .map(({ narrative }) => narrative)
        .join(" ");

      expect(kept).toContain(words.join(" "));
    }),
  );
});

function draftsOf(said: Said) {
  if (said.kind === "unsure") return [said.draft];
  return said.kind === "report" ? said.of.map(({ draft }) => draft) : [];
}

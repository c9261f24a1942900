import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { ownWords, withoutQuotes } from "../../../src/domain/said/ownWords.ts";

test.each([
  ["> How is 2.1.1-1?\nsummary", "summary"],
  ["&gt; How is 2.1.1-1?\nsummary", "summary"],
  ["| How is 2.1.1-1?\nsummary", "summary"],
  ["<blockquote>How is 2.1.1-1?</blockquote>summary", "summary"],
  ["summary\n\nThanks, Sam", "summary\n\nThanks, Sam"],
  ["waits > 5 weeks", "waits > 5 weeks"],
])("%j without what is quoted is %j", (words, own) => {
  expect(withoutQuotes(words)).toBe(own);
});

test("words are left as they are only where nothing is quoted in them", () => {
  const pieces = fc.constantFrom(">", "&gt;", "&GT;", "|", "\n", "<blockquote>", "</blockquote>", "<quoted id='1'/>", " ", "2.1", "green");
  fc.assert(
    fc.property(
      fc.array(pieces).map((some) => some.join("")),
      (words) => {
        const { own, quoted } = ownWords(words);
        expect(withoutQuotes(words)).toBe(quoted ? own : words);
      },
    ),
  );
});

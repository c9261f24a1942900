import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { escapeMarkdown } from "../../src/cards/escape.ts";
import { shown } from "./readCard.ts";

test.each([
  ["*bold* and _slanted_", "\\*bold\\* and \\_slanted\\_"],
  ["[press](https://evil.example)", "[press\\](https://evil.example)"],
  ["<at>Sam</at>", "\\<at>Sam\\</at>"],
  ["`code` ~~gone~~", "\\`code\\` \\~\\~gone\\~\\~"],
  ["# heading", "\\# heading"],
  ["> quote", "\\> quote"],
  ["---", "\\---"],
  ["- first\n- second", "-\u00a0first\n\n-\u00a0second"],
  ["1. first\r\n\r\n2) second", "1.\u00a0first\n\n2)\u00a0second"],
  ["{{DATE(2022-11-21T09:00:00Z)}}", "{\\{DATE(2022-11-21T09:00:00Z)}}"],
  ["&lt;", "\\&lt;"],
  ["    indented\0", "indented"],
])("%j is written so that it shows as typed", (typed, written) => {
  expect(escapeMarkdown(typed)).toBe(written);
});

test.each([
  "SEND & Inclusion, ~64% (<5%), 3 > 2",
  "[...] [text lost in extract]",
  "https://www.example.gov.uk/local_offer",
  "10% fewer - 4.5",
  `say "yes" \${1+1} £3!`,
])("%j needs no backslash, which some phones would show", (typed) => {
  expect(escapeMarkdown(typed)).toBe(typed);
});

const pieces = [
  "*",
  "_",
  "[",
  "]",
  "(",
  ")",
  "~",
  "`",
  "#",
  ">",
  "-",
  "+",
  ".",
  "!",
  "<",
  "&amp;",
  "\\",
  "{{",
  "1",
  " ",
  "\n",
  "a",
  "<at>x</at>",
  "[a](b)",
  "[a]: b",
  `\${1+1}`,
];
const typing = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 20 }).map((parts) => parts.join(""));

test("whatever is typed is shown, but for blank lines and spaces at the ends", () => {
  fc.assert(
    fc.property(typing, (typed) => {
      expect(plain(shown(escapeMarkdown(typed)))).toBe(plain(typed));
    }),
  );
});

test("whatever is typed leaves nothing for Markdown to act on", () => {
  const acting = [
    /(?<!\\)(?:\\\\)*[*`]/, // emphasis, code
    /(?<![\p{L}\p{N}\\])_|(?<!\\)_(?![\p{L}\p{N}])/u,
    /(?<!\\)~~/,
    /(?<!\\)\][(:]/,
    /(?<!\\)<[a-z/!?]/i,
    /(?<!\\)&#?\w+;/,
    /\{\{/,
    /^(?:#|>|[-+] |\d+[.)] |-+$| )/m,
    /[^\n]\n[^\n]|\n{3}/,
  ];
  fc.assert(
    fc.property(typing, (typed) => {
      const written = escapeMarkdown(typed).replaceAll("\\\\", "·"); // a backslash that is shown; what follows it stands apart
      expect(acting.filter((pattern) => pattern.test(written))).toEqual([]);
    }),
  );
});

/** Lines without what cannot be seen. */
function plain(words: string): string {
  return words
    .toWellFormed()
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) =>
      line
        .replace(/[\p{Cc}--\t]/gv, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");
}

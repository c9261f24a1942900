import { expect, test } from "@jest/globals";
import { checkCard, mostBytes } from "../../src/cards/checkCard.ts";
import { cutAtWord, excerpt } from "../../src/cards/cutAtWord.ts";

const action = { type: "Action.Execute", title: "Press" };

test("a card of more than there is room for in 28 KB of UTF-8 is refused", () => {
  expect(() => checkCard({ text: "é".repeat(mostBytes / 2 - 20) })).not.toThrow();
  expect(() => checkCard({ text: "é".repeat(mostBytes / 2) })).toThrow(RangeError);
});

test("more than 6 buttons are refused, wherever they stand; rows that can be pressed do not count", () => {
  const rows = Array.from({ length: 20 }, () => ({ type: "Container", selectAction: action, items: [] }));
  const set = { type: "ActionSet", actions: [action, action] };

  expect(() => checkCard({ body: [...rows, set], actions: [action, action, action, action] })).not.toThrow();
  expect(() => checkCard({ body: [set, { type: "Container", items: [set] }], actions: [action, action, action] })).toThrow("7 actions");
});

test.each([
  ["short", 10, "short"],
  ["one two three", 8, "one two…"],
  ["one two three", 7, "one two…"],
  ["aaaaaaaaaaaaaaa", 5, "aaaaa…"],
])("%j is cut at a word of at most %i", (text, most, cut) => {
  expect(cutAtWord(text, most)).toBe(cut);
});

test("an excerpt is on one line", () => {
  expect(excerpt(" one \r\n\n two three", 9)).toBe("one · two…");
});

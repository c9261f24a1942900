import { expect, test } from "@jest/globals";
import { askListCard } from "../../src/cards/askListCard.ts";
import { historyCard } from "../../src/cards/historyCard.ts";
import { receiptCard } from "../../src/cards/receiptCard.ts";
import { updateFormCard } from "../../src/cards/updateFormCard.ts";
import { bragScheme } from "../../src/domain/ratingScheme.ts";
import { lines, list, nonce, plan, planTitle, receipt } from "./exampleCards.ts";
import { nodesOf, shown, textsOf } from "./readCard.ts";

const awkward = [
  `\${1+1} and \${planTitle}`,
  "*bold* _under_ `code`",
  "<at>Sam</at>",
  "[here](https://evil.example)",
  "\"quoted\" 'too'",
  "1. one\n- two",
  "{{DATE(2022-11-21T09:00:00Z)}}",
];
const [line] = lines;
if (!line) throw new RangeError("no line");

test.each(awkward)("%j is shown as it was typed, on every card that shows it", (typed) => {
  const cards = {
    receipt: receiptCard({ planTitle, plan, receipt: { ...receipt, narrative: typed } }),
    history: historyCard({
      plan,
      planTitle,
      ref: "1",
      words: "",
      dueAsWritten: "",
      entries: [{ on: "", by: "", narrative: typed }],
      page: 1,
      pages: 1,
      canUpdate: true,
    }),
    form: updateFormCard({ planTitle, plan, line: { ...line, words: typed }, details: { leads: [] }, scheme: bragScheme, nonce }),
  };

  for (const [name, card] of Object.entries(cards)) {
    const read = textsOf(card).map(({ text }) => shown(text));
    expect({ name, found: read.some((text) => text.includes(typed)) }).toEqual({ name, found: true });
  }
});

test.each(awkward)("%j comes back into the form's box untouched", (typed) => {
  const card = updateFormCard({ planTitle, plan, line, details: { leads: [] }, scheme: bragScheme, nonce, typed: { narrative: typed, help: typed } });
  const boxes = nodesOf(card).filter(({ id }) => id === "narrative" || id === "help");

  expect(boxes.map(({ value }) => value)).toEqual([typed, typed]);
});

test("a new line in a measure's words becomes a dot in a list", () => {
  const card = askListCard({
    planTitle,
    plan,
    heading: "",
    why: "",
    lines: [{ ...line, words: "Wait\nProvider's data" }],
    list,
    pages: 1,
    totals: { lines: 1, answered: 0 },
  });

  expect(textsOf(card).map(({ text }) => text)).toContain("Wait · Provider's data");
});

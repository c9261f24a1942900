// biome-ignore-all lint/suspicious/noTemplateCurlyInString: as templates write their expressions
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
// The engine alone: the types of the package's main entry reach into the sources of another package.
import { Template } from "adaptivecards-templating/lib/template-engine.js";
import { compileTemplate } from "../../src/cards/compileTemplate.ts";

const folder = new URL("../../cards/", import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
const asItStands = (words: string) => words;
const shout = (words: string) => words.toUpperCase();

const templates = readdirSync(folder).filter((file) => !file.endsWith(".sample.json"));

test.each(templates)("%s is filled with its sample as Microsoft's engine fills it", (file) => {
  const sample = read(file.replace(".json", ".sample.json"));

  expect(withoutNothing(compileTemplate(read(file), asItStands)(sample))).toEqual(withoutNothing(new Template(read(file)).expand({ $root: sample })));
});

test.each([
  ["a name", { text: "${words}" }, { words: "Hello" }],
  ["a name among words", { text: "‹${words}› and ${count}" }, { words: "Hello", count: 2 }],
  ["what is missing", { text: "${words}", more: "so ${words}" }, {}],
  ["a list as it is", { choices: "${choices}" }, { choices: [1, 2] }],
  ["a place in a list", { text: "${leads[1].name}" }, { leads: [{ name: "a" }, { name: "b" }] }],
  [
    "a list that repeats an element",
    { body: [{ $data: "${lines}", text: "${name}", all: "${$root.name}" }] },
    { name: "root", lines: [{ name: "a" }, { name: "b" }] },
  ],
  ["a list of words", { body: [{ $data: "${lines}", text: "${$data}" }] }, { lines: ["a", "b"] }],
  ["an empty list", { body: [{ $data: "${lines}", text: "${name}" }, { type: "end" }] }, { lines: [] }],
  ["a narrower part", { body: [{ $data: "${area}", text: "${name}" }] }, { name: "root", area: { name: "area" } }],
  ["what is there", { body: [{ $when: "${exists(area.name)}", text: "yes" }] }, { area: { name: "" } }],
  ["what is not there", { body: [{ $when: "${exists(area.name)}", text: "yes" }] }, { area: {} }],
  [
    "a word that is meant",
    {
      body: [
        { $when: "${pick == 'one'}", text: "1" },
        { $when: "${pick == 'two'}", text: "2" },
      ],
    },
    { pick: "two" },
  ],
  ["expressions in the data", { text: "${words}" }, { words: "${count}", count: 1 }],
  ["what is no text", { wrap: true, most: 3, none: null }, {}],
])("as Microsoft's engine: %s", (_, template, data) => {
  expect(withoutNothing(compileTemplate(template, asItStands)(data))).toEqual(withoutNothing(new Template(template).expand({ $root: data })));
});

test("texts are escaped where hosts read Markdown, whether the template or the data brings them", () => {
  const template = {
    body: [
      { type: "TextBlock", text: "a ${words}", color: "${words}" },
      { type: "TextBlock", text: "fixed", color: "fixed" },
      { type: "FactSet", facts: "${facts}" },
      { type: "Input.ChoiceSet", label: "${words}", choices: [{ $data: "${choices}", title: "${$data}", value: "${$data}" }] },
    ],
    actions: [{ type: "Action.Execute", title: "${words}", data: "${press}" }],
  };
  const data = { words: "b", facts: [{ title: "c", value: "d" }], choices: ["e"], press: { type: "TextBlock", text: "f" } };

  expect(compileTemplate(template, shout)(data)).toEqual({
    body: [
      { type: "TextBlock", text: "A B", color: "b" },
      { type: "TextBlock", text: "FIXED", color: "fixed" },
      { type: "FactSet", facts: [{ title: "C", value: "D" }] },
      { type: "Input.ChoiceSet", label: "b", choices: [{ title: "E", value: "e" }] },
    ],
    actions: [{ type: "Action.Execute", title: "b", data: { type: "TextBlock", text: "f" } }],
  });
});

test.each(["${if(a, b, c)}", "${a + b}", "${a == b}", "${exists(a) && b}", "${count(a) > 1}"])(
  "an expression it does not know is refused when the template is read: %s",
  (text) => {
    expect(() => compileTemplate({ body: [{ text }] }, asItStands)).toThrow(text);
  },
);

/** Microsoft's engine leaves `null` where an element was dropped from a field. */
function withoutNothing(card: unknown): unknown {
  return JSON.parse(JSON.stringify(card, (_, value) => value ?? undefined));
}

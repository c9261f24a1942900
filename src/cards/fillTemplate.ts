import { readFileSync } from "node:fs";
// The engine alone: the types of the package's main entry reach into the sources of another package.
import { Template } from "adaptivecards-templating/lib/template-engine.js";
import type { Card } from "./card.ts";
import { escapeMarkdown } from "./escape.ts";

const templates = new Map<string, Template>();

/**
 * Fills `/cards/<name>.json` with data and escapes every text of the result, so no card function has to, and templates
 * cannot use Markdown. Data is bound as it stands: `${…}` inside it is never evaluated.
 *
 * @param data - every field the template names; leave out only what it asks for by `exists`
 * @throws Error when there is no such template
 */
export function fillTemplate(name: string, data: object): Card {
  const template = templates.get(name) ?? new Template(JSON.parse(readFileSync(new URL(`../../cards/${name}.json`, import.meta.url), "utf8")));
  templates.set(name, template);
  return escapeTexts(template.expand({ $root: data })) as Card;
}

/** Where hosts read Markdown. Labels and values of inputs and titles of actions are shown as they are. */
function readAsMarkdown(element: object, within: string): readonly string[] {
  if ("type" in element) return element.type === "TextBlock" ? ["text"] : [];
  return within === "facts" ? ["title", "value"] : within === "choices" ? ["title"] : [];
}

function escapeTexts(node: unknown, within = ""): unknown {
  if (Array.isArray(node)) return node.map((item) => escapeTexts(item, within));
  if (typeof node !== "object" || node === null) return node;

  const escaped = readAsMarkdown(node, within);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === "data") return [key, value];
      if (typeof value === "string") return [key, escaped.includes(key) ? escapeMarkdown(value) : value];
      return [key, escapeTexts(value, key)];
    }),
  );
}

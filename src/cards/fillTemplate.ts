import { readFileSync } from "node:fs";
import type { Card } from "./card.ts";
import { compileTemplate } from "./compileTemplate.ts";
import { escapeMarkdown } from "./escape.ts";

const templates = new Map<string, (data: object) => unknown>();

/**
 * Fills `/cards/<name>.json` with data and escapes every text of the result, so no card function has to, and templates
 * cannot use Markdown. Data is bound as it stands: `${…}` inside it is never evaluated.
 *
 * @param data - every field the template names; leave out only what it asks for by `exists`
 * @throws Error when there is no such template
 */
export function fillTemplate(name: string, data: object): Card {
  const fill = templates.get(name) ?? compileTemplate(JSON.parse(readFileSync(new URL(`../../cards/${name}.json`, import.meta.url), "utf8")), escapeMarkdown);
  templates.set(name, fill);
  return fill(data) as Card;
}

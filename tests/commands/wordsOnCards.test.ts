import { expect, test } from "@jest/globals";
import { parseCommand } from "../../src/commands/parseCommand.ts";
import { commands } from "../../src/commands/registry.ts";
import { exampleCards } from "../cards/exampleCards.ts";
import { textsOf } from "../cards/readCard.ts";

/** `Type mine`, `type “summary 2”`, `type overdue and an area`: the first word at least must be a command. */
const told = /\b[Tt]ype (?:“([^”]+)”|([a-z][a-z-]*))/g;

test.each(exampleCards)("%s tells people to type only what is understood", (_name, make) => {
  const texts = textsOf(make()).map(({ text }) => text);
  const words = [...texts, JSON.stringify(make())].flatMap((text) => [...text.matchAll(told)].map((match) => match[1] ?? match[2] ?? ""));

  for (const typed of words) expect([typed, parseCommand(typed, commands).kind]).toEqual([typed, "command"]);
});

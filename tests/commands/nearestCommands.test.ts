import { expect, test } from "@jest/globals";
import { nearestCommands } from "../../src/commands/nearestCommands.ts";
import { commands } from "../../src/commands/registry.ts";

test.each([
  ["sumary", ["summary", "mine", "help"]],
  ["hsitory", ["history", "mine", "summary"]],
  ["what is overdu now", ["overdue", "mine", "summary"]],
  ["signof", ["sign-off", "mine", "summary"]],
  ["", ["mine", "summary", "help"]],
  ["🙂", ["mine", "summary", "help"]],
])("%j is nearest to %j", (words, names) => {
  expect(nearestCommands(words, commands).map(({ name }) => name)).toEqual(names);
});

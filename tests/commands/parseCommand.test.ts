import { expect, test } from "@jest/globals";
import { parseCommand } from "../../src/commands/parseCommand.ts";
import { commands } from "../../src/commands/registry.ts";

test.each([
  ["help", "help", ""],
  ["HELP", "help", ""],
  ["hi", "help", ""],
  ["summary", "summary", ""],
  ["Summary 2", "summary", "2"],
  ["sum 2", "summary", "2"],
  ["  history   1.1.1-1 ", "history", "1.1.1-1"],
  ["use this channel", "use this channel", ""],
  ["Use   this channel", "use this channel", ""],
  ["link RISE Head of Service to Sam", "link", "RISE Head of Service to Sam"],
  ["ov", "overdue", ""],
  ["hi!", "help", ""],
  ["What do I owe?", "mine", ""],
  ["update 2.1.1-3.", "update", "2.1.1-3"],
  ["update 2.1.1 - 3", "update", "2.1.1 - 3"],
  ["hist 2.1.1-3", "history", "2.1.1-3"],
  ["history of Priya Shah since 1 September", "history", "of Priya Shah since 1 September"],
  ["history SENCO lead", "history", "SENCO lead"],
  ["history since 1 September", "history", "since 1 September"],
  ["history 2.1 last month", "history", "2.1 last month"],
  ["show me the history of area 2 in October", "history", "of area 2 in October"],
  ["please show me the summary", "summary", ""],
  ["What's overdue?", "overdue", ""],
  ["can you give me the history 2.1.1-3 please", "history", "2.1.1-3"],
])("%j runs %s with %j", (words, name, rest) => {
  const parsed = parseCommand(words, commands);

  expect(parsed.kind === "command" && [parsed.command.name, parsed.rest]).toEqual([name, rest]);
});

test("a beginning that fits several commands is not guessed at", () => {
  const parsed = parseCommand("h", commands);

  expect(parsed.kind === "ambiguous" && parsed.commands.map(({ name }) => name)).toEqual(["help", "history"]);
});

test.each([
  "",
  "what?",
  "summaryx",
  "🙂",
  "update: all staff trained",
  "update 2.1.1-1 green all trained",
  "his post is filled",
  "im not the lead",
  "over 50 staff are trained",
  "help needed from the health trust",
  "hi 2.1.1-1 green, all trained",
  "plan to finish this in March",
  "mine is green, all trained",
  "no",
  "not started",
  "see email",
  "see attached",
  "see my email to Jane",
  "up 5",
  "re 2.1.1-1",
  "history lessons were given to all of the schools and staff are trained",
])("%j is no command", (words) => {
  expect(parseCommand(words, commands).kind).toBe("unknown");
});

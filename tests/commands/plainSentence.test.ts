import { expect, test } from "@jest/globals";
import { parseCommand } from "../../src/commands/parseCommand.ts";
import { plainSentence } from "../../src/commands/plainSentence.ts";
import { commands } from "../../src/commands/registry.ts";

const names = commands.map(({ name }) => name);

test.each([
  ["how is area 2 doing?", "summary 2"],
  ["How's priority 3 getting on", "summary 3"],
  ["Where are we with area 4?", "summary 4"],
  ["how are we doing overall?", "summary"],
  ["How is the plan going?", "summary"],
  ["where do we stand?", "summary"],
  ["what is overdue?", "overdue"],
  ["Which measures are late in area 2?", "overdue 2"],
  ["what's behind", "overdue"],
  ["is anything overdue?", "overdue"],
  ["show me my actions", "mine"],
  ["Please show me all my measures", "mine"],
  ["what do I have to do", "mine"],
  ["What do I need to do this week?", "mine"],
  ["what is waiting for me?", "mine"],
  ["what's on my list", "mine"],
  ["my tasks", "mine"],
  ["I want to update 2.1.1-1", "update 2.1.1-1"],
  ["report on 1.10", "update 1.10"],
  ["what happened with 2.1.1-1?", "history 2.1.1-1"],
  ["what has been said about 2.1.1 - 1?", "history 2.1.1 - 1"],
  ["which measures are waiting for sign off?", "sign-off"],
  ["what needs signing off", "sign-off"],
  ["who has asked for a new date?", "dates"],
  ["any new dates to decide?", "dates"],
  ["who is linked?", "people"],
  ["what can you do?", "help"],
  ["Hi, how does this work?", "help"],
  ["help me please", "help"],
])("%j asks for %j", (words, asked) => {
  expect(plainSentence(words, names)).toBe(asked);
  expect(parseCommand(asked, commands).kind).toBe("command");
});

test("what changed is asked of the changes where there is such a command, else of the history", () => {
  expect(plainSentence("what changed since the last meeting?", ["changes", "history"])).toBe("changes");
  expect(plainSentence("what changed since the last meeting?", ["history"])).toBe("history this month");
});

test.each([
  "how is area 2 doing so badly that nobody noticed",
  "2.1.1-1 green all trained",
  "what we have done is train everybody",
  "my list of schools is complete",
  "update: all staff trained",
  "overdue but the tender is out",
  "the dates are waiting for the DfE",
  "who leads 2.1.1-1?",
  "done",
  "",
])("%j is left for the lead's own reader", (words) => {
  expect(plainSentence(words, names)).toBeUndefined();
});

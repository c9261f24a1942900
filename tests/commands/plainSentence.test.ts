import { expect, test } from "@jest/globals";
import { parseCommand } from "../../src/commands/parseCommand.ts";
import { plainSentence, refAsked } from "../../src/commands/plainSentence.ts";
import { commands } from "../../src/commands/registry.ts";

const names = commands.map(({ name }) => name);

test.each([
  ["how is area 2 doing?", "summary 2"],
  ["How's priority 3 getting on", "summary 3"],
  ["Area 2", "summary 2"],
  ["Where are we with area 4?", "summary 4"],
  ["how are we doing overall?", "summary"],
  ["How is the plan going?", "summary"],
  ["where do we stand?", "summary"],
  ["what is overdue?", "overdue"],
  ["Which measures are late in area 2?", "overdue 2"],
  ["what's behind", "overdue"],
  ["is anything overdue?", "overdue"],
  ["what is overdue in area 3", "overdue 3"],
  ["what needs a decision?", "agenda"],
  ["what do we have to decide?", "agenda"],
  ["who is silent in area 2?", "silent 2"],
  ["anything red?", "on a page red"],
  ["Is anything red in area 2?", "on a page red 2"],
  ["which measures are amber?", "on a page amber"],
  ["how many are complete?", "on a page complete"],
  ["what's due next month?", "due next month"],
  ["What is due in the next six weeks?", "due in the next six weeks"],
  ["anything due this week?", "due this week"],
  ["show me my actions", "mine"],
  ["Please show me all my measures", "mine"],
  ["what do I have to do", "mine"],
  ["What do I need to do this week?", "mine"],
  ["what is waiting for me?", "mine"],
  ["what's on my list", "mine"],
  ["my tasks", "mine"],
  ["I want to update 2.1.1-1", "update 2.1.1-1"],
  ["report on 1.10", "update 1.10"],
  ["unlink RISE Head of Service", "link rise head of service to nobody"],
  ["anything I should worry about?", "agenda"],
  ["accept all", "dates"],
  ["what happened with 2.1.1-1?", "history 2.1.1-1"],
  ["what has been said about 2.1.1 - 1?", "history 2.1.1 - 1"],
  ["which measures are waiting for sign off?", "sign-off"],
  ["what needs signing off", "sign-off"],
  ["who has asked for a new date?", "dates"],
  ["any new dates to decide?", "dates"],
  ["who is linked?", "people"],
  ["who still needs linking?", "people"],
  ["Who is the chair?", "people"],
  ["how many are overdue?", "overdue"],
  ["who is behind?", "overdue"],
  ["What needs my attention?", "agenda"],
  ["what needs the board's attention", "agenda"],
  ["show me measure 2.2.1-6", "history 2.2.1-6"],
  ["tell me about 2.2.1-6", "history 2.2.1-6"],
  ["what can you do?", "help"],
  ["Hi, how does this work?", "help"],
  ["help me please", "help"],
])("%j asks for %j", (words, asked) => {
  expect(plainSentence(words, names)).toBe(asked);
  expect(parseCommand(asked, commands).kind).toBe("command");
});

test.each([
  ["2.1.1-3", "history 2.1.1-3"],
  ["2.1.1 – 3, please.", "history 2.1.1 – 3"],
  ["measure 13", "history 13"],
  ["1.10", "history 1.10"],
  ["A4(b)", "history a4(b)"],
  ["2", undefined],
  ["154", undefined],
  ["24/7", undefined],
  ["3pm", undefined],
  ["2.1.1-3 green", undefined],
])("where nobody reports, %j alone asks for %j", (words, asked) => {
  expect(refAsked(words)).toBe(asked);
});

test("what changed is asked of the changes where there is such a command, else of the history", () => {
  expect(plainSentence("what changed since the last meeting?", ["changes", "history"])).toBe("changes");
  expect(plainSentence("what changed since the last meeting?", ["history"])).toBe("history this month");
});

/** As typed: what is read as a command outright never comes to the sentences. */
test.each([
  ["how is area 2 doing?", "summary", "2"],
  ["what changed since the last meeting?", "changes", "since the last meeting"],
  ["what is overdue in area 3", "overdue", "in area 3"],
  ["who is silent", "silent", ""],
  ["what needs a decision", "agenda", ""],
  ["anything red?", "on a page", "red"],
  ["what's due next month?", "due", "next month"],
  ["how many are complete?", "on a page", "complete"],
  ["onepage 2", "on a page", "2"],
  ["on a page", "on a page", ""],
  ["due 2", "due", "2"],
  ["due in December in area 2", "due", "in December in area 2"],
])("%j typed by a chair runs %s %s", (typed, command, rest) => {
  const direct = parseCommand(typed, commands);
  const asked = plainSentence(typed, names);
  const parsed = direct.kind === "command" || asked === undefined ? direct : parseCommand(asked, commands);

  expect(parsed).toMatchObject({ kind: "command", command: { name: command } });
  expect(parsed.kind === "command" && parsed.rest).toBe(rest);
});

test.each([
  "how is area 2 doing so badly that nobody noticed",
  "2.1.1-1 green all trained",
  "what we have done is train everybody",
  "unlink me",
  "my list of schools is complete",
  "update: all staff trained",
  "overdue but the tender is out",
  "the dates are waiting for the DfE",
  "who leads 2.1.1-1?",
  "due to sickness nobody was trained",
  "what is due to happen is that all are trained",
  "done",
  "",
])("%j is left for the lead's own reader", (words) => {
  expect(plainSentence(words, names)).toBeUndefined();
});

import { expect, test } from "@jest/globals";
import { dueInWords, nextStepInWords, urgency } from "../../src/cards/askInWords.ts";
import type { AskLine, AskReason } from "../../src/domain/askLine.ts";
import type { DuePhrase } from "../../src/domain/duePhrase.ts";
import { day } from "../../src/domain/localDate.ts";
import { lines } from "./exampleCards.ts";

const [line] = lines as [AskLine];

test.each<[DuePhrase, string]>([
  [{ kind: "day", on: day("2022-12-31"), asWritten: "December 2022" }, "Due 31 December 2022 (written: December 2022)"],
  [{ kind: "startOnly", from: day("2022-04-01"), asWritten: "From April 2022" }, "Starts 1 April 2022, no end date (written: From April 2022)"],
  [
    { kind: "recurring", every: "quarterly", until: day("2023-06-30"), asWritten: "Quarterly" },
    "Comes round quarterly until 30 June 2023 (written: Quarterly)",
  ],
  [{ kind: "toBeAgreed", by: day("2020-02-29"), asWritten: "TBA by Feb" }, "Date to be agreed by 29 February 2020 (written: TBA by Feb)"],
  [{ kind: "invalid", problem: "no such day", asWritten: "31/09/2020" }, "Date could not be read (written: 31/09/2020)"],
  [{ kind: "undated", asWritten: " " }, "No date (no date is written)"],
])("law 10: a date is told as read and as written: %j", (due, words) => {
  expect(dueInWords(due)).toBe(words);
});

test.each<[AskReason, string]>([
  [{ kind: "overdue", dueOn: day("2022-11-20"), daysOverdue: 1 }, "1 day overdue"],
  [{ kind: "ahead", next: { on: day("2022-11-21") }, daysLeft: 0 }, "Due today"],
  [{ kind: "ahead", next: { on: day("2022-11-22") }, daysLeft: 1 }, "Due tomorrow"],
  [{ kind: "ahead", next: { on: day("2022-12-05") }, daysLeft: 14 }, "14 days left"],
  [{ kind: "noDate" }, "No date to work to"],
  [{ kind: "settled" }, "Complete"],
])("how pressing it is: %j", (why, words) => {
  const due: DuePhrase = why.kind === "ahead" ? { kind: "day", on: why.next.on, asWritten: "" } : line.due;

  expect(urgency({ ...line, due, why }).words).toBe(words);
});

test.each([
  [0, "Next milestone today"],
  [1, "Next milestone tomorrow"],
  [40, "40 days to the next milestone"],
])("what is due later is not called due because a milestone of it is %i days away", (daysLeft, words) => {
  const milestones = lines[1] as AskLine;
  const why: AskReason = { kind: "ahead", next: { on: day("2022-09-30") }, daysLeft };

  expect(urgency({ ...milestones, why }).words).toBe(words);
});

test("a milestone that went by and the next one are told with their targets", () => {
  const milestones = lines[1] as AskLine;

  expect(urgency(milestones).words).toBe("Milestone of 30 September 2022 (177 weeks) went by without an update");
  expect(nextStepInWords(milestones)).toBe("Next: milestone of 30 June 2023 (125 weeks), 221 days left");
});

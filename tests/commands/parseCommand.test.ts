import { expect, test } from "@jest/globals";
import type { Command } from "../../src/commands/command.ts";
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
  ["hi there", "help", "there"],
  ["mine please", "mine", "please"],
  ["summary original 2", "summary", "original 2"],
  ["summary area 2", "summary", "area 2"],
  ["overdue from 25", "overdue", "from 25"],
  ["exceptions Priority 1", "exceptions", "Priority 1"],
  ["silent 3", "silent", "3"],
  ["what changed since 2 December 2022?", "changes", "since 2 December 2022"],
  ["what's new in area 2", "changes", "in area 2"],
  ["changes 2 since last month", "changes", "2 since last month"],
  ["changes since May in theme 2", "changes", "since May in theme 2"],
  ["changes last month for priority 2", "changes", "last month for priority 2"],
  ["changes in the last three weeks", "changes", "in the last three weeks"],
  ["digest 28 November", "digest", "28 November"],
  ["digest of last month", "digest", "of last month"],
  ["report exception as excel as of 21 November 2022", "report", "exception as excel as of 21 November 2022"],
  ["report on a page", "report", "on a page"],
  ["dates decided by the board", "dates", "decided by the board"],
  ["dates from 12", "dates", "from 12"],
  ["sign-off by the board", "sign-off", "by the board"],
  ["sign-off 2.1.1-3", "sign-off", "2.1.1-3"],
  ["release 1.1.1 from monitoring", "release", "1.1.1 from monitoring"],
  ["release from monitoring 1.1.1", "release", "1.1.1"],
  ["release section 1.2 because embedded for two terms", "release", "section 1.2 because embedded for two terms"],
  ["take back section 1.2", "take back", "section 1.2"],
  ["reopen 2.1.1-3 because the trainers left", "reopen", "2.1.1-3 because the trainers left"],
  ["accept 2.1.1-3 until 31 January", "accept", "2.1.1-3 until 31 January"],
  ["Approve the new date for 2.1.1-3!", "accept", "the new date for 2.1.1-3"],
  ["can you approve measure 2.1.1 - 3 please", "accept", "measure 2.1.1 - 3"],
  ["refuse 3 because families cannot wait", "refuse", "3 because families cannot wait"],
  ["reject the request for 2.1.1-3: no more slips", "refuse", "the request for 2.1.1-3: no more slips"],
  ["email 2.1.1-3", "email", "2.1.1-3"],
  ["email Head of Service, SEND", "email", "Head of Service, SEND"],
  ["email RISE Head of Service", "email", "RISE Head of Service"],
  ["pause until 1 March for Lena Lead", "pause", "until 1 March for Lena Lead"],
  ["pause until Monday", "pause", "until Monday"],
  ["away 1 December to 14 December, ask Priya", "away", "1 December to 14 December, ask Priya"],
  ["away for Lena Lead from 1 December to 5 December", "away", "for Lena Lead from 1 December to 5 December"],
  ["handing over to Priya Shah on Monday", "away", "Priya Shah on Monday"],
  ["handing over to Priya Shah, from Monday on", "away", "Priya Shah, from Monday on"],
  ["hand to my successor", "away", "my successor"],
  ["away on leave", "away", "on leave"],
  ["away next week", "away", "next week"],
  ["away until 5 January because I am having an operation, ask Priya", "away", "until 5 January because I am having an operation, ask Priya"],
  ["away with flu until Monday", "away", "with flu until Monday"],
  ["away because of flu until Monday", "away", "because of flu until Monday"],
  ["due area 2 December", "due", "area 2 December"],
  ["due by the end of March in theme 2", "due", "by the end of March in theme 2"],
  ["due by the end of the month", "due", "by the end of the month"],
  ["due by end of December", "due", "by end of December"],
  ["due in the next eight weeks", "due", "in the next eight weeks"],
  ["due Dec 2023", "due", "Dec 2023"],
  ["figures A.1-2 target 13 weeks by March 2024", "figures", "A.1-2 target 13 weeks by March 2024"],
  ["risk 2.1.1 – 3: no trainer", "risk", "2.1.1 – 3: no trainer"],
  ["sum priority 2", "summary", "priority 2"],
  ["risks all", "risks", "all"],
  ["risks R3", "risks", "R3"],
  ["risks area 2 from 25", "risks", "area 2 from 25"],
  ["risks 2.1.1-3", "risks", "2.1.1-3"],
  ["kpi area 3", "kpi", "area 3"],
  ["kpis for priority 2 from 10", "kpi", "for priority 2 from 10"],
  ["on a page Not started 2", "on a page", "Not started 2"],
  ["on a page completed and embedded", "on a page", "completed and embedded"],
  ["on a page area 2 from 31", "on a page", "area 2 from 31"],
  ["confidential 2.1.1-3 because the family would be known", "confidential", "2.1.1-3 because the family would be known"],
  ["assign 2.1.1-3 also to Priya Shah", "assign", "2.1.1-3 also to Priya Shah"],
  ["role Priya Shah vice chair", "role", "Priya Shah vice chair"],
  ["cadence exception every six weeks from 9 January at 09:00", "cadence", "exception every six weeks from 9 January at 09:00"],
  ["settings quiet 18:00-08:00", "settings", "quiet 18:00-08:00"],
  ["round now 2 14 days", "round", "now 2 14 days"],
  ["import as of 15 November 2022", "import", "as of 15 November 2022"],
  ["map Zebra", "map", "Zebra"],
  ["use this channel for warwickshire", "use this channel", "for warwickshire"],
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
  "ref 2.1.1-1",
  "history lessons were given to all of the schools and staff are trained",
])("%j is no command", (words) => {
  expect(parseCommand(words, commands).kind).toBe("unknown");
});

test.each([
  "Help arrived from the health trust",
  "Mine clearance is done, green",
  "Update given to the board, green",
  "Away day held with all partners, green",
  "Away team of four visited every one of the schools",
  "Away to all partners for comments, green",
  "Away on 12 of the visits parents came too",
  "Risks remain around staffing",
  "Risks remain high",
  "Risks of delay were discussed with the board",
  "KPI met in all schools",
  "KPI dashboard built",
  "KPIs for attendance are met, green",
  "On a page now and shared with parents",
  "One page summary sent to all schools",
  "One page profiles written for all of the children",
  "Pause until recruitment completes",
  "History of the service was written up, green",
  "Summary of the findings was shared with schools",
  "Summary sent to all schools, green",
  "Overdue but now on track",
  "Exceptions to the policy are agreed, amber",
  "Changes made to the pathway",
  "Digest of findings shared",
  "Digest sent to parents",
  "Report submitted to the board on Friday, green",
  "Report on SEND training is out",
  "Silent on this until the DfE answers",
  "Accepted by the board, green",
  "2.1.1-3 accepted by the board, green",
  "Accept 3 schools onto the programme, green",
  "I accept 2.1.1-3 has slipped, amber because two posts are vacant",
  "Accept 2.1.1-3 is late, red",
  "Approve the plan at the next board, amber",
  "Approved the new date for 2.1.1-3",
  "Refuse collection for settings is arranged",
  "Reject rates fell to 4",
  "Agenda agreed with partners, on track",
  "Agenda agreed",
  "Decisions made on both bids",
  "Dates agreed with the provider",
  "Sign-off from the trust is awaited",
  "Sign-off received",
  "Reopen date agreed with the school, amber",
  "Release of the funds was agreed, green",
  "Take back of the contract is done",
  "Seen by all of the families",
  "Reminders sent to schools, green",
  "Plan agreed",
  "Plan written and signed",
  "Round two of training complete, green",
  "Import of the data completed, green",
  "Map of provision is published, green",
  "Export of the data completed",
  "Glossary is complete, green",
  "People recruited to both posts",
  "Undelivered items fell to 3",
  "Link established to the health trust, green",
  "Assign and review done",
  "Unclaimed places fell to 4",
  "Email sent to all schools, green",
  "Email for schools is out, green",
  "Role descriptions agreed",
  "Substitute found",
  "Use this channel more, say parents",
  "Cadence of meetings agreed, green",
  "Confidential discussions with the family continue, amber",
  "Not confidential any more",
  "Not ready",
  "Impact on families is good, green",
  "Settings visited: all twelve, green",
  "Clock repaired at both sites",
])("%j is a lead's answer, and no command", (words) => {
  expect(parseCommand(words, commands).kind).toBe("unknown");
});

function commandCalled(name: string, more: Partial<Command> = {}): Command {
  return { name, usage: name, does: name, where: ["personal"], run: async () => ({ text: name, alert: name }), ...more } as Command;
}

test("where nothing fits after the longest name, a shorter one is meant", () => {
  const some = [commandCalled("plan", { takes: /^on paper$/ }), commandCalled("plan on", { alone: true })];

  expect(parseCommand("plan on", some)).toMatchObject({ command: { name: "plan on" }, rest: "" });
  expect(parseCommand("plan on paper", some)).toMatchObject({ command: { name: "plan" }, rest: "on paper" });
});

test("the names of the same commands are put in order once", () => {
  let read = 0;
  const aliased = {
    ...commandCalled("aliased"),
    get aliases() {
      read++;
      return ["also"];
    },
  };
  const some = [aliased];

  expect(["also", "aliased", "Also"].map((words) => parseCommand(words, some).kind)).toEqual(["command", "command", "command"]);
  expect(read).toBe(1);
});

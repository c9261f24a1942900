import { describe, expect, test } from "@jest/globals";
import { cadenceInWords, cadenceName } from "../../src/domain/cadence.ts";
import { day } from "../../src/domain/localDate.ts";
import { readCadence } from "../../src/domain/readCadence.ts";
import { makePlan } from "../support/makePlan.ts";

const today = day("2022-11-21");
const read = (words: string, beside: Parameters<typeof readCadence>[3] = {}) =>
  readCadence(words, makePlan([], { meetings: [day("2022-10-05"), day("2023-01-18")] }), today, beside);

describe("how often", () => {
  test.each([
    ["exception every six weeks from 9 January", { kind: "exception", rule: "FREQ=WEEKLY;INTERVAL=6", rhythm: "every six weeks", starts: "2023-01-09" }],
    ["exception digest every 4 weeks from 2022-12-05", { kind: "exception", rule: "FREQ=WEEKLY;INTERVAL=4", starts: "2022-12-05" }],
    ["Exception six-weekly from 5 December 2022.", { rule: "FREQ=WEEKLY;INTERVAL=6", starts: "2022-12-05" }],
    ["full monthly from 1 December", { kind: "full", rule: "FREQ=MONTHLY;INTERVAL=1", rhythm: "every month", starts: "2022-12-01" }],
    ["full quarterly from 2 January", { rule: "FREQ=MONTHLY;INTERVAL=3", rhythm: "every quarter", starts: "2023-01-02" }],
    ["full every quarter starting 2 January", { rule: "FREQ=MONTHLY;INTERVAL=3", starts: "2023-01-02" }],
    ["scrutiny every six months from 1 March", { kind: "scrutiny", rule: "FREQ=MONTHLY;INTERVAL=6", rhythm: "every six months" }],
    ["kpi every fortnight from Monday", { kind: "kpi", rule: "FREQ=WEEKLY;INTERVAL=2", starts: "2022-11-28" }],
    ["KPI challenge every month from 1 December", { kind: "kpi" }],
    ["changes every Friday", { kind: "changes", rule: "FREQ=WEEKLY;BYDAY=FR", rhythm: "every Friday" }],
    ["full on the second Tuesday of each month", { rule: "FREQ=MONTHLY;BYDAY=2TU", rhythm: "on the second Tuesday of each month" }],
    ["full termly", { rule: "FREQ=YEARLY;BYMONTH=1,4,9;BYDAY=1MO", rhythm: "every term" }],
    ["full FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO from 2023-01-02", { rule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", starts: "2023-01-02" }],
    ["full for the meetings on 12 January, 9 February and 9 March", { meetings: ["2023-01-12", "2023-02-09", "2023-03-09"] }],
    ["full for every board meeting", { meetings: ["2023-01-18"] }],
    ["full before the board meetings on 9 March 2023, 12 January 2023", { meetings: ["2023-01-12", "2023-03-09"] }],
  ])("%s", (words, expected) => {
    expect(read(words)).toMatchObject({ kind: "set", cadence: expected });
  });
});

describe("for whom, how long before, at what hour", () => {
  test.each([
    ["exception every six weeks from 9 January at 09:30", { at: "09:30" }],
    ["exception every six weeks from 9 January at 8", { at: "08:00" }],
    ["exception every six weeks from 9 January at 2pm", { at: "14:00" }],
    ["exception every six weeks from 9 January at 12.15 pm", { at: "12:15" }],
    ["full monthly from 1 December, sent 5 working days before", { sentBefore: 5 }],
    ["full monthly from 1 December, sent 5 working days before the meeting, round 10 working days before that", { sentBefore: 5, roundBefore: 10 }],
    ["full for the Health and Wellbeing Board quarterly from 9 January", { name: "health and wellbeing board", rule: "FREQ=MONTHLY;INTERVAL=3" }],
    ["scrutiny six-monthly from 1 March to the chair and members", { to: { roles: ["chair", "member"] } }],
    ["full monthly from 1 December to the channel and the programme manager", { to: { channel: true, roles: ["manager"] } }],
  ])("%s", (words, expected) => {
    expect(read(words)).toMatchObject({ kind: "set", cadence: expected });
  });

  test("people who are mentioned get it", () => {
    expect(read("full monthly from 1 December to", { people: ["p1"] })).toMatchObject({ kind: "set", cadence: { to: { people: ["p1"] } } });
  });

  test("a channel it is said in gets it, and no other place can say so", () => {
    const channel = { teamId: "t", conversationId: "c", serviceUrl: "s", tenantId: "local", botId: "b", boundOn: today };

    expect(read("full monthly from 1 December to this channel", { channel })).toMatchObject({ cadence: { to: { channels: [channel] } } });
    expect(read("full monthly from 1 December to this channel")).toMatchObject({ kind: "fault" });
  });

  test("nothing is set that was not said", () => {
    const said = read("exception every six weeks from 9 January");

    expect(said).toEqual({
      kind: "set",
      cadence: { kind: "exception", rule: "FREQ=WEEKLY;INTERVAL=6", rhythm: "every six weeks", starts: "2023-01-09", since: today },
    });
  });
});

test.each([
  ["exception off", "exception"],
  ["health and wellbeing board off", "health and wellbeing board"],
  ["full digest off", "full"],
])("“%s” takes one away", (words, name) => {
  expect(read(words)).toEqual({ kind: "off", name });
});

test.each([
  ["preset warwickshire", ["kpi", "exception", "full", "scrutiny"]],
  ["like Leicestershire", ["full"]],
  ["preset walsall", ["workstream leads’ reports", "improvement board", "health and wellbeing board", "dfe and nhs england", "scrutiny"]],
  ["preset termly", ["full"]],
  ["preset quarterly", ["full"]],
])("%s", (words, names) => {
  const said = read(words);

  expect(said.kind === "preset" && said.cadences.map(cadenceName)).toEqual(names);
});

describe("what cannot be read is named, never guessed", () => {
  test.each([
    ["weekly from 9 January", "no digest “weekly”"],
    ["exception", "Say how often"],
    ["exception now and then from 9 January", "“now and then”"],
    ["exception every six weeks", "Say the first day"],
    ["exception every six weeks from the flood", "“the flood”"],
    ["exception every six weeks from 31 September 2023", "“31 September 2023”"],
    ["full for the meetings on 12 January, sometime", "“sometime”"],
    ["full monthly from 1 December to the mayor", "“mayor”"],
    ["preset nowhere", "There are warwickshire"],
    ["exception every 0 weeks from 9 January", "“every 0 weeks”"],
  ])("%s", (words, part) => {
    expect(read(words)).toMatchObject({ kind: "fault", sentence: expect.stringContaining(part) });
  });
});

test("said back in words", () => {
  const said = read(
    "full for the Health and Wellbeing Board quarterly from 9 January, sent 5 working days before, round 10 working days before that at 10:00 to the chair",
  );

  expect(said.kind === "set" && cadenceInWords(said.cadence)).toBe(
    "health and wellbeing board: full digest every quarter, sent 5 working days before, leads are asked 10 working days before that, at 10:00, to the chair",
  );
});

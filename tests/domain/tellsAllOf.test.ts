import { expect, test } from "@jest/globals";
import type { Notice } from "../../src/domain/delivery.ts";
import { day } from "../../src/domain/localDate.ts";
import { tellsAllOf } from "../../src/domain/tellsAllOf.ts";

const to = "lead";
const one = { ref: "1.1.1-1", id: "000002" };
const other = { ref: "1.1.1-2", id: "000002" };
const late = (ref: string) => ({ ref, level: "chair", date: day("2022-11-30"), since: day("2022-12-01") }) as const;
const digest = (name: string, on: string) => ({ kind: "digestFor", to, digest: name, on: day(on), late: false }) as const;

test.each<[string, Notice, Notice, boolean]>([
  ["a request brings all that waits", { kind: "dateRequest", to, requests: [one] }, { kind: "dateRequest", to, requests: [other] }, true],
  ["so does a sign-off", { kind: "signOffRequest", to, requests: [one] }, { kind: "signOffRequest", to, requests: [other] }, true],
  ["so does a claim", { kind: "claim", to, claims: [one] }, { kind: "claim", to, claims: [other] }, true],
  ["so does word of what was not delivered", { kind: "undelivered", to, keys: ["a"] }, { kind: "undelivered", to, keys: ["b"] }, true],
  ["a reminder of more", { kind: "reminder", to, refs: ["1", "2"] }, { kind: "reminder", to, refs: ["1"] }, true],
  ["a reminder of less", { kind: "reminder", to, refs: ["1"] }, { kind: "reminder", to, refs: ["1", "2"] }, false],
  ["another decision on a date", { kind: "dateDecision", to, decisions: [one] }, { kind: "dateDecision", to, decisions: [other] }, false],
  ["another completion", { kind: "signOffDecision", to, decisions: [one] }, { kind: "signOffDecision", to, decisions: [other] }, false],
  ["the same completion with another", { kind: "signOffDecision", to, decisions: [one, other] }, { kind: "signOffDecision", to, decisions: [other] }, true],
  [
    "a later decision on the same",
    { kind: "signOffDecision", to, decisions: [{ ...one, id: "000004" }] },
    { kind: "signOffDecision", to, decisions: [one] },
    false,
  ],
  ["another claim decided", { kind: "claimDecision", to, decisions: [one] }, { kind: "claimDecision", to, decisions: [other] }, false],
  ["another deputy's leave", { kind: "standIn", to, of: ["a"] }, { kind: "standIn", to, of: ["b"] }, false],
  ["silence over another measure", { kind: "escalation", to, measures: [late("1")] }, { kind: "escalation", to, measures: [late("2")] }, false],
  ["silence over the same and more", { kind: "escalation", to, measures: [late("1"), late("2")] }, { kind: "escalation", to, measures: [late("2")] }, true],
  ["another lead", { kind: "unlinked", to, leads: [{ lead: "A", refs: ["1"] }] }, { kind: "unlinked", to, leads: [{ lead: "B", refs: ["1"] }] }, false],
  ["the next digest of a cadence", digest("full", "2023-01-02"), digest("full", "2022-10-03"), true],
  ["a digest of another cadence", digest("full", "2023-01-02"), digest("exception", "2022-12-05"), false],
  ["another kind", { kind: "claim", to, claims: [one] }, { kind: "reminder", to, refs: [] }, false],
])("%s", (_, notice, earlier, expected) => {
  expect(tellsAllOf(notice, earlier)).toBe(expected);
});

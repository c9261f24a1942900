import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Cadence } from "../../src/domain/planSettings.ts";
import { composeDigest, type DigestNotice } from "../../src/flows/composeDigest.ts";
import { textsOf } from "../cards/readCard.ts";
import { aManager, makeMeasure, makePlan } from "../support/makePlan.ts";
import { openTestStore } from "../support/testStore.ts";

const { plans } = await openTestStore();

const today = day("2022-11-28");
const by = { objectId: aManager, name: "Pat" };
const looked = { id: "000001", at: instantOf("2022-11-27T10:00:00Z"), on: today, by, via: "card", nonce: "nonce-1", kind: "mayGoOut" } as const;

test("a scrutiny digest tells only narratives that may go out, and writes abbreviations out where they first come", async () => {
  const bare = makePlan([
    makeMeasure("1.1.1-1", "March 2022", { words: "EHCPs in time", narrativeAsImported: "SENCOs write EHCPs." }),
    makeMeasure("1.1.1-2", "March 2022", { words: "EHCPs in full", narrativeAsImported: "A family in Rugby waits." }),
  ]);
  const decided = { ...looked, ref: "1.1.1-1", narrative: "SENCOs write EHCPs." };
  const plan = {
    ...bare,
    settings: { ...bare.settings, cadences: [{ kind: "scrutiny", rule: "FREQ=MONTHLY", starts: today } as const] },
    matters: { ...nothingSaid, lookedOver: { "1.1.1-1": { last: "000001", decided } } },
  };

  const digest = await composeDigest({ calendar, plans }, plan, { digest: "scrutiny", on: today, late: false }, today);
  const words = textsOf(digest?.card ?? {})
    .map(({ text }) => text)
    .join("\n");

  expect(words).toContain("Education, health and care plans (EHCPs) in time");
  expect(words).toContain("EHCPs in full");
  expect(words).toMatch(/Special educational needs coordinators \(SENCOs\) write EHCPs/);
  expect(words).not.toContain("Rugby");
  expect(words).toContain("Last reported on 21 November 2022");
});

/** What a digest of one kind says when it is posted on a day. */
async function said(kind: Cadence["kind"], notice: Partial<DigestNotice>, on = today): Promise<string> {
  const bare = makePlan([makeMeasure("1.1.1-1", "March 2022")]);
  const plan = { ...bare, settings: { ...bare.settings, holidays: "GB-ENG" as const, cadences: [{ kind, rule: "FREQ=MONTHLY", starts: today } as const] } };
  const digest = await composeDigest({ calendar, plans }, plan, { digest: kind, on: today, late: false, ...notice }, on);
  return textsOf(digest?.card ?? {})
    .map(({ text }) => text)
    .join("\n");
}

test.each([
  ["exception", "Exception digest"],
  ["kpi", "KPI challenge"],
  ["changes", "Digest of changes"],
] as const)("of its kind, %s, it says its day, that it is late, and for whom it is", async (kind, name) => {
  const words = await said(kind, { late: true, confidential: true });

  expect(words).toContain(`${name}: 28 November 2022`);
  expect(words).toContain("Confidential: for you alone, not to be passed on. Posted late: this digest belongs to 28 November 2022.");
  expect(words).toContain("The next is on 28 December 2022.");
});

test.each(["exception", "kpi", "changes"] as const)(
  "a digest, %s, is called early only before a day off, not where it is sent days before a meeting",
  async (kind) => {
    const bankHoliday = await said(kind, { on: day("2023-01-02") }, day("2022-12-30"));
    const meeting = await said(kind, { on: day("2023-01-09") }, day("2022-12-30"));

    expect(bankHoliday).toContain("Posted early: 2 January 2023 is not a working day.");
    expect(meeting).toContain("9 January 2023");
    expect(meeting).not.toContain("Posted early");
  },
);

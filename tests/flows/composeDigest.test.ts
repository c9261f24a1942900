import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import { composeDigest } from "../../src/flows/composeDigest.ts";
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

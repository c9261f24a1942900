import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { noticesOwed } from "../../src/domain/noticesOwed.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { actionsOf, aWhile, cardOf, eventually, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";
const leadId = "11111111-1111-1111-1111-111111111111";
const count = 300;

let bot: RunningBot;
let lead: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId] });
  await importPlan(bot.service.ports, { files: [{ name: "plan.csv", bytes: planOfOneLead() }], plan: "large", title: "Large plan", asOf: day("2022-11-21") });
  const plan = await bot.service.ports.plans.read("large");
  if (plan) await linkLead(bot.service.ports, plan, { lead: "Inclusion lead", objectId: leadId });
  lead = bot.person(leadId, "Inclusion Lead");
});
afterEach(() => bot.close());

/** All of it was due in October; half bears words as long as councils write. */
function planOfOneLead(): Uint8Array {
  const long = "Waits for an assessment come down in every part of the county and families are told how long it takes. ".repeat(6);
  const rows = Array.from(
    { length: count },
    (_, n) => `Waits,${1 + (n % 30)}.${1 + Math.floor(n / 30)},"Measure ${n} ${n % 2 ? long : ""}",Inclusion lead,31/10/2022,Amber`,
  );
  const done = "Waits,99.1,Done already,Inclusion lead,31/10/2022,Blue";
  return Buffer.from(["Area,Ref,Action,Lead,Due,Rating", ...rows, done].join("\n"));
}

const reminders = () => bot.connector.shown(lead.conversationId).filter(({ activity }) => activity.summary?.startsWith("Your updates"));
const clockTo = (date: string) => bot.person(managerId, "Programme Manager").say(`clock ${date}`);

async function markCount(): Promise<number | undefined> {
  return (await bot.store.plans.readWithNoticed("large"))?.noticed.marks.size;
}

test("a lead of 300 measures gets one card, turns its pages through all of them, and is asked once", async () => {
  await lead.install();
  await clockTo("2022-11-22");
  const [reminder] = await eventually(() => (reminders().length > 0 ? reminders() : undefined));
  const id = reminder?.id ?? "";
  const seen = new Set<string>();
  let card = cardOf(reminder);
  for (;;) {
    for (const { ref } of actionsOf(card, "openForm")) seen.add(ref);
    const next = actionsOf(card, "showList").find((turn) => turn.list.page > actionsOf(card, "openForm")[0]?.list.page);
    if (!next) break;
    card = (await lead.press(id, next)).body.value;
  }
  await bot.restart();
  await aWhile();

  expect(seen.size).toBe(count);
  expect(wordsOf(card)).toContain(`0 of ${count} answered`);
  expect(reminders()).toHaveLength(1);
  expect(await markCount()).toBe(count);
});

test("the list after an answer counts it and keeps its page, in the reminder and by mine", async () => {
  await lead.install();
  const [mine] = await lead.say("mine");
  const [open] = actionsOf(cardOf(mine), "openForm");
  const form = (await lead.press(mine?.id ?? "", open)).body.value;
  const [save] = actionsOf(form, "saveUpdate");
  const answered = (await lead.press(mine?.id ?? "", { ...save, rating: "Blue", narrative: "Every team has met the target." })).body.value;

  expect(wordsOf(answered)).toContain(`1 of ${count} answered`);
  expect(wordsOf(answered)).toContain("Answered by Inclusion Lead: Blue");
});

test("law 2: parts that were posted and never let out, because the process died, go out as one card, through the team's roster too", async () => {
  await bot.person(managerId, "Programme Manager").addToTeam(steeringGroup);
  bot.connector.addMembers(steeringGroup.teamId, [{ objectId: leadId, name: "Inclusion Lead" }]);
  const plan = await bot.store.plans.read("large");
  const owed = plan ? noticesOwed(plan, new Set(), day("2022-11-22"), () => true, []) : [];
  for (const { delivery, marks } of owed) await bot.store.notices.post(delivery, { plan: "large", marks, digests: [] });

  await clockTo("2022-11-22");
  await eventually(() => reminders().length > 0);
  await aWhile();

  expect(owed.length).toBeGreaterThan(1);
  expect(reminders()).toHaveLength(1);
  expect(wordsOf(cardOf(reminders()[0]))).toContain(`0 of ${count} answered`);
  expect(await markCount()).toBe(count);
});

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { rosterOf } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const leadId = "11111111-1111-1111-1111-111111111111";
const managerId = "33333333-3333-3333-3333-333333333333";
const rise = "RISE Head of Service";

let bot: RunningBot;
let lead: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  lead = bot.person(leadId, "RISE Head of Service");
});
afterEach(() => bot.close());

async function link(name = rise, objectId = leadId): Promise<void> {
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: name, objectId });
}

const reminders = () => bot.connector.shown(lead.conversationId).filter(({ activity }) => activity.summary?.startsWith("Your updates"));
const clockTo = (date: string) => bot.person(managerId, "Programme Manager").say(`clock ${date}`);

test("at nine a lead gets one card with all that is owed, soonest first, each line saying what is asked and why", async () => {
  await link();
  await lead.install();
  await aWhile();
  expect(reminders()).toHaveLength(0); // eight o'clock

  await clockTo("2022-11-22");
  const [reminder] = await eventually(() => (reminders().length > 0 ? reminders() : undefined));

  const card = cardOf(reminder);
  expect(actionsOf(card, "openForm").map(({ ref }) => ref)).toEqual(["1.2.5-1", "1.2.5-3", "1.2.5-4"]);
  const words = wordsOf(card);
  expect(words).toContain("March 2022");
  expect(words).toContain("31 March 2022");
  expect(words).toMatch(/236 days overdue/);
  expect(words).toContain("On track, no concerns");
  expect(words).toContain("21 November 2022");
  expect(words).toContain(rise);
  expect(reminder?.activity.channelData?.notification?.alert).toBe(true);
});

test("law 1: what fell while time jumped is made good once, by the nearest threshold alone", async () => {
  await link("Voice Influence and Change Development Officer");
  await lead.install();
  await clockTo("2022-12-16"); // 14 days before 31 December is a Saturday, brought forward
  await eventually(() => reminders().length === 1);
  await aWhile();

  expect(reminders()).toHaveLength(1);
  const plan = await bot.service.ports.plans.readWithNoticed("warwickshire");
  const marks = [...(plan?.noticed.marks ?? [])].filter((mark) => mark.includes("2.1.1-4"));
  expect(marks).toEqual([`${leadId}|own|2.1.1-4|2022-12-31|14 before`]);
});

test("law 2: a restart on the same day sends nothing twice", async () => {
  await link();
  await lead.install();
  await clockTo("2022-11-22");
  await eventually(() => reminders().length === 1);

  await bot.restart();
  await aWhile();

  expect(reminders()).toHaveLength(1);
});

test("nothing owed is lost because the process was down when it fell", async () => {
  await link();
  await lead.install();
  await bot.service.close();
  await bot.service.ports.moveClock?.(instantOf("2022-12-19T11:00:00Z"));

  await bot.restart();

  await eventually(() => reminders().length === 1);
});

test("nothing is sent on a bank holiday or at the weekend", async () => {
  await link();
  await lead.install();
  await clockTo("2022-12-26");
  await aWhile();

  expect(reminders()).toHaveLength(0);
});

test("law 6: what waits for somebody goes out when they are first heard of, as one card", async () => {
  await link();
  await clockTo("2022-11-22");
  await eventually(async () =>
    (await bot.store.notices.open("warwickshire")).find(({ state, notice }) => state.kind === "waiting" && notice.kind === "reminder"),
  );
  await clockTo("2022-12-01");
  await eventually(
    async () =>
      (await bot.store.notices.open("warwickshire")).filter(({ state, notice }) => state.kind === "waiting" && notice.kind === "reminder").length === 2,
  );
  expect(reminders()).toHaveLength(0);

  await lead.say("hello");

  await eventually(() => reminders().length > 0);
  await aWhile();
  expect(reminders()).toHaveLength(1);
});

test("a linked lead who never wrote is reached through the roster of a team that holds the bot", async () => {
  await link();
  bot.connector.addMembers(steeringGroup.teamId, [{ objectId: leadId, name: rise }]);
  await bot.person(managerId, "Programme Manager").addToTeam(steeringGroup);

  await clockTo("2022-11-22");

  await eventually(() => reminders().length === 1);
});

test("whom a roster could not say anything about is asked for again, and does not wait to be heard of", async () => {
  await link();
  bot.connector.addMembers(steeringGroup.teamId, [{ objectId: leadId, name: rise }]);
  await bot.person(managerId, "Programme Manager").addToTeam(steeringGroup);
  bot.connector.fail(rosterOf(steeringGroup.teamId), { status: 503 });

  await clockTo("2022-11-22");
  await aWhile();

  const owing = (await bot.store.notices.open("warwickshire")).find(({ notice }) => notice.kind === "reminder");
  expect(owing).toMatchObject({ state: { kind: "owed" }, attempts: 0, postedAt: expect.any(String) });
});

test("law 6: meeting a team lets out what waited as one card, and nothing of it comes again at the first hello", async () => {
  const waiting = async () =>
    (await bot.store.notices.open("warwickshire")).filter(({ state, notice }) => state.kind === "waiting" && notice.kind === "reminder");
  const manager = bot.person(managerId, "Programme Manager");
  await link();
  for (const [i, date] of ["2022-11-22", "2022-12-01", "2022-12-08"].entries()) {
    await clockTo(date);
    await eventually(async () => (await waiting()).length === i + 1);
  }
  bot.connector.addMembers(steeringGroup.teamId, [{ objectId: leadId, name: rise }]);

  await manager.addToTeam(steeringGroup);

  await eventually(() => reminders().length === 1);
  await lead.say("hello");
  await aWhile();
  expect(reminders()).toHaveLength(1);
});

test("law 5: what waits for somebody no longer linked is not shown to them", async () => {
  const manager = bot.person(managerId, "Programme Manager");
  await link();
  await clockTo("2022-11-22");
  await eventually(async () =>
    (await bot.store.notices.open("warwickshire")).find(({ state, notice }) => state.kind === "waiting" && notice.kind === "reminder"),
  );
  await manager.say(`link ${rise} to nobody`);

  await lead.say("hello");
  await aWhile();

  expect(reminders()).toHaveLength(0);
});

test("two replicas on one store double nothing", async () => {
  await link();
  await lead.install();
  const other = await bot.replica();
  await clockTo("2022-11-22");
  await other.ports.moveClock?.(instantOf("2022-11-22T09:00:00Z"));
  await eventually(() => reminders().length > 0);
  await aWhile();
  await other.close();

  expect(reminders()).toHaveLength(1);
});

test("law 3: what failed is made good by the next that arrives, and is listed no more", async () => {
  const failed = async () =>
    (await bot.store.notices.open("warwickshire")).filter(({ state, notice }) => state.kind === "unknown" && notice.kind === "reminder");
  await link();
  await lead.install();
  bot.connector.fail(lead.conversationId, { status: 502 }, 1);
  await clockTo("2022-11-22");
  await eventually(async () => (await failed()).length === 1);

  await clockTo("2022-12-12");
  await eventually(() => reminders().length === 1);

  await eventually(async () => (await failed()).length === 0);
});

test("law 3: the programme manager is told of what may not have arrived", async () => {
  const manager = bot.person(managerId, "Programme Manager");
  await manager.install();
  await link();
  await lead.install();
  bot.connector.fail(lead.conversationId, { status: 502 }, 1);
  await clockTo("2022-11-22");
  await eventually(async () => (await bot.store.notices.open("warwickshire")).find(({ state }) => state.kind === "unknown"));
  await clockTo("2022-11-23");

  await eventually(() => bot.connector.shown(manager.conversationId).some(({ activity }) => activity.summary === "A message may not have arrived"));
});

test("law 6: one refused conversation stops nobody else's reminder, and is listed for the programme manager", async () => {
  const other = bot.person("22222222-2222-2222-2222-222222222222", "FIS Officer");
  await link();
  await link("Family Information Service (FIS) Officer", other.objectId);
  await lead.install();
  await other.install();
  bot.connector.fail(lead.conversationId, { status: 403, code: "ConversationBlockedByUser" });

  await clockTo("2022-11-22");

  await eventually(() => bot.connector.shown(other.conversationId).some(({ activity }) => activity.summary?.startsWith("Your updates")));
  const manager = bot.person(managerId, "Programme Manager");
  await eventually(async () => /refused/.test(wordsOf(cardOf((await manager.say("people")).at(-1)))));
  expect(reminders()).toHaveLength(0);
});

test.each([
  ["2023-03-27T07:50:00Z", "2023-03-27T08:05:00Z", "the Monday after clocks go forward"],
  ["2022-10-31T08:50:00Z", "2022-10-31T09:05:00Z", "the Monday after they go back"],
])("nine o'clock is nine in London: not at %s, but at %s, %s", async (before, after) => {
  await bot.close();
  bot = await startBot({ at: before });
  await importSample(bot);
  lead = bot.person(leadId, rise);
  await link();
  await lead.install();
  await aWhile();
  expect(reminders()).toHaveLength(0);

  await bot.service.ports.moveClock?.(instantOf(after));

  await eventually(() => reminders().length === 1);
});

test("a lead untied from everybody is asked no more, and listed as not linked", async () => {
  const manager = bot.person(managerId, "Programme Manager");
  await link();
  await lead.install();
  await manager.say(`link ${rise} to nobody`);
  await clockTo("2022-11-22");
  await aWhile();

  expect(reminders()).toHaveLength(0);
  expect((await bot.service.ports.plans.read("warwickshire"))?.links).toEqual([]);
});

test.each([
  [{ status: 502 } as const, 1, "unknown"],
  ["takeThenReset" as const, 1, "unknown"],
])("law 3: an ambiguous send (%j) is never repeated by itself", async (fault, posts, state) => {
  await link();
  await lead.install();
  const before = bot.connector.attempts(lead.conversationId).length;
  bot.connector.fail(lead.conversationId, fault);

  await clockTo("2022-11-22");
  await eventually(async () => (await bot.store.notices.open("warwickshire")).find((delivery) => delivery.state.kind === state));
  await bot.restart();
  await aWhile();

  expect(bot.connector.attempts(lead.conversationId).length - before).toBe(posts);
});

test("law 3: what may have arrived waits for the programme manager, who can send it again or say that it did", async () => {
  const manager = bot.person(managerId, "Programme Manager");
  await link();
  await lead.install();
  bot.connector.fail(lead.conversationId, { status: 502 }, 1);
  await clockTo("2022-11-22");
  await manager.install();
  const [shown] = await eventually(async () => {
    const all = await manager.say("undelivered");
    return wordsOf(cardOf(all[0])).includes("1 message needs you") ? all : undefined;
  });

  const [again] = actionsOf(cardOf(shown), "settleDelivery").filter(({ how }) => how === "sendAgain");
  const refused = await lead.press(shown?.id ?? "", again);
  expect(wordsOf(refused.body.value)).toContain("programme manager");
  expect(reminders()).toHaveLength(0);
  const answer = await manager.press(shown?.id ?? "", again);

  expect(wordsOf(answer.body.value)).toContain("Nothing waits for a decision of yours.");
  await eventually(() => reminders().length === 1);
  await manager.press(shown?.id ?? "", again);
  await aWhile();
  expect(reminders()).toHaveLength(1);
});

test("law 3: only a refusal that asks for it is tried again", async () => {
  await link();
  await lead.install();
  bot.connector.fail(lead.conversationId, { status: 429, retryAfter: "1" }, 1);

  await clockTo("2022-11-22");

  await eventually(() => reminders().length === 1);
});

test("leads nobody is linked to are listed for the programme manager", async () => {
  const manager = bot.person(managerId, "Programme Manager");
  await manager.install();
  await clockTo("2022-11-22");

  const [shown] = await eventually(() => {
    const all = bot.connector.shown(manager.conversationId).filter(({ activity }) => activity.summary?.includes("not linked"));
    return all.length > 0 ? all : undefined;
  });
  expect(wordsOf(cardOf(shown))).toContain(rise);
});

test("many messages for one conversation keep to Teams' pace, and hold up nobody else's", async () => {
  await bot.close();
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId], limits: true });
  await importSample(bot);
  lead = bot.person(leadId, rise);
  const other = bot.person("22222222-2222-2222-2222-222222222222", "Somebody else");
  for (const person of [lead, other]) await person.install();
  const plan = await bot.service.ports.plans.read("warwickshire");
  const reminder = (to: string, n: number): Delivery => ({
    plan: "warwickshire",
    key: `2022-11-22|${to}|${n}`,
    notice: { kind: "reminder", to, refs: ["1.2.5-1"] },
    owedOn: day("2022-11-22"),
    state: { kind: "owed" },
    attempts: 0,
  });
  if (plan) for (const to of [leadId, other.objectId]) await linkLead(bot.service.ports, plan, { lead: rise, objectId: to });

  for (let n = 0; n < 12; n++) await bot.store.notices.post(reminder(leadId, n), { plan: "warwickshire", marks: [], digests: [] });
  await bot.store.notices.post(reminder(other.objectId, 0), { plan: "warwickshire", marks: [], digests: [] });

  await eventually(() => bot.connector.shown(other.conversationId).some(({ activity }) => activity.summary?.startsWith("Your updates")), 5);
  expect(reminders().length).toBeLessThan(12);
  await eventually(() => reminders().length === 12, 20);
  expect(bot.connector.refusals(lead.conversationId)).toBe(0);
});

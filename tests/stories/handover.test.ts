import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { leadId, leadOf, managerId } from "../support/council.ts";
import type { Card, Shown } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, startBot, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const priyaId = "22222222-2222-2222-2222-222222222222";
const ref = "3.2.1-5";
const commissioning = "School Improvement Commissioning Lead";

let bot: RunningBot;
let lead: TeamsPerson;
let priya: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  // Before nine on a Tuesday, so that nothing but answers comes until the clock is moved.
  bot = await startBot({ at: "2022-11-22T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  lead = await leadOf(bot, commissioning, leadId, "Lena Lead");
  priya = bot.person(priyaId, "Priya Shah");
  manager = bot.person(managerId, "Programme Manager");
  for (const person of [lead, priya, manager]) await person.install();
});
afterEach(() => bot.close());

const planNow = () => storedPlan(bot);
const claimsOf = (one = ref) => bot.service.ports.plans.entries("warwickshire", "claims", one);
const arrangementsOf = (one = leadId) => bot.service.ports.plans.entries("warwickshire", "arrangements", one);
const saying = (shown: readonly Shown[]) => shown.map((one) => one.activity.text ?? wordsOf(cardOf(one))).join("\n");
const headed = (person: TeamsPerson, alert: RegExp) => bot.connector.shown(person.conversationId).filter(({ activity }) => alert.test(activity.summary ?? ""));
const reminders = (person: TeamsPerson) => headed(person, /^Your updates, please/);
const dayOn = (day: string) => manager.say(`clock ${day}`);
const pressed = async (person: TeamsPerson, message: Shown | undefined, data: Card | undefined, typed: Card = {}): Promise<Card> =>
  (await person.press(message?.id ?? "", { ...data, ...typed })).body.value;

test("“not mine” in words is stored and shown back with Undo; the lead is not asked; the manager decides and both hear of it", async () => {
  const [answer] = await lead.say(`${ref} not mine, it's Priya Shah's`);
  expect(saying(answer ? [answer] : [])).toContain("You say it belongs to Priya Shah.");
  expect(await claimsOf()).toMatchObject([{ by: { objectId: leadId }, change: { kind: "notMine", suggested: { objectId: priyaId } } }]);

  await dayOn("2022-12-19");
  const notice = await eventually(() => headed(manager, /whose is it/)[0]);
  expect(wordsOf(cardOf(notice))).toContain("In their words");
  await aWhile();
  expect(
    reminders(lead)
      .map((one) => wordsOf(cardOf(one)))
      .join(),
  ).not.toContain(ref);

  const form = await pressed(manager, notice, actionsOf(cardOf(notice), "openClaim")[0]);
  expect(wordsOf(form)).toContain(`All that ${commissioning} leads`);
  const give = actionsOf(form, "decideClaim").find(({ how }) => how === "suggested");
  const receipt = await pressed(manager, notice, give, { moves: "lead" });
  expect(wordsOf(receipt)).toContain(`All that ${commissioning} leads, ${ref} among it, went to Priya Shah`);
  expect((await planNow()).links.filter(({ lead: one }) => one === commissioning)).toEqual([{ lead: commissioning, objectId: priyaId }]);
  expect(wordsOf(await pressed(manager, notice, give, { moves: "lead" }))).toContain("Decided");
  expect(await claimsOf()).toHaveLength(2);

  await dayOn("2022-12-20");
  await eventually(() => reminders(priya)[0]);
  const plan = await planNow();
  expect(plan.matters.claims[ref]?.waiting).toEqual([]);
});

test("what stays with them needs words, and they are told; the first decision stands", async () => {
  await lead.say(`${ref} not mine`);
  const [list] = await manager.say("unclaimed");
  const form = await pressed(manager, list, actionsOf(cardOf(list as Shown), "openClaim")[0]);
  const stays = actionsOf(form, "decideClaim").find(({ how }) => how === "stays");
  const other = actionsOf(form, "decideClaim").find(({ how }) => how === "other");

  const faulty = await pressed(manager, list, stays, { whoElse: "Nobody Known" });
  expect(wordsOf(faulty)).toContain("Say why, so that they know.");
  expect(wordsOf(faulty)).toContain("Nobody Known");
  expect(wordsOf(await pressed(manager, list, other, { whoElse: "Nobody Known" }))).toContain("I know nobody called “Nobody Known”");

  expect(wordsOf(await pressed(manager, list, stays, { words: "You chair the group that does it." }))).toContain("stays with Lena Lead");
  expect(wordsOf(await pressed(manager, list, stays, { words: "Ask me." }))).toContain("What you wrote was not kept\nAsk me.");
  expect(JSON.stringify(await pressed(manager, list, { ...other, nonce: "another-nonce" }, { who: priyaId }))).toContain("does not wait any more");
  await dayOn("2022-11-23");
  const news = await eventually(() => headed(lead, /whose it is/)[0]);
  expect(wordsOf(cardOf(news))).toContain("You chair the group that does it.");
  expect((await planNow()).matters.assignments).toEqual({});
});

test("from the form, taken back, and handed on alone", async () => {
  const [shown] = await lead.say(`update ${ref}`);
  const form = await pressed(lead, shown, actionsOf(cardOf(shown), "openNotMine")[0]);
  const say = actionsOf(form, "sayNotMine")[0];
  const receipt = await pressed(lead, shown, say, { whoElse: "the school", words: "Ask there." });
  expect(wordsOf(receipt)).toContain("You say it belongs to the school.");
  await pressed(lead, shown, say, { whoElse: "the school", words: "Ask there." });
  expect(await claimsOf()).toHaveLength(1);

  const undone = await pressed(lead, shown, actionsOf(receipt, "takeBackNotMine")[0]);
  expect(wordsOf(undone)).toContain(`${ref} is yours after all`);
  expect((await planNow()).matters.claims[ref]?.waiting).toEqual([]);

  await lead.say(`${ref} not mine`);
  const [list] = await manager.say("unclaimed");
  const decide = await pressed(manager, list, actionsOf(cardOf(list as Shown), "openClaim")[0]);
  const other = actionsOf(decide, "decideClaim").find(({ how }) => how === "other");
  await pressed(manager, list, other, { moves: "measure", whoElse: "Priya Shah" });
  const plan = await planNow();
  expect(plan.matters.assignments[ref]).toMatchObject({ given: [priyaId], relieved: [leadId] });
  const history = saying(await manager.say(`history ${ref}`));
  for (const one of ["Said that it is not theirs but the school’s", "Took back that it is not theirs", "Gave it to Priya Shah"]) expect(history).toContain(one);
  expect(saying(await priya.say("mine"))).toContain(ref);
  expect(saying(await lead.say("mine"))).not.toContain(ref);
});

test("handing on all that a lead leads hands on what was assigned by name too", async () => {
  await manager.say(`assign ${ref} to Lena Lead`);
  await lead.say(`${ref} not mine, it's Priya Shah's`);
  const [list] = await manager.say("unclaimed");
  const form = await pressed(manager, list, actionsOf(cardOf(list as Shown), "openClaim")[0]);
  const give = actionsOf(form, "decideClaim").find(({ how }) => how === "suggested");
  await pressed(manager, list, give, { moves: "lead" });

  expect(saying(await priya.say("mine"))).toContain(ref);
  expect(saying(await lead.say("mine"))).not.toContain(ref);
  const rows = () => bot.service.ports.plans.entries("warwickshire", "assignments", ref);
  expect(await rows()).toHaveLength(2);
  await pressed(manager, list, give, { moves: "lead" });
  expect(await rows()).toHaveLength(2);
});

test("a measure is given to somebody by name, beside others, and back to its leads", async () => {
  expect(saying(await manager.say(`assign ${ref} to Priya Shah`))).toContain(`${ref} is answered by Priya Shah now.`);
  expect(saying(await priya.say(`update ${ref}`))).not.toContain("on behalf of");
  expect(saying(await lead.say(`update ${ref}`))).toContain("I can't take an update on it from you");
  expect(saying(await manager.say(`assign ${ref} also to ${leadId}`))).toContain("Lena Lead");
  expect(saying(await manager.say("people"))).toContain(`${ref}: Priya Shah, Lena Lead`);
  expect(saying(await manager.say(`assign ${ref} to its leads`))).toContain("Lena Lead now");
});

test("while a lead is away their deputy is told, asked and answers on their behalf; afterwards the lead is asked again", async () => {
  const [answer] = await lead.say("away 1 December to 20 December, ask Priya Shah");
  expect(saying(answer ? [answer] : [])).toMatch(/away from 1 December 2022 to 20 December 2022.*Priya Shah is asked instead/s);
  expect(await arrangementsOf()).toMatchObject([{ change: { kind: "away", deputy: priyaId } }]);
  expect(saying(await manager.say("people"))).toContain("Lena Lead: away from 1 December 2022 to 20 December 2022, Priya Shah is asked instead");
  expect(saying(await priya.say(`update ${ref}`))).not.toContain("on behalf of");

  await dayOn("2022-11-23");
  const told = await eventually(() => headed(priya, /named as a deputy/)[0]);
  expect(wordsOf(cardOf(told))).toContain(`You stand in for ${commissioning}, from 1 December 2022 to 20 December 2022.`);
  const before = reminders(lead).length;

  await dayOn("2022-12-19");
  const [reminder] = [await eventually(() => reminders(priya)[0])];
  expect(wordsOf(cardOf(reminder))).toContain(ref);
  expect(reminders(lead)).toHaveLength(before);
  expect(saying(await priya.say(`${ref} green, 154 of 190 staff trained`))).toContain(`On behalf of ${commissioning}\n`);
  const [row] = await bot.service.ports.plans.history("warwickshire", ref);
  expect(row).toMatchObject({ by: { objectId: priyaId }, onBehalfOf: commissioning });

  await dayOn("2022-12-21");
  expect(saying(await priya.say(`update ${ref}`))).toMatch(/no plan|is led by/);
  await dayOn("2022-12-28");
  await eventually(() => reminders(lead).length > before);
});

test("a second leave stands beside the first, days in common take its place, and each is cancelled alone", async () => {
  const leaves = async () => (await planNow()).matters.arrangements[leadId]?.leaves;
  const december = { from: "2022-12-01", to: "2022-12-14", deputy: priyaId };
  await lead.say("away 1 December to 14 December, ask Priya Shah");
  expect(saying(await lead.say("away 10 February to 17 February"))).toContain(
    "Still arranged: away from 1 December 2022 to 14 December 2022, Priya Shah is asked",
  );
  expect(await leaves()).toEqual([december, { from: "2023-02-10", to: "2023-02-17" }]);

  const [answer] = await lead.say("away 15 February to 20 February");
  expect(saying(answer ? [answer] : [])).toContain("That takes the place of the leave from 10 February 2023 to 17 February 2023, nobody is asked instead.");
  await pressed(lead, answer, actionsOf(cardOf(answer), "undoArrangement")[0]);
  expect(await leaves()).toEqual([december, { from: "2023-02-10", to: "2023-02-17" }]);

  const [ahead] = await lead.say("I'm back");
  expect(await leaves()).toHaveLength(2);
  const [cancel] = actionsOf(cardOf(ahead), "cancelLeave");
  expect(wordsOf(await pressed(lead, ahead, cancel))).toContain("Still arranged: away from 10 February 2023 to 17 February 2023");
  expect(await leaves()).toEqual([{ from: "2023-02-10", to: "2023-02-17" }]);
});

test("leave is put back as it was, said in sentences, asked where it is in doubt, and ended by “back”", async () => {
  const [first] = await lead.say("I'm away until 5 December");
  expect(saying(first ? [first] : [])).toContain("Nobody is asked instead.");
  const undone = await pressed(lead, first, actionsOf(cardOf(first), "undoArrangement")[0]);
  expect(wordsOf(undone)).toContain("As it was before");
  expect((await planNow()).matters.arrangements[leadId]?.leaves).toEqual([]);

  const [form] = await lead.say("handing over to my successor on Monday");
  expect(actionsOf(cardOf(form), "saveLeave")).toHaveLength(1);
  expect(saying(form ? [form] : [])).toContain("2022-11-28");
  const save = actionsOf(cardOf(form), "saveLeave")[0];
  expect(wordsOf(await pressed(lead, form, save, { from: "2022-11-28", to: "" }))).toContain("Say until when, or who is asked instead.");
  expect(wordsOf(await pressed(lead, form, save, { from: "2022-11-28", to: "", whoElse: "Priya Shah" }))).toContain("from 28 November 2022 on");

  await dayOn("2022-11-29");
  expect(saying(await lead.say("I'm back"))).toContain("You are there, and asked as usual.");
  expect((await planNow()).matters.arrangements[leadId]?.leaves).toEqual([]);
  expect(saying(await lead.say("pause until 1 February"))).toContain("not asked before 1 February 2023");
  expect(saying(await lead.say("pause until 1 March for Priya Shah"))).toContain("Only the plan's programme manager");
  expect(saying(await manager.say("pause until 1 March for Lena Lead"))).toContain("Arranged for Lena Lead");
  await dayOn("2022-12-19");
  await aWhile();
  expect(reminders(lead)).toEqual([]);
});

test("for a lead without an account there is a text for an e-mail, and the answer is entered on their behalf", async () => {
  const text = saying(await manager.say(`email ${ref}`));
  for (const one of [ref, commissioning, "31 December 2022", "Green:", "Programme Manager puts your answer into the plan on your behalf"])
    expect(text).toContain(one);
  expect(saying(await lead.say("email 1.1.1"))).toContain("You don't answer for these");

  await dayOn("2022-12-19");
  const notice = await eventually(() => headed(manager, /not linked to anybody/)[0]);
  const button = actionsOf(cardOf(notice), "say").find(({ words }) => words.startsWith("email "));
  const answer = await manager.press(notice.id, button);
  expect(JSON.stringify(answer.body)).toContain("Subject: ");
});

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { setRole } from "../../src/flows/knowPeople.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, said, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { Channel, TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";
const elsewhere: Channel = { teamId: "19:other@thread.tacv2", channelId: "19:elsewhere@thread.tacv2", name: "Elsewhere" };

let bot: RunningBot;
let manager: TeamsPerson;
let member: TeamsPerson;
let stranger: TeamsPerson;

beforeEach(async () => {
  // Before nine, so that nothing but answers comes.
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  manager = bot.person(managerId, "Programme Manager");
  member = bot.person("44444444-4444-4444-4444-444444444444", "Head Teacher Rep");
  stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");
});
afterEach(() => bot.close());

const digests = () => bot.connector.shown(steeringGroup.channelId).filter(({ activity }) => activity.summary?.includes("digest"));
const bind = () => manager.mention(steeringGroup, "use this channel");
const clockTo = (day: string) => manager.say(`clock ${day}`);

test("in its bound channel anybody may ask for the summary: the printed figures, in bars and in words", async () => {
  await bind();
  const [shown] = await member.mention(steeringGroup, "summary");

  const card = cardOf(shown);
  const words = wordsOf(card);
  for (const area of ["Area 1", "Area 2", "Area 3", "Area 4", "Area 5"]) expect(words).toContain(area);
  expect(words).toMatch(/28\s?%/);
  expect(words).toMatch(/13\s?%/);
  expect(words).toContain("Director of Joint Commissioning, CWICB");
  const widths = JSON.stringify(card).match(/"width":(\d+)/g) ?? [];
  expect(widths).toContain('"width":13');
});

test("an area summary by number, and what is overdue with who leads it", async () => {
  await bind();
  expect(said(await member.mention(steeringGroup, "summary 2"))).toContain("Damaged trust with families");
  const overdue = said(await member.mention(steeringGroup, "overdue"));
  expect(overdue).toContain("1.2.5-1");
  expect(overdue).toContain("RISE Head of Service");
  expect(said(await member.mention(steeringGroup, "summary 9"))).toMatch(/has no area “9”.*Area 5/s);
});

test("law 5: a plan is shown to its people and in its own channel, and nowhere else", async () => {
  await bind();
  for (const words of ["summary", "overdue", "history 1.1.1-1", "summary 1"]) {
    expect(said(await stranger.say(words))).not.toMatch(/Warwickshire|autism/i);
    expect(said(await member.mention(elsewhere, words))).not.toMatch(/Warwickshire|autism/i);
  }
  expect(said(await stranger.say("people"))).not.toContain("RISE");
  expect(said(await member.mention(steeringGroup, "people"))).not.toContain("RISE");
});

test("anybody gets help and a polite answer to anything", async () => {
  expect(said(await stranger.say("HELLO"))).toContain("Hello, this is Drumbeat");
  for (const words of ["help", "HELLO", "hi"]) expect(said(await stranger.say(words))).toContain("What you can ask Drumbeat");
  for (const words of ["what is the meaning of life?", "🙂", "h", "sudo rm"]) expect((await stranger.say(words)).length).toBe(1);
});

test("a plan's member may ask one to one; a role given is a role taken back", async () => {
  await manager.say(`role member ${member.objectId}`);
  expect(said(await member.say("summary"))).toContain("Area 5");

  await manager.say(`role none ${member.objectId}`);
  expect(said(await member.say("summary"))).not.toContain("Area 5");
});

test("only the programme manager binds a channel", async () => {
  expect(said(await stranger.mention(steeringGroup, "use this channel"))).not.toContain("This is now the channel");
  expect(said(await bind())).toContain("This is now the channel of Warwickshire");
});

test("a card in the channel is everybody's copy: nobody answers in it", async () => {
  const lead = bot.person("11111111-1111-1111-1111-111111111111", "RISE Head of Service");
  await manager.say(`link RISE Head of Service to ${lead.objectId}`);
  await bind();
  const [shown] = await lead.mention(steeringGroup, "history 1.2.5-3");
  expect(actionsOf(cardOf(shown), "openForm")).toEqual([]);

  const answer = await lead.post({
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", data: { verb: "openForm", plan: "warwickshire", ref: "1.2.5-3" } } },
    replyToId: shown?.id,
    conversation: { id: `${steeringGroup.channelId};messageid=1`, conversationType: "channel", isGroup: true },
    channelData: { team: { id: steeringGroup.teamId }, channel: { id: steeringGroup.channelId } },
  });
  expect(await answer.text()).toContain("one to one");
});

test("a programme manager of two plans says which one a channel is for, whatever they chose one to one", async () => {
  await importSample(bot, "coventry");
  const [asked] = await manager.say("summary");
  await manager.press(
    asked?.id ?? "",
    actionsOf(cardOf(asked), "choosePlan").find(({ plan }) => plan === "warwickshire"),
  );

  expect(said(await bind())).toContain("use this channel for coventry");
  expect(said(await manager.mention(steeringGroup, "use this channel for coventry"))).toContain("This is now the channel of");

  expect((await bot.service.ports.plans.read("coventry"))?.channel?.conversationId).toBe(steeringGroup.channelId);
  expect((await bot.service.ports.plans.read("warwickshire"))?.channel).toBeUndefined();
});

test("law 5: in a channel no plan uses, nothing is said of one, to its manager either", async () => {
  for (const words of ["cadence", "link RISE Head of Service to me", "role chair me", "people", "summary"]) {
    expect(said(await manager.mention(elsewhere, words))).not.toMatch(/Warwickshire|RISE|digest|Area/);
  }
});

test("the digest is posted once, on its day, in the plan's own time zone, and again never", async () => {
  await bind();
  await clockTo("2022-11-25");
  await aWhile();
  expect(digests()).toHaveLength(0);

  await clockTo("2022-11-28");
  await eventually(() => digests().length === 1);
  await bot.restart();
  await clockTo("2022-11-29");
  await aWhile();

  expect(digests()).toHaveLength(1);
  expect(wordsOf(cardOf(digests()[0]))).toContain("28 November 2022");
});

test("law 1: of several digests missed only the latest is posted, marked as late", async () => {
  await bind();
  await clockTo("2023-02-22"); // those of 28 November and 9 January were missed, that of 20 February is two days late
  await eventually(() => digests().length >= 2);
  await aWhile();

  const exception = digests().filter(({ activity }) => activity.summary?.includes("exception"));
  expect(exception).toHaveLength(1);
  expect(wordsOf(cardOf(exception[0]))).toMatch(/late/i);
  const read = await bot.store.plans.readWithNoticed("warwickshire");
  expect(read?.noticed.digests.filter(({ digest }) => digest === "exception")).toEqual([
    { digest: "exception", on: "2022-11-28", outcome: "missed" },
    { digest: "exception", on: "2023-01-09", outcome: "missed" },
    { digest: "exception", on: "2023-02-20", outcome: "owed" },
  ]);
});

test("people lists leads as written, linked and not; a mention links one", async () => {
  bot.connector.addMembers(steeringGroup.teamId, [{ objectId: member.objectId, name: member.name }]);
  await bind();
  expect(said(await manager.say("people"))).toContain("RISE Head of Service");

  await manager.mention(steeringGroup, "link RISE Head of Service to", [member]);

  const plan = await bot.service.ports.plans.read("warwickshire");
  expect(plan?.links).toEqual([{ lead: "RISE Head of Service", objectId: member.objectId }]);
});

test("somebody of two plans is asked once which, and it is remembered until they choose again", async () => {
  await importSample(bot, "coventry");
  const [asked] = await manager.say("summary");
  const [choose] = actionsOf(cardOf(asked), "choosePlan").filter(({ plan }) => plan === "coventry");

  const answer = await manager.press(asked?.id ?? "", choose);
  expect(wordsOf(answer.body.value)).toContain("Area 5");
  expect(said(await manager.say("overdue"))).toContain("1.2.5-1");
  expect(actionsOf(cardOf((await manager.say("plan"))[0]), "choosePlan").map(({ plan }) => plan)).toEqual(["coventry", "warwickshire"]);
});

test("a chair signs a proposed completion off, and only then does it count as complete", async () => {
  const lead = bot.person("11111111-1111-1111-1111-111111111111", "RISE Head of Service");
  const chair = bot.person("55555555-5555-5555-5555-555555555555", "Chair");
  await manager.say(`link RISE Head of Service to ${lead.objectId}`);
  await manager.say(`role chair ${chair.objectId}`);
  const [form] = await lead.say("update 1.2.5-3");
  await lead.press(form?.id ?? "", { ...actionsOf(cardOf(form), "saveUpdate")[0], rating: "Blue", narrative: "Case studies published." });
  expect(said(await chair.say("sign-off"))).toContain("1.2.5-3");

  expect(said(await lead.say("sign-off 1.2.5-3"))).toContain("signed off by the chair and nobody else");
  await chair.say("sign-off 1.2.5-3");

  const plan = await bot.service.ports.plans.read("warwickshire");
  expect(plan?.measures.find(({ ref }) => ref === "1.2.5-3")?.standing).toMatchObject({ rating: "Blue" });
  expect(said(await lead.say("history 1.2.5-3"))).toContain("signed off");
  expect(said(await chair.say("sign-off 1.2.5-3"))).toContain("is complete already");
});

test("the last programme manager can't be taken away by a slip", async () => {
  await bot.close();
  bot = await startBot({ at: "2022-11-21T08:00:00Z" });
  await importSample(bot);
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await setRole(bot.service.ports, plan, managerId, "manager");
  manager = bot.person(managerId, "Programme Manager");

  expect(said(await manager.say(`role none ${managerId}`))).toContain("only programme manager");
  await manager.say(`role manager ${member.objectId}`);
  expect(said(await manager.say(`role none ${managerId}`))).toContain("has no role");
});

test("the welcome says what this is and why it came, once", async () => {
  const lead = bot.person("11111111-1111-1111-1111-111111111111", "RISE Head of Service");
  await manager.say(`link RISE Head of Service to ${lead.objectId}`);

  expect(said(await lead.install())).toContain("You lead 4 measures");
  expect(await lead.install()).toEqual([]);
  expect(said(await stranger.install())).not.toContain("Warwickshire");
});

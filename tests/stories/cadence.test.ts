import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, said, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { Channel, TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";
const healthBoard: Channel = { teamId: "19:other@thread.tacv2", channelId: "19:health@thread.tacv2", name: "Health and Wellbeing Board" };

let bot: RunningBot;
let manager: TeamsPerson;
let chair: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  manager = bot.person(managerId, "Programme Manager");
  chair = bot.person("55555555-5555-5555-5555-555555555555", "Chair");
  await manager.mention(steeringGroup, "use this channel");
});
afterEach(() => bot.close());

const posted = (conversation: string) => bot.connector.shown(conversation).filter(({ activity }) => /digest|KPI/.test(activity.summary ?? ""));
const clockTo = (day: string) => manager.say(`clock ${day}`);
const cadences = async () => (await bot.service.ports.plans.read("warwickshire"))?.settings.cadences;

async function set(words: string, channel?: Channel): Promise<string> {
  const [offer] = await (channel ? manager.mention(channel, `cadence ${words}`) : manager.say(`cadence ${words}`));
  const [save] = actionsOf(cardOf(offer), "saveCadence");
  const pressed = await manager.press(offer?.id ?? "", save, channel);
  return `${wordsOf(cardOf(offer))}\n${wordsOf(pressed.body.value)}`;
}

test("a cadence in words shows its next five dates before it is saved", async () => {
  expect(said(await manager.say("cadence"))).toContain("Exception digest every six weeks, to the plan’s channel. Next: 28 November 2022; 9 January 2023;");
  const [offer] = await manager.say("cadence exception every four weeks from 5 December at 09:30");

  expect(wordsOf(cardOf(offer))).toContain("5 December 2022; 30 December 2022 (for 2 January 2023); 30 January 2023; 27 February 2023; 27 March 2023");
  expect(wordsOf(cardOf(offer))).toContain("Until now: exception digest every six weeks");
  expect((await cadences())?.[0]).toMatchObject({ rule: "FREQ=WEEKLY;INTERVAL=6" });

  await manager.press(offer?.id ?? "", actionsOf(cardOf(offer), "saveCadence")[0]);
  expect((await cadences())?.find(({ kind }) => kind === "exception")).toMatchObject({ rule: "FREQ=WEEKLY;INTERVAL=4", starts: "2022-12-05", at: "09:30" });
});

test("an RFC 5545 rule will do, one that is none is refused, and so is somebody else", async () => {
  expect(said(await manager.say("cadence exception FREQ=SOMETIMES from 2022-12-01"))).toContain("can't read that rule");
  await set("exception FREQ=WEEKLY;INTERVAL=2 from 2022-12-01");
  expect(said(await manager.say("cadence"))).toContain("Next: 1 December 2022; 15 December 2022");

  await manager.say(`role chair ${chair.objectId}`);
  const [offer] = await manager.say("cadence exception off");
  const refused = await chair.press(offer?.id ?? "", actionsOf(cardOf(offer), "saveCadence")[0]);
  expect(wordsOf(refused.body.value)).toContain("programme manager");
  expect(await cadences()).toHaveLength(2);
});

test("a preset takes the place of all of them, after its dates were seen", async () => {
  const told = await set("preset walsall");

  expect(told).toContain("Health and wellbeing board: full digest every quarter");
  expect(await cadences()).toHaveLength(5);
});

test("a digest can be taken away", async () => {
  await set("exception off");

  expect((await cadences())?.map(({ kind }) => kind)).toEqual(["full"]);
  expect(said(await manager.say("cadence exception off"))).toContain("There are “full”");
});

test("a digest for a meeting is sent working days before it, to a further channel and to the chair, once each", async () => {
  await manager.say(`role chair ${chair.objectId}`);
  await chair.say("help");
  await set("exception off");
  await set("full for the Health and Wellbeing Board for the meetings on 14 December, sent 5 working days before to this channel and the chair", healthBoard);
  expect(await cadences()).toHaveLength(2);

  await clockTo("2022-12-06");
  await aWhile();
  expect(posted(healthBoard.channelId)).toHaveLength(0);

  await clockTo("2022-12-07");
  await eventually(() => posted(healthBoard.channelId).length === 1);
  await bot.restart();
  await clockTo("2022-12-08");
  await aWhile();

  expect(posted(healthBoard.channelId)).toHaveLength(1);
  expect(wordsOf(cardOf(posted(healthBoard.channelId)[0]))).toContain("Health and wellbeing board, full digest: 14 December 2022");
  expect(bot.connector.shown(chair.conversationId).filter(({ activity }) => activity.summary?.includes("full digest"))).toHaveLength(1);
  expect(posted(steeringGroup.channelId)).toHaveLength(0);
});

test("law 5: somebody mentioned gets it as long as they have a part in the plan", async () => {
  const reader = bot.person("66666666-6666-6666-6666-666666666666", "Rea Reader");
  await reader.install();
  bot.connector.addMembers(steeringGroup.teamId, [{ objectId: reader.objectId, name: reader.name }]);
  await manager.say(`role reader ${reader.objectId}`);
  const [offer] = await manager.mention(steeringGroup, "cadence exception every week from 22 November to", [reader]);
  expect(wordsOf(cardOf(offer))).toContain("as long as they have a part in this plan");
  await manager.press(offer?.id ?? "", actionsOf(cardOf(offer), "saveCadence")[0], steeringGroup);

  await clockTo("2022-11-22");
  await eventually(() => posted(reader.conversationId).length === 1);
  await manager.say(`role none ${reader.objectId}`);
  await clockTo("2022-11-29");
  await aWhile();

  expect((await cadences())?.[1]?.to?.people).toEqual([reader.objectId]);
  expect(posted(reader.conversationId)).toHaveLength(1);
});

test("who manages several plans names a further channel for the one chosen one to one, and no plan's own channel moves", async () => {
  await importSample(bot, "second");
  const words = "cadence full quarterly from 9 January to this channel";
  expect(said(await manager.mention(healthBoard, words))).toContain("Write “plan” to me one to one and choose which");

  const [which] = await manager.say("plan");
  await manager.press(
    which?.id ?? "",
    actionsOf(cardOf(which), "choosePlan").find(({ plan }) => plan === "second"),
  );
  const [offer] = await manager.mention(healthBoard, words);
  expect(actionsOf(cardOf(offer), "saveCadence")).toMatchObject([{ plan: "second" }]);
  await manager.press(offer?.id ?? "", actionsOf(cardOf(offer), "saveCadence")[0], healthBoard);

  const plans = await Promise.all(["warwickshire", "second"].map((id) => bot.service.ports.plans.read(id)));
  expect(plans.map((plan) => plan?.channel?.conversationId)).toEqual([steeringGroup.channelId, undefined]);
  expect(plans[1]?.settings.cadences.some(({ to }) => JSON.stringify(to ?? {}).includes(healthBoard.channelId))).toBe(true);
});

test("a digest with an hour of its own waits for it", async () => {
  await set("exception every week from 22 November at 14:00");
  await bot.service.ports.moveClock?.(instantOf("2022-11-22T10:00:00Z"));
  await aWhile();
  expect(posted(steeringGroup.channelId)).toHaveLength(0);

  await bot.service.ports.moveClock?.(instantOf("2022-11-22T14:05:00Z"));
  await eventually(() => posted(steeringGroup.channelId).length === 1);
});

test("a scrutiny digest tells no narrative", async () => {
  await set("exception off");
  await set("scrutiny every six months from 22 November");
  await clockTo("2022-11-22");
  await eventually(() => posted(steeringGroup.channelId).length === 1);

  const words = wordsOf(cardOf(posted(steeringGroup.channelId)[0]));
  expect(words).toContain("Scrutiny digest: 22 November 2022");
  const plan = await bot.service.ports.plans.read("warwickshire");
  const narratives = (plan?.measures ?? []).map(({ narrativeAsImported }) => narrativeAsImported.slice(0, 20)).filter(({ length }) => length === 20);
  expect(narratives.length).toBeGreaterThan(0);
  for (const narrative of narratives) expect(words).not.toContain(narrative);
});

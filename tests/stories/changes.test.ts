import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { actionsOf, cardOf, eventually, importSample, type RunningBot, said, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";

let bot: RunningBot;
let manager: TeamsPerson;
let lead: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  manager = bot.person(managerId, "Programme Manager");
  lead = bot.person("11111111-1111-1111-1111-111111111111", "RISE Head of Service");
  await manager.say(`link RISE Head of Service to ${lead.objectId}`);
});
afterEach(() => bot.close());

const digests = () => bot.connector.shown(steeringGroup.channelId).filter(({ activity }) => activity.summary?.includes("exception digest"));
const clockTo = (day: string) => manager.say(`clock ${day}`);

async function report(ref: string, rating: string, narrative: string): Promise<void> {
  const [form] = await lead.say(`update ${ref}`);
  await lead.press(form?.id ?? "", { ...actionsOf(cardOf(form), "saveUpdate")[0], rating, narrative });
}

test("what changed since a day is told with its reason, and of one area alone", async () => {
  await clockTo("2022-12-01");
  await report("1.2.5-3", "Red", "Two posts are vacant.");

  const told = said(await manager.say("changes since 28 November"));
  expect(told).toContain("1 change since 28 November 2022");
  expect(told).toMatch(/1\.2\.5-3 · \w+ to Red/);
  expect(told).toContain("Two posts are vacant.");
  expect(said(await manager.say("what changed since 2 December 2022?"))).toContain("names no day");
  const ofLastMonth = said(await manager.say("changes 2 since last month"));
  expect(ofLastMonth).toContain("No change in Area 2 since 1 November 2022");
  expect(ofLastMonth).toContain("No answer or decision moved a rating or a date. The plan’s file is of 21 November 2022");
  expect(said(await manager.say("changes since the flood"))).toContain("names no day");
});

test("a digest is a frozen picture: it can be called up again, and the next one compares with it", async () => {
  await manager.mention(steeringGroup, "use this channel");
  expect(said(await manager.say("digest"))).toContain("No digest has been posted yet");
  await clockTo("2022-11-28");
  await eventually(() => digests().length === 1);
  const posted = cardOf(digests()[0]);
  await clockTo("2022-12-01");
  await report("1.2.5-3", "Red", "Two posts are vacant.");

  expect(cardOf((await manager.say("digest 28 November"))[0])).toEqual(posted);
  expect(said(await manager.say("digests"))).toContain("28 November 2022: exception");
  expect(said(await manager.say("changes since the last digest"))).toContain("1 change since the digest of 28 November 2022");
  expect(said(await manager.say("exceptions"))).toContain("Since the digest of 28 November 2022: 1 new Red");

  await clockTo("2023-01-09");
  await eventually(() => digests().length === 2);
  expect(wordsOf(cardOf(digests()[1]))).toContain("Since the digest of 28 November 2022: 1 new Red");
  expect(cardOf((await manager.say("digest 28 November"))[0])).toEqual(posted);
  expect(cardOf((await manager.say("digest November"))[0])).toEqual(posted);
  const listed = said(await manager.say("digests since November"));
  expect(listed).toContain("3 digests were posted");
  expect(listed).toMatch(/9 January 2023: exception[\s\S]*28 November 2022: exception/);
  expect(said(await manager.say("digest October"))).toContain("No digest was posted from 1 October 2022 to 31 October 2022.");
  expect(said(await manager.say("digest 29 November"))).toContain("No digest was posted on 29 November 2022.");
  expect(said(await manager.say("digest of the 45th"))).toContain("names no day");
});

test("exceptions are for whoever may read the plan, in its channel too", async () => {
  await manager.mention(steeringGroup, "use this channel");
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");

  expect(said(await stranger.say("exceptions"))).not.toContain("1.2");
  expect(said(await stranger.mention(steeringGroup, "exceptions 1"))).toMatch(/measures need attention/);
});

test("a digest posted before a holiday is called up by the day it is for, which is yet to come, and by the day it was posted", async () => {
  await manager.mention(steeringGroup, "use this channel");
  await clockTo("2022-12-30");
  await eventually(() => bot.connector.shown(steeringGroup.channelId).find(({ activity }) => activity.summary?.includes("full digest")));

  for (const asked of ["digest 2 January", "digest 30 December", "digest 2 January 2023"]) expect(said(await manager.say(asked))).toContain("2 January 2023");
  expect(said(await manager.say("digest 3 January"))).toContain("No digest was posted on 3 January 2022");
});

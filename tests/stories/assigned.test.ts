import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Shown } from "../support/standInConnector.ts";
import { cardOf, eventually, importSample, type RunningBot, startBot, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";
/** Due on 31 December 2022. */
const ref = "3.2.1-5";
const commissioning = "School Improvement Commissioning Lead";

let bot: RunningBot;
let priya: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-22T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  priya = bot.person("22222222-2222-2222-2222-222222222222", "Priya Shah");
  manager = bot.person(managerId, "Programme Manager");
  for (const person of [priya, manager]) await person.install();
  await manager.say(`assign ${ref} to Priya Shah`);
});
afterEach(() => bot.close());

const saying = (shown: readonly Shown[]) => shown.map(({ activity }) => activity.text ?? wordsOf(cardOf({ activity } as Shown))).join("\n");
const headed = (person: TeamsPerson, alert: RegExp) => bot.connector.shown(person.conversationId).filter(({ activity }) => alert.test(activity.summary ?? ""));

test("whoever was given a measure has it in their history, and is found by name", async () => {
  await manager.say(`${ref} green two schools are left and both are booked`);

  expect(saying(await priya.say("history of my measures"))).toContain("two schools are left");
  expect(saying(await manager.say("history of Priya Shah"))).toContain("two schools are left");
  expect(saying(await priya.say("history"))).toContain(`history ${ref}`);
});

test("whoever was given a measure and asked is not told of as somebody who could not be asked", async () => {
  await manager.say("clock 2022-12-19");
  await eventually(() => headed(priya, /^Your updates/)[0]);

  const words = saying(await manager.say("silent 3"));

  expect(words).toContain(commissioning);
  expect(words).toContain(`${ref}: asked today\nNobody is linked to this lead, so nobody could be asked about 3.2.1-4.`);
});

test("their deputy hears for which measures they stand in", async () => {
  await bot.person("55555555-5555-5555-5555-555555555555", "Sam Field").install();
  await manager.say(`role reader 55555555-5555-5555-5555-555555555555`);
  await priya.say("away 1 December to 20 December, ask Sam Field");
  await manager.say("clock 2022-11-23");

  const sam = bot.person("55555555-5555-5555-5555-555555555555", "Sam Field");
  const told = await eventually(() => headed(sam, /named as a deputy/)[0]);

  expect(wordsOf(cardOf(told))).toContain(`You stand in for whoever answers for ${ref}, from 1 December 2022`);
});

test("a programme manager who was given a measure may send its evidence", async () => {
  await manager.say(`assign 1.1.1-1 to ${managerId}`);

  expect(saying(await manager.sendFiles([{ name: "minutes.pdf", url: "https://contoso-my.sharepoint.com/minutes.pdf" }]))).toContain(
    "Kept with it: minutes.pdf",
  );
});

test("of several plans words go to the one in which somebody was given a measure", async () => {
  await importSample(bot, "another");
  await bot.service.ports.plans.giveRole("another", { objectId: priya.objectId, role: "reader" });
  await bot.service.ports.people.save({ objectId: priya.objectId, plans: ["warwickshire", "another"] });

  expect(saying(await priya.say("green, two schools are left and both are booked"))).toContain(ref);
});

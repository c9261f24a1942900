import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { eventually, importSample, type RunningBot, startBot } from "../support/startBot.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";

let bot: RunningBot;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-22T10:00:00Z" });
  await importSample(bot);
});
afterEach(() => bot.close());

test("law 6: what waits for a person goes out with the next run though whoever heard of them died before letting it out", async () => {
  const { conversationId, objectId } = bot.person("11111111-1111-1111-1111-111111111111", "Head of Service");
  const plan = await bot.store.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: "RISE Head of Service", objectId });
  await eventually(async () => (await bot.store.notices.open("warwickshire")).some(({ state }) => state.kind === "waiting"));

  await bot.store.people.save({ objectId, awaited: false, address: { serviceUrl: bot.connector.url, conversationId, tenantId, botId } });
  await bot.service.ports.moveClock?.(instantOf("2022-11-22T10:20:00Z"));
  const shown = await eventually(() => bot.connector.shown(conversationId)[0]);

  expect(shown.activity.summary).toMatch(/^Your updates/);
});

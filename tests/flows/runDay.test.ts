import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { runDay } from "../../src/flows/runDay.ts";
import type { Ports } from "../../src/ports.ts";
import { eventually, importSample, type RunningBot, startBot } from "../support/startBot.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";

let bot: RunningBot;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-22T10:00:00Z" });
  await importSample(bot);
});
afterEach(() => bot.close());

/** The bot's ports, on a machine whose real clock is so far ahead. */
function minutesLater(minutes: number): Ports {
  const { ports } = bot.service;
  return { ...ports, clock: { ...ports.clock, realNow: () => instantOf(Date.now() + minutes * 60_000) } };
}

/** A reminder that waits for its lead, who is heard of now: by somebody who died before letting it out. */
async function waitingForSomebodyKnown(): Promise<{ readonly conversationId: string }> {
  const { conversationId, objectId } = bot.person("11111111-1111-1111-1111-111111111111", "Head of Service");
  const plan = await bot.store.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: "RISE Head of Service", objectId });
  await eventually(async () => (await waiting()) > 0);
  await bot.store.people.save({ objectId, awaited: false, address: { serviceUrl: bot.connector.url, conversationId, tenantId, botId } });
  return { conversationId };
}

async function waiting(): Promise<number> {
  return (await bot.store.notices.open("warwickshire")).filter(({ state }) => state.kind === "waiting").length;
}

test("law 6: what waits for a person goes out with the next run though whoever heard of them died before letting it out", async () => {
  const { conversationId } = await waitingForSomebodyKnown();

  await runDay(minutesLater(2), "warwickshire", []);
  const shown = await eventually(() => bot.connector.shown(conversationId)[0]);

  expect(shown.activity.summary).toMatch(/^Your updates/);
});

test("law 2: what was posted within the minute is left for another replica, which may be posting its other parts, and looked at again", async () => {
  await waitingForSomebodyKnown();
  const before = await waiting();

  const { onTheirWay } = await runDay(minutesLater(0), "warwickshire", []);

  expect(await waiting()).toBe(before);
  expect(onTheirWay).toBeGreaterThan(0);
});

test("marks of a year ago that keep no notice back any more are taken away by a run, and the others stay", async () => {
  const { notices, plans } = bot.store;
  const marks = ["p1|own|2.3.3-1|2021-01-31|7 after", "p1|own|2.3.3-1|2021-01-31|passed"].map((key) => ({ key, on: day("2021-02-07") }));
  const kept = async () => [...((await plans.readWithNoticed("warwickshire"))?.noticed.marks ?? [])].filter((key) => key.includes("2021-01-31"));
  await notices.post(undefined, { plan: "warwickshire", marks, digests: [] });
  expect(await kept()).toHaveLength(2);

  await bot.service.ports.moveClock?.(instantOf("2022-11-22T10:20:00Z"));

  await eventually(async () => (await kept()).length === 1);
  expect(await kept()).toEqual([marks[1]?.key]);
});

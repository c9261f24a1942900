import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { addDays, day, instantOf, inWords, type LocalDate } from "../../src/domain/localDate.ts";
import type { BoundChannel, Cadence } from "../../src/domain/planSettings.ts";
import { drainQueue } from "../../src/flows/drainQueue.ts";
import { runDay } from "../../src/flows/runDay.ts";
import { composeUndelivered } from "../../src/flows/undelivered.ts";
import { openLog } from "../../src/log.ts";
import type { Ports } from "../../src/ports.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import { planContent, settings } from "../storage/planContent.ts";
import { personalConversationOf, type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { cardOf, wordsOf } from "../support/startBot.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";
import { openTestStore, openTestStoreWithTable } from "../support/testStore.ts";

const log = openLog("silent");
const [chair, manager] = ["55555555-5555-5555-5555-555555555555", "33333333-3333-3333-3333-333333333333"];
const [steering, health] = ["19:steering@thread.tacv2", "19:health@thread.tacv2"];
const everybody = [steering, health, personalConversationOf(chair)];
const weekly = { kind: "exception", rule: "FREQ=WEEKLY" } as const;

let connector: StandInConnector;
let now = instantOf("2022-11-21T10:00:00Z");
/** Two processes on one store. */
let one: Ports;
let other: Ports;

beforeEach(async () => {
  connector = await startStandInConnector();
  const store = await openTestStoreWithTable();
  const again = await openTestStore({ prefix: store.prefix });
  const { messenger } = openTeams({ identity: undefined, log });
  const clock = { now: () => now, realNow: () => instantOf(Date.now()) };
  [one, other] = [
    { ...store, messenger, clock, calendar, log },
    { ...again, messenger, clock, calendar, log },
  ];
});
afterEach(() => connector.close());

const bound = (conversationId: string, boundOn: LocalDate, name: string): BoundChannel => ({
  ...{ teamId: "19:team@thread.tacv2", conversationId, serviceUrl: connector.url, tenantId, botId, boundOn, name },
});

/** A plan with an exception digest each week, from `starts` on. */
async function planFrom(starts: string, to?: Cadence["to"]): Promise<void> {
  const cadence: Cadence = { ...weekly, starts: day(starts), ...(to && { to }) };
  await one.plans.import({ ...planContent("plan", 4), importedAsOf: day(starts) }, { ...settings, cadences: [cadence] }, undefined);
  await one.plans.giveRole("plan", { objectId: chair, role: "chair" });
  await one.plans.bindChannel("plan", bound(steering, day(starts), "Steering group"));
  for (const objectId of [chair, manager]) {
    const address = { serviceUrl: connector.url, conversationId: personalConversationOf(objectId), tenantId, botId };
    await one.people.save({ objectId, name: objectId === chair ? "Chair" : "Manager", address });
  }
}

const toEverybody = (starts: string): Cadence["to"] => ({ channel: true, channels: [bound(health, day(starts), "Health board")], people: [chair] });
const digestsIn = (conversation: string) => connector.shown(conversation).filter(({ activity }) => activity.summary?.includes("digest"));
const counts = () => everybody.map((conversation) => digestsIn(conversation).length);

async function run(ports: Ports, at: string): Promise<void> {
  now = instantOf(at);
  await runDay(ports, "plan", [manager]);
  await drainQueue(ports, [manager]);
}

test("law 2: two replicas at once post a digest once to each that gets it, and the same one", async () => {
  await planFrom("2022-11-28", toEverybody("2022-11-28"));

  await Promise.all([run(one, "2022-11-28T09:05:00Z"), run(other, "2022-11-28T09:05:00Z")]);
  await Promise.all([run(one, "2022-11-28T09:06:00Z"), run(other, "2022-11-28T09:06:00Z")]);

  expect(counts()).toEqual([1, 1, 1]);
  const cards = everybody.map((conversation) => wordsOf(cardOf(digestsIn(conversation)[0])));
  expect(new Set(cards).size).toBe(1);
  expect(cards[0]).toContain("Exception digest: 28 November 2022");
});

test.each([0, 1, 2])("law 1: a process that dies after %i of three were posted leaves the rest to the next", async (posted) => {
  await planFrom("2022-11-28", toEverybody("2022-11-28"));
  let left = posted;
  const dying: Ports = {
    ...one,
    notices: {
      ...one.notices,
      post(delivery, noticed) {
        if (left-- === 0) throw new Error("killed");
        return one.notices.post(delivery, noticed);
      },
    },
  };

  await expect(run(dying, "2022-11-28T09:05:00Z")).rejects.toThrow("killed");
  await run(other, "2022-11-28T09:10:00Z");
  await run(one, "2022-11-29T09:10:00Z");

  expect(counts()).toEqual([1, 1, 1]);
});

test.each([
  ["ends", "2022-10-24", "2022-10-31", "2022-10-31T09:00:00.000Z"],
  ["begins", "2023-03-20", "2023-03-27", "2023-03-27T08:00:00.000Z"],
])("the day after summer time %s a digest is posted once, at nine by the clock on the wall", async (_what, bindOn, on, at) => {
  await planFrom(bindOn);
  await run(one, `${bindOn}T12:00:00Z`);
  const before = digestsIn(steering).length;
  let postedAt: string | undefined;
  for (let hour = 0; hour < 72; hour++) {
    const instant = new Date(Date.parse(`${addDays(day(on), -2)}T00:00:00Z`) + hour * 3_600_000).toISOString();
    await run(one, instant);
    if (digestsIn(steering).length > before) postedAt ??= instant;
  }

  expect(postedAt).toBe(at);
  expect(digestsIn(steering)).toHaveLength(before + 1);
  expect(wordsOf(cardOf(digestsIn(steering).at(-1)))).toContain(`Exception digest: ${inWords(day(on))}`);
  expect(wordsOf(cardOf(digestsIn(steering).at(-1)))).not.toContain("late");
});

test("law 1: a missed day is made good once, for the day it belongs to, with everybody who gets it", async () => {
  await planFrom("2022-11-28", toEverybody("2022-11-28"));

  await run(one, "2022-11-30T09:05:00Z");
  await run(other, "2022-12-01T09:05:00Z");

  expect(counts()).toEqual([1, 1, 1]);
  for (const conversation of everybody) expect(wordsOf(cardOf(digestsIn(conversation)[0]))).toContain("Posted late: this digest belongs to 28 November 2022.");
});

test.each([
  ["the plan’s channel", 0, "Steering group"],
  ["a further channel", 1, "Health board"],
  ["a person", 2, "Chair"],
])("law 3: a digest to %s that may have arrived is not repeated; the programme manager is asked", async (_what, n, name) => {
  await planFrom("2022-11-28", toEverybody("2022-11-28"));
  connector.fail(everybody[n] ?? "", { status: 503, arrives: true }, 1);

  await run(one, "2022-11-28T09:05:00Z");
  await run(other, "2022-11-28T10:05:00Z");
  await run(one, "2022-11-29T09:05:00Z");

  expect(counts()).toEqual([1, 1, 1]);
  expect((await one.notices.open("plan")).filter(({ state }) => state.kind === "unknown")).toHaveLength(1);
  expect(connector.shown(personalConversationOf(manager)).map(({ activity }) => activity.summary)).toContain("A message may not have arrived");
  const plan = await one.plans.read("plan");
  const words = plan && wordsOf((await composeUndelivered(one, plan)).card ?? {});
  expect(words).toContain("exception digest");
  expect(words).toContain(name);
});

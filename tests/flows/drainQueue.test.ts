import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { systemClock } from "../../src/clock/systemClock.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { drainQueue } from "../../src/flows/drainQueue.ts";
import { runDay } from "../../src/flows/runDay.ts";
import { makeRunPlans } from "../../src/flows/runPlans.ts";
import { settleStale } from "../../src/flows/settleStale.ts";
import { composeUndelivered } from "../../src/flows/undelivered.ts";
import { openLog } from "../../src/log.ts";
import type { Ports } from "../../src/ports.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import { planContent, settings } from "../storage/planContent.ts";
import { personalConversationOf, rosterOf, startStandInConnector } from "../support/standInConnector.ts";
import { eventually } from "../support/startBot.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";
import { openTestStore } from "../support/testStore.ts";

const log = openLog("silent");

const teamId = "19:team@thread.tacv2";

/** A plan with so many people who are owed a reminder each. @param known - else it is for the roster of a team to say where they are */
async function owed(people: number, known = true) {
  const store = await openTestStore();
  const connector = await startStandInConnector();
  const { messenger } = openTeams({ identity: undefined, log });
  const ports: Ports = { ...store, messenger, clock: { ...systemClock, now: () => instantOf("2022-11-21T10:00:00Z") }, calendar, log };
  const content = planContent("plan", 4);
  await store.plans.import(content, settings, undefined);
  const [measure] = content.measures;
  if (!measure) throw new Error("the plan has no measure");
  const ids = Array.from({ length: people }, (_, n) => `0000${n}`);
  const deliveries = ids.map(
    (objectId): Delivery => ({
      ...{ plan: "plan", key: `2022-11-21|reminder|${objectId}`, notice: { kind: "reminder", to: objectId, refs: [measure.ref] } },
      ...{ owedOn: day("2022-11-21"), postedAt: systemClock.realNow(), state: { kind: "owed" }, attempts: 0 },
    }),
  );
  for (const objectId of ids) {
    for (const lead of measure.leads) await store.plans.link("plan", { lead, objectId });
    const address = { serviceUrl: connector.url, conversationId: personalConversationOf(objectId), tenantId, botId };
    await store.people.save({ objectId, name: "Lead", ...(known && { address }) });
    connector.addMembers(teamId, [{ objectId, name: "Lead" }]);
  }
  await Promise.all(deliveries.map((delivery) => store.notices.post(delivery, { plan: "plan", marks: [{ key: delivery.key }], digests: [] })));
  await store.people.saveTeam({ teamId, serviceUrl: connector.url, tenantId, botId });
  const shown = () => ids.map((objectId) => connector.shown(personalConversationOf(objectId)).length);
  return { ports, shown, connector, close: () => connector.close() };
}

test("what was taken together is told of one reading of the plan, made after it was taken", async () => {
  const { ports, shown, close } = await owed(5);
  const asked: string[] = [];
  const watched: Ports = {
    ...ports,
    plans: {
      ...ports.plans,
      read(id) {
        asked.push("read");
        return ports.plans.read(id);
      },
    },
    notices: {
      ...ports.notices,
      take(most) {
        asked.push("take");
        return ports.notices.take(most);
      },
    },
  };

  expect(await drainQueue(watched, [])).toBe(false);

  expect(shown()).toEqual([1, 1, 1, 1, 1]);
  expect(asked[0]).toBe("take");
  expect(asked.filter((one) => one === "read")).toHaveLength(1);
  await close();
});

test("a run ends after its time and says that more may be left", async () => {
  const { ports, shown, close } = await owed(3);
  let at = 0;
  const slow: Ports = {
    ...ports,
    notices: {
      ...ports.notices,
      take(most) {
        at += 25_000;
        return ports.notices.take(most);
      },
    },
  };

  const more = await drainQueue(slow, [], undefined, () => at);

  expect(more).toBe(true);
  expect(shown()).toEqual([1, 1, 1]);
  await close();
});

test("told to stop, it begins nothing more and leaves the rest to be taken at once", async () => {
  const { ports, shown, close } = await owed(3);
  const stopping = new AbortController();
  const stopped: Ports = {
    ...ports,
    notices: {
      ...ports.notices,
      async take(most) {
        const tickets = await ports.notices.take(most);
        stopping.abort();
        return tickets;
      },
    },
  };

  await drainQueue(stopped, [], stopping.signal);

  expect(shown()).toEqual([0, 0, 0]);
  expect(await ports.notices.take(10)).toHaveLength(3);
  await close();
});

test("told to stop while others are sent, it leaves those not begun to be taken at once, also where one failed", async () => {
  const { ports, shown, close } = await owed(12);
  const stopping = new AbortController();
  const failing: Ports = {
    ...ports,
    people: {
      ...ports.people,
      find(objectId) {
        stopping.abort();
        return objectId === "00001" ? Promise.reject(new Error("away")) : ports.people.find(objectId);
      },
    },
  };

  await drainQueue(failing, [], stopping.signal);

  const sent = shown().reduce((sum, count) => sum + count, 0);
  const left = await ports.notices.take(10);
  expect(sent).toBeGreaterThan(0);
  expect(left.length).toBeGreaterThan(0);
  expect(sent + left.length).toBe(11);
  await close();
});

test("law 6: one that fails holds up none of its message, and the run of the next minute queues it again", async () => {
  const { ports, shown, close } = await owed(3);
  let isAway = true;
  let minutes = 0;
  const failing: Ports = {
    ...ports,
    clock: { ...ports.clock, realNow: () => instantOf(Date.now() + minutes * 61_000) },
    people: { ...ports.people, find: (id) => (id === "00001" && isAway ? Promise.reject(new Error("away")) : ports.people.find(id)) },
  };

  await drainQueue(failing, []);
  expect([shown(), await ports.notices.take(1)]).toEqual([[1, 0, 1], []]);
  isAway = false;
  minutes = 1;
  await makeRunPlans(failing, [])();
  await drainQueue(failing, []);

  expect(shown()).toEqual([1, 1, 1]);
  await close();
});

test("those of a message that are to wait, each its own time, are not claimed before it", async () => {
  const { ports, shown, connector, close } = await owed(3);
  for (const [n, seconds] of ["1", "2", "3"].entries()) connector.fail(personalConversationOf(`0000${n}`), { status: 429, retryAfter: seconds }, 1);
  let claims = 0;
  const counting: Ports = {
    ...ports,
    notices: {
      ...ports.notices,
      claim(...of) {
        claims++;
        return ports.notices.claim(...of);
      },
    },
  };

  await eventually(async () => {
    await drainQueue(counting, []);
    return shown().every((count) => count === 1);
  });

  expect([shown(), claims]).toEqual([[1, 1, 1], 6]);
  await close();
});

test("what was lost from the queue is queued again together", async () => {
  const { ports, close } = await owed(3);
  for (const ticket of await ports.notices.take(10)) await ports.notices.finish(ticket);

  await settleStale(ports, await ports.notices.open("plan"));

  expect((await ports.notices.take(1)).map(({ key }) => key.slice(-5))).toEqual(["00000", "00001", "00002"]);
  await close();
});

/** Of a release that this one has never heard of, to somebody it knows. */
function ofAnotherRelease(key: string, state: Delivery["state"]): Delivery {
  const notice = { kind: "of another release", to: "00000", refs: ["1.1-1"] } as unknown as Delivery["notice"];
  return { plan: "plan", key, notice, owedOn: day("2022-11-21"), postedAt: instantOf("2022-11-21T09:00:00Z"), state, attempts: 0 };
}

test("a notice only another release can word is left owed for it, comes up again, and holds up nobody", async () => {
  const { ports, shown, close } = await owed(2);
  await ports.notices.post(ofAnotherRelease("other", { kind: "owed" }), { plan: "plan", marks: [{ key: "other" }], digests: [] });
  const waits: number[] = [];
  const watched: Ports = { ...ports, notices: { ...ports.notices, putBack: (ticket, seconds) => ports.notices.putBack(ticket, waits.push(seconds)) } };

  await drainQueue(watched, []);

  expect(shown()).toEqual([1, 1]);
  expect(waits).toEqual([30]);
  expect((await ports.notices.find("plan", "other"))?.delivery).toEqual(ofAnotherRelease("other", { kind: "owed" }));
  expect(await eventually(async () => (await ports.notices.take(1))[0]?.key)).toBe("other");
  await close();
});

test("nor does a day's run touch such notices, however they stand; one that failed is shown to the programme manager", async () => {
  const { ports, close } = await owed(1);
  const longAgo = instantOf("2022-11-21T08:00:00Z");
  const states: Delivery["state"][] = [{ kind: "waiting" }, { kind: "attempting", attemptingSince: longAgo }, { kind: "refused", at: longAgo, why: "403" }];
  const others = states.map((state) => ofAnotherRelease(state.kind, state));
  for (const one of others) await ports.notices.post(one, { plan: "plan", marks: [{ key: one.key }], digests: [] });

  await runDay(ports, "plan", []);

  const open = await ports.notices.open("plan");
  expect(open.filter(({ key }) => others.some((one) => one.key === key))).toEqual([...others].sort((a, b) => (a.key < b.key ? -1 : 1)));
  const plan = await ports.plans.read("plan");
  const card = plan && (await composeUndelivered(ports, plan)).card;
  expect(JSON.stringify(card)).toContain("message of another version of Drumbeat");
  await close();
});

test("an attempt nobody finished is unknown, and its person is marked, so that the next that arrives makes it good", async () => {
  const { ports, close } = await owed(1);
  const [ticket] = await ports.notices.take(1);
  const longAgo = instantOf(Date.now() - 10 * 60_000);
  const claim = ticket?.seen && (await ports.notices.claim(ticket.seen, longAgo));

  await settleStale(ports, claim ? [claim.delivery] : []);

  expect((await ports.notices.open("plan")).map(({ state }) => state.kind)).toEqual(["unknown"]);
  expect(await ports.people.find("00000")).toMatchObject({ missed: true });
  await close();
});

test("whom no roster could speak of has no ticket left in the queue, and the run of the next minute asks again, of either replica", async () => {
  const { ports, shown, connector, close } = await owed(1, false);
  connector.fail(rosterOf(teamId), { status: 503 });
  const waits: number[] = [];
  let minutes = 0;
  const watched: Ports = {
    ...ports,
    clock: { ...ports.clock, realNow: () => instantOf(Date.now() + minutes * 61_000) },
    notices: { ...ports.notices, putBack: (ticket, seconds) => ports.notices.putBack(ticket, waits.push(seconds)) },
  };
  const [one, other] = [makeRunPlans(watched, []), makeRunPlans(watched, [])];
  for (; minutes < 3; minutes++) {
    await Promise.all([one(), other()]);
    await drainQueue(watched, []);
  }
  expect([waits, shown()]).toEqual([[], [0]]);

  connector.heal(rosterOf(teamId));
  await other();
  await drainQueue(watched, []);

  expect(shown()).toEqual([1]);
  await close();
});

import { beforeEach, expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { drainQueue } from "../../src/flows/drainQueue.ts";
import { releaseWaiting } from "../../src/flows/releaseWaiting.ts";
import { makeRunPlans } from "../../src/flows/runPlans.ts";
import { openLog } from "../../src/log.ts";
import type { NoticeBoard, Ports } from "../../src/ports.ts";
import { connect } from "../../src/storage/connection.ts";
import { openNoticeBoard } from "../../src/storage/noticeBoard.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import { losingFirstAnswer } from "../storage/importing.ts";
import { planContent, settings } from "../storage/planContent.ts";
import { openTestStore, openTestStoreWithTable, testConnection } from "../support/testStore.ts";
import { releases } from "../support/trialShapes.ts";

let ports: Ports;
let losing: NoticeBoard;
let minutes = 0;
let prefix = "";

/** Two plans; in the first stands a delivery that only a newer release can read. */
beforeEach(async () => {
  const store = await openTestStoreWithTable();
  ({ prefix } = store);
  minutes = 0;
  const now = () => instantOf(Date.parse("2022-12-19T10:00:00Z") + minutes * 61_000);
  const queue = (await connect(testConnection())).queue(`${store.prefix}drumbeat-deliveries`);
  losing = openNoticeBoard(losingFirstAnswer(store.table), queue, 60, now, 0);
  const log = openLog("silent");
  const { messenger } = openTeams({ identity: undefined, log });
  ports = { ...store, messenger, clock: { now, realNow: now }, calendar, log };
  for (const plan of ["a-newer", "b-plan"]) {
    await store.plans.import(planContent(plan, 4), settings, undefined);
    await store.plans.link(plan, { lead: "SEND lead", objectId: "p1" });
  }
  const newer = await openTestStore({ prefix: store.prefix, shapes: releases.next });
  await newer.notices.post(waiting("a-newer", "newer"), { plan: "a-newer", marks: [{ key: "newer" }], digests: [] });
});

function waiting(plan: string, key: string): Delivery {
  return { plan, key, notice: { kind: "reminder", to: "p1", refs: ["1.1-1"] }, owedOn: day("2022-12-16"), state: { kind: "waiting" }, attempts: 0 };
}

test("law 6: a plan with a row this release cannot read keeps no other plan from being run", async () => {
  await makeRunPlans(ports, [])();

  expect((await ports.notices.open("b-plan")).map(({ notice }) => notice.kind)).toEqual(["reminder"]);
});

test("a delivery only a newer release can read is told of, and no more is taken before its replicas had their turn", async () => {
  const newer = await openTestStore({ prefix, shapes: releases.next });
  for (const key of ["one", "other"]) {
    const delivery: Delivery = { ...waiting("a-newer", key), state: { kind: "owed" } };
    await newer.notices.post(delivery, { plan: "a-newer", marks: [{ key }], digests: [] });
  }
  let met = 0;

  const isMoreLeft = await drainQueue(ports, [], undefined, undefined, () => met++);

  expect([isMoreLeft, met > 0]).toEqual([false, true]);
  expect((await newer.notices.open("a-newer")).map(({ state }) => state.kind).toSorted()).toEqual(["owed", "owed", "waiting"]);
});

test("law 6: nor does it keep back what waits for somebody in another plan; that it was not all is remembered", async () => {
  await ports.notices.post(waiting("b-plan", "waits"), { plan: "b-plan", marks: [{ key: "waits" }], digests: [] });
  await ports.people.save({ objectId: "p1", awaited: true });

  await releaseWaiting(ports, "p1");

  const open = await ports.notices.open("b-plan");
  expect(open.map(({ state }) => state.kind)).toEqual(["owed"]);
  expect(await ports.people.find("p1")).toMatchObject({ awaited: true });
});

test("a notice that was written though the answer was lost on the way is queued by the run of the next minute", async () => {
  const run = makeRunPlans({ ...ports, notices: losing }, []);

  await run();
  expect((await ports.notices.open("b-plan")).map(({ state }) => state.kind)).toEqual(["owed"]);
  expect(await ports.notices.take(5)).toEqual([]);
  minutes = 1;
  await run();

  expect(await ports.notices.take(5)).toMatchObject([{ plan: "b-plan" }]);
});

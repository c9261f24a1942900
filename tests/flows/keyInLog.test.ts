import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { systemClock } from "../../src/clock/systemClock.ts";
import type { Delivery, DeliveryState } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { standpointOf } from "../../src/domain/permission.ts";
import { drainQueue } from "../../src/flows/drainQueue.ts";
import { settleDelivery } from "../../src/flows/settleDelivery.ts";
import { settleStale } from "../../src/flows/settleStale.ts";
import type { Log, Ports } from "../../src/ports.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import { planContent, settings } from "../storage/planContent.ts";
import { personalConversationOf, startStandInConnector } from "../support/standInConnector.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";
import { openTestStore } from "../support/testStore.ts";

const [known, unknown] = ["33333333-3333-3333-3333-333333333333", "44444444-4444-4444-4444-444444444444"];
const today = day("2022-12-20");

test("whatever becomes of a delivery, the log tells its kind and names nobody", async () => {
  const lines: string[] = [];
  const note = (event: string, ...more: unknown[]) => lines.push(`${event} ${JSON.stringify(more)}`);
  const log: Log = { info: note, warn: note, error: note };
  const store = await openTestStore();
  const connector = await startStandInConnector();
  const { messenger } = openTeams({ identity: undefined, log });
  const ports: Ports = { ...store, messenger, clock: { ...systemClock, now: () => instantOf("2022-12-20T10:00:00Z") }, calendar, log };
  await store.plans.import(
    { ...planContent("plan", 4), measures: planContent("plan", 4).measures.map((one) => ({ ...one, leads: ["Jane Smith"] })) },
    settings,
    undefined,
  );
  await store.people.save({ objectId: known, address: { serviceUrl: connector.url, conversationId: personalConversationOf(known), tenantId, botId } });
  const post = async (to: string, state: DeliveryState = { kind: "owed" }): Promise<Delivery> => {
    const key = `2022-12-20|unlinked|${to}|Jane Smith|1.1-1|${state.kind}`;
    const delivery: Delivery = {
      plan: "plan",
      key,
      notice: { kind: "unlinked", to, leads: [{ lead: "Jane Smith", refs: ["1.1-1"] }] },
      owedOn: today,
      state,
      attempts: 0,
    };
    await store.notices.post(delivery, { plan: "plan", marks: [{ key }], digests: [] });
    return delivery;
  };

  connector.fail(personalConversationOf(known), { status: 403 }, 1);
  const { key } = await post(known);
  await post(unknown);
  await drainQueue(ports, [known, unknown]);
  const plan = await store.plans.read("plan");
  if (!plan) throw new Error("no plan");
  await settleDelivery(ports, { plan, person: standpointOf(plan, known, [known], today), name: "Manager", today }, { key, how: "sendAgain" });
  const failing = { ...ports, plans: { ...store.plans, read: () => Promise.reject(new Error("no answer")) } };
  await drainQueue(failing, [known, unknown]);
  await settleStale(ports, [await post(known, { kind: "attempting", attemptingSince: instantOf("2022-12-20T08:00:00Z") })]);

  for (const event of ["delivery attempted", "delivery waits for its person", "delivery settled", "delivery failed", "delivery unknown"])
    expect(lines.filter((line) => line.startsWith(event))).toEqual([expect.stringMatching(/"delivery":"unlinked [0-9a-f]{12}"/)]);
  expect(lines.join("\n")).not.toContain("Jane");
  await connector.close();
});

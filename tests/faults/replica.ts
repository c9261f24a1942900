import { type Service, serve } from "../../src/app.ts";
import { type Instant, instantOf } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { openLog } from "../../src/log.ts";
import type { ClockStore, Ports } from "../../src/ports.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { releases } from "../support/trialShapes.ts";
import { killAt, stepInsideStorage, withSteps } from "./killAt.ts";
import { leaseSeconds, type Order, type Serving } from "./orders.ts";
import { plantedFaults } from "./plantedFaults.ts";

/*
 * One replica of the bot in a process of its own, which can be killed at any step. It does what the campaign tells it
 * over the channel to its parent, and answers each order by its number.
 */

const log = openLog(process.env.LOG_LEVEL ?? "silent");
let realAheadMs = 0;
/** From the order on, so that a clock moved meanwhile is moved when it is up. */
let service: Promise<Service> | undefined;

stepInsideStorage();
process.on("message", ({ number, order }: { number: number; order: Order }) => {
  obey(order).then(
    (answer) => process.send?.({ number, answer }),
    (error: unknown) => process.send?.({ number, error: String(error) }),
  );
});
process.on("disconnect", () => process.exit());
await import("../../src/teams/openTeams.ts"); // slow to load: a spare replica is to be ready at once

async function obey(order: Order): Promise<string | undefined> {
  switch (order.do) {
    case "serve":
      realAheadMs = order.realAheadMs;
      service = startServing(order);
      return (await service).url;
    case "moveClock":
      await (await service)?.ports.moveClock?.(order.to);
      return undefined;
    case "moveRealTime":
      realAheadMs = order.realAheadMs;
      return undefined;
    case "killAt":
      killAt(order.doom);
      return undefined;
    case "import": {
      const { plan, csv, asOf } = order;
      const ports = (await service)?.ports;
      return ports && (await importPlan(ports, { files: [{ name: "plan.csv", bytes: Buffer.from(csv) }], plan, asOf })).kind;
    }
    case "stop":
      await (await service)?.close();
      service = undefined;
      return undefined;
  }
}

async function startServing({ connectionString, prefix, at, release, planted }: Serving): Promise<Service> {
  const store = await openStore({ connectionString }, { prefix, leaseSeconds, realNow, shapes: releases[release] });
  const config = {
    port: 0,
    mode: "local",
    store: { kind: "azure", connection: { connectionString } },
    admins: [],
    clockStart: at,
    tickSeconds: 0.2,
    sendsPerSecond: 50,
  } as const;
  const plant = planted ? plantedFaults[planted] : (ports: Ports) => ports;
  return serve(config, { ...store, clock: ownClock }, log, (ports) => withSteps(plant({ ...ports, clock: { ...ports.clock, realNow } })));
}

/** Kept by nobody: replicas whose machines tell different times. */
const ownClock: ClockStore = { read: async () => undefined, advanceTo: async (offsetMs) => offsetMs };

function realNow(): Instant {
  return instantOf(Date.now() + realAheadMs);
}

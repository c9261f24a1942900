import { calendar } from "./clock/calendar.ts";
import { openMovableClock } from "./clock/movableClock.ts";
import { systemClock } from "./clock/systemClock.ts";
import { startTicker } from "./clock/ticker.ts";
import { makeFront } from "./commands/makeFront.ts";
import type { Config } from "./config.ts";
import { drainQueue } from "./flows/drainQueue.ts";
import { makeRunPlans } from "./flows/runPlans.ts";
import { makeSweepImports } from "./flows/sweepImports.ts";
import type { Front, Log, Ports } from "./ports.ts";
import { attachEmbeddedStore } from "./storage/embeddedStore.ts";
import { holdFolder } from "./storage/folderLock.ts";
import { openStore, type Store } from "./storage/openStore.ts";

/** Real seconds between looks at an empty queue. */
const queueEverySeconds = 2;
/** Real time for which deliveries are left to replicas of a newer release, once one was met that only they can read: idle ones would take them all. */
const leftToNewerMs = 60_000;
/** Real time a message to Teams may take: one begun just before the process is told to stop still ends in the 10 s it has. */
const sendLimitMs = 8_000;

/** All but Teams: what the command line needs. */
export type StoredPorts = Omit<Ports, "messenger">;

/** The store as it stands, which may be empty. @throws Error with one sentence when the embedded store does not come up */
export async function findConfiguredStore({ store }: Config): Promise<Store> {
  return openStore(store.kind === "embedded" ? await attachEmbeddedStore(store.dataDir) : store.connection);
}

/** @throws Error with one sentence when the store does not come up */
export async function openConfiguredStore(config: Config): Promise<Store> {
  const store = await findConfiguredStore(config);
  await store.ready();
  return store;
}

/** Store, clock and calendar. In local mode time can be moved; everywhere else it is real. */
export async function openPorts(config: Config, store: Store, log: Log): Promise<StoredPorts> {
  const { plans, people, notices, pendingImports } = store;
  const stored = { plans, people, notices, pendingImports, calendar, log };
  if (config.mode === "teams") return { ...stored, clock: systemClock };
  const clock = await openMovableClock(store.clock, config.clockStart);
  return { ...stored, clock, moveClock: clock.moveTo };
}

export interface Service {
  readonly port: number;
  readonly url: string;
  readonly ports: Ports;
  /** Takes no more work, finishes what is in hand, lets go of the data folder. The embedded store goes on. */
  close(): Promise<void>;
}

/** Starts the bot on the store its configuration names. @throws Error with one sentence when it can't start */
export async function startService(config: Config, log: Log): Promise<Service> {
  const folder = config.store.kind === "embedded" ? holdFolder(config.store.dataDir) : undefined;
  try {
    // A second to load, and nothing to a service that is not measured.
    const telemetry = config.telemetry === undefined ? undefined : (await import("./telemetry/startTelemetry.ts")).startTelemetry(config.telemetry);
    const service = await serve(config, await openConfiguredStore(config), log, telemetry?.ports, telemetry?.front);
    return {
      ...service,
      async close() {
        await service.close();
        folder?.release();
        await telemetry?.stop();
      },
    };
  } catch (error) {
    folder?.release();
    throw error;
  }
}

/**
 * The bot on a store: HTTP, the daily run, the queue.
 *
 * @param dress - puts something round the ports, as telemetry does to measure, and the fault campaign to stop a process at a chosen step
 * @param dressFront - the same round what people can say
 */
export async function serve(
  config: Config,
  store: Store,
  log: Log,
  dress: (ports: Ports) => Ports = (ports) => ports,
  dressFront: (front: Front) => Front = (front) => front,
): Promise<Service> {
  // One row that cannot be read, or a store that is slow, keeps nobody from their work.
  const recover = () => store.recover().catch((error: unknown) => log.error("what a crash left was not tidied", error));
  await recover();
  const stored = await openPorts(config, store, log);
  // Slow to load, and nothing to the command line, which shares this file.
  const { openTeams } = await import("./teams/openTeams.ts");
  const teams = openTeams({ identity: config.bot, log, sendsPerSecond: config.sendsPerSecond, sharePoint: config.sharePoint, timeLimitMs: sendLimitMs });
  const { moveClock } = stored;
  const ports = dress({
    ...stored,
    messenger: teams.messenger,
    ...(moveClock && {
      async moveClock(to) {
        await moveClock(to);
        void days.poke();
      },
    }),
  });

  const runPlans = makeRunPlans(ports, config.admins);
  const sweepImports = makeSweepImports(ports);
  let leftUntilMs = 0;
  const leaveToNewer = () => {
    leftUntilMs = performance.now() + leftToNewerMs;
  };
  const queue = startTicker(
    async (stopping) => {
      if (performance.now() < leftUntilMs) return;
      if (await drainQueue(ports, config.admins, stopping, undefined, leaveToNewer)) void queue.poke();
    },
    queueEverySeconds,
    log,
  );
  const days = startTicker(
    async (stopping) => {
      await recover();
      await runPlans(stopping);
      void queue.poke();
      await sweepImports();
    },
    config.tickSeconds,
    log,
  );
  const stopTickers = () => Promise.all([days.stop(), queue.stop()]);
  const ready = async () => {
    await ports.plans.list();
    return days.alive() && queue.alive();
  };

  try {
    const server = await teams.serve(config.port, dressFront(makeFront(ports, config.admins)), ready);
    return {
      port: server.port,
      url: server.url,
      ports,
      async close() {
        await Promise.all([server.close(), stopTickers()]);
      },
    };
  } catch (error) {
    await stopTickers();
    throw error;
  }
}

import { setTimeout as wait } from "node:timers/promises";
import { calendar } from "../../src/clock/calendar.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { connect } from "../../src/storage/connection.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openTable } from "../../src/storage/table.ts";
import { type Fault, startStandInConnector } from "../support/standInConnector.ts";
import { answer, arrive, changeLink } from "./answering.ts";
import type { Chance } from "./chance.ts";
import { checkRound } from "./checkRound.ts";
import type { Emulator } from "./emulator.ts";
import { steps } from "./killAt.ts";
import { leaseSeconds } from "./orders.ts";
import type { PlantedFault } from "./plantedFaults.ts";
import type { Replicas } from "./replicas.ts";
import { conversationsOf, startRound } from "./round.ts";
import { dayOf, moveClocks, nextMorning, nextStop, noteDays, type Stage, startDays } from "./stage.ts";
import { nothing, sum, type Tally } from "./tally.ts";
import { unsettled } from "./unsettled.ts";

export interface BatchParts {
  readonly chance: Chance;
  readonly emulator: Emulator;
  readonly replicas: Replicas;
  /** Plans played side by side. */
  readonly rounds: number;
  readonly steps: number;
  /** Now and then something that takes long: the store away for 10 s, a conversation that hangs. */
  readonly patient: boolean;
  readonly planted?: PlantedFault;
}

/** Plays some rounds at once on the same replicas and under the same faults, heals everything, and checks each. */
export async function runBatch(parts: BatchParts): Promise<Tally> {
  const { stage, close } = await setUp(parts);
  try {
    for (let i = 0; i < parts.steps; i++) {
      await takeStep(stage, parts);
      await wait(stage.chance.below(250));
    }
    const left = await quiesce(stage);
    const tallies = await Promise.all(stage.rounds.map((round) => checkRound(round, stage)));
    return sum(tallies.reduce(sum, nothing), { ...nothing, lost: left.length, faults: left });
  } finally {
    await close();
  }
}

async function setUp({ chance, emulator, replicas, rounds, planted }: BatchParts): Promise<{ stage: Stage; close(): Promise<void> }> {
  const { connectionString } = emulator;
  const prefix = `f${chance.hex(12)}`;
  const store = await openStore({ connectionString }, { prefix, leaseSeconds });
  await store.ready();
  const clients = await connect({ connectionString }, `${prefix}drumbeat`, `${prefix}drumbeat-deliveries`);
  const connector = await startStandInConnector();

  const today = chance.oneOf(startDays);
  const at = calendar.instantAt(today, "08:00", "Europe/London");
  // Before any replica starts: one that starts takes an import under way for one that crashed.
  const begun = await Promise.all(Array.from({ length: rounds }, () => startRound(store, chance.fork(), today, at, connector.url)));
  const skews = Array.from({ length: planted ? 3 : 1 + chance.below(4) }, () => chance.below(21) - 10);
  const started = skews.map((minutes) =>
    replicas.start({ connectionString, prefix, planted, at: instantOf(Date.parse(at) + minutes * 60_000), realAheadMs: minutes * 60_000 }),
  );
  const stage: Stage = {
    ...{ chance, emulator, connector, store, table: openTable(clients.table), replicas: started, skews, rounds: begun },
    ...{ daysSpoken: new Set(), inHand: new Set(), unheard: new Set() },
  };
  await Promise.all(started.map((replica) => replica.up()));
  return {
    stage,
    async close() {
      await stage.outage;
      await Promise.all(started.map((replica) => replica.stop()));
      await clients.table.deleteTable();
      await clients.queue.delete();
      await connector.close();
    },
  };
}

const often = { clock: 6, answer: 8, kill: 6, killNow: 1, refuse: 6, arrive: 2, link: 2, outage: 1 } as const;
const kinds = Object.entries(often).flatMap(([kind, times]) => Array<keyof typeof often>(times).fill(kind as keyof typeof often));

async function takeStep(stage: Stage, { patient }: BatchParts): Promise<void> {
  const { chance, replicas, rounds, connector } = stage;
  const [kind, replica, round] = [chance.oneOf(kinds), chance.oneOf(replicas), chance.oneOf(rounds)];
  switch (kind) {
    case "clock":
      return chance.happens(0.5) ? standAt(stage) : moveClocks(stage, nextStop(stage, latest(stage)));
    case "answer":
      for (const one of rounds) if (one === round || chance.happens(0.7)) inHand(stage, answer(stage, one));
      return;
    case "kill":
      return replica.killAt({ step: chance.oneOf(steps), when: chance.oneOf(["before", "after"]), passing: 1 + chance.below(3) });
    case "killNow":
      return replica.kill();
    case "refuse":
      for (const one of rounds)
        if (one === round || chance.happens(0.6)) connector.fail(chance.oneOf(conversationsOf(one)), chooseFault(chance, patient), 1 + chance.below(3));
      return;
    case "arrive":
      for (const one of rounds) if (one === round || chance.happens(0.3)) inHand(stage, arrive(stage, chance.oneOf(one.leads)));
      return;
    case "link":
      for (const one of rounds) if (one === round || chance.happens(0.2)) inHand(stage, changeLink(stage, one));
      return;
    case "outage":
      if (!stage.outage) stage.outage = takeStoreAway(stage, patient && chance.happens(0.3) ? 10_000 : chance.below(2_000));
  }
}

/** Moves on, and stays until everything the domain owes on that day has been noticed. */
async function standAt(stage: Stage): Promise<void> {
  await moveClocks(stage, nextStop(stage, latest(stage)));
  await stage.outage;
  await Promise.all(stage.inHand);
  const today = dayOf(stage);
  if (!today) return;
  const marks = await Promise.all(
    stage.rounds.map(async (round) => {
      const until = performance.now() + 30_000;
      for (;;) {
        const left = await unsettled(stage.store, round.plan, today);
        if (left.missing.length === 0 || performance.now() > until) return left.marks;
        await wait(100);
      }
    }),
  );
  stage.rounds.forEach((round, i) => {
    for (const mark of marks[i] ?? []) round.expected.add(mark);
  });
}

/** @returns a sentence for whatever is still owed after everything was healed and had its time */
async function quiesce(stage: Stage): Promise<string[]> {
  await stage.outage;
  await Promise.all(stage.inHand);
  for (const replica of stage.replicas) await replica.killAt(undefined);
  for (const conversation of stage.rounds.flatMap(conversationsOf)) stage.connector.heal(conversation);
  await Promise.all(stage.replicas.map((replica) => replica.up()));
  for (const lead of stage.rounds.flatMap(({ leads }) => leads)) if (stage.unheard.has(lead.objectId)) await arrive(stage, lead);

  let left: string[] = [];
  const morning = Date.parse(nextMorning(latest(stage)));
  for (let quarter = 0; quarter < 16; quarter++) {
    // Three minutes of real time a go, after which whoever was sending is taken for dead; plan time a quarter, so that plans are run.
    await Promise.all(stage.replicas.map((replica, i) => replica.moveRealTime((stage.skews[i] ?? 0) * 60_000 + (quarter + 1) * 180_000)));
    await moveClocks(stage, instantOf(morning + quarter * 15 * 60_000));
    for (const until = performance.now() + 1_500; performance.now() < until; await wait(150)) {
      left = (await Promise.all(stage.rounds.map((round) => leftOf(stage, round)))).flat();
      if (left.length === 0) return [];
    }
  }
  noteDays(stage);
  return left.map((one) => `lost: ${one}`);
}

async function leftOf(stage: Stage, round: Stage["rounds"][number]): Promise<string[]> {
  const today = dayOf(stage);
  if (!today) return [];
  const { marks, missing, others, underWay } = await unsettled(stage.store, round.plan, today);
  for (const mark of marks) round.expected.add(mark);
  return [...missing, ...others, ...underWay].map((one) => `${round.plan} still owes ${one}`);
}

async function takeStoreAway(stage: Stage, ms: number): Promise<void> {
  await stage.emulator.stop();
  await wait(ms);
  await stage.emulator.start();
  stage.outage = undefined;
}

function chooseFault(chance: Chance, patient: boolean): Fault {
  if (patient && chance.happens(0.02)) return "hang";
  return chance.oneOf<Fault>([
    { status: 429, retryAfter: "1" },
    { status: 429 },
    { status: 412, retryAfter: "1" },
    { status: 412 },
    ...[500, 502, 503, 504].flatMap((status) => [{ status }, { status, arrives: true }]),
    { status: 403, code: "ConversationBlockedByUser" },
    { status: 404, code: "ConversationNotFound" },
    "reset",
    "takeThenReset",
    "noId",
  ]);
}

/** What cannot be done while the store is away is not done; nobody was promised it. */
function inHand({ inHand }: Stage, work: Promise<void>): void {
  const done = work.catch(() => {}).finally(() => inHand.delete(done));
  inHand.add(done);
}

function latest({ replicas }: Stage) {
  return instantOf(Math.max(...replicas.map((replica) => Date.parse(replica.now()))));
}

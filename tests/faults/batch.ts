import { setTimeout as wait } from "node:timers/promises";
import { calendar } from "../../src/clock/calendar.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { connect } from "../../src/storage/connection.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { planPartition } from "../../src/storage/planRows.ts";
import { openTable } from "../../src/storage/table.ts";
import { tableNameOf } from "../../src/storage/tableNames.ts";
import { newConversations, rosterOf, startStandInConnector } from "../support/standInConnector.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";
import { type Release, releases } from "../support/trialShapes.ts";
import { arrive } from "./answering.ts";
import type { Chance } from "./chance.ts";
import { checkRound } from "./checkRound.ts";
import type { Emulator } from "./emulator.ts";
import { decide } from "./managing.ts";
import { leaseSeconds } from "./orders.ts";
import { patientStore, patientTable } from "./patientStore.ts";
import type { PlantedFault } from "./plantedFaults.ts";
import type { Replicas } from "./replicas.ts";
import { conversationsOf, startRound } from "./round.ts";
import { dayOf, latest, moveClocks, nextMorning, note, noteDays, type Stage, startDays } from "./stage.ts";
import { takeStep } from "./takeStep.ts";
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
      await takeStep(stage, parts.patient);
      await wait(stage.chance.below(250));
    }
    await decideOften(stage);
    const left = await quiesce(stage);
    const tallies = await Promise.all(stage.rounds.map((round) => checkRound(round, stage)));
    return sum(tallies.reduce(sum, nothing), { ...nothing, lost: left.length, faults: left, played: Object.fromEntries(stage.played) });
  } finally {
    await close();
  }
}

async function setUp({ chance, emulator, replicas, rounds, planted }: BatchParts): Promise<{ stage: Stage; close(): Promise<void> }> {
  const { connectionString } = emulator;
  const prefix = `f${chance.hex(12)}`;
  // Reads what every release writes.
  const store = patientStore(await openStore({ connectionString }, { prefix, leaseSeconds, shapes: releases.between }));
  await store.ready();
  const connection = await connect({ connectionString });
  const connector = await startStandInConnector({ limits: chance.happens(0.4) });

  const today = chance.oneOf(startDays);
  const begunAt = calendar.instantAt(today, "08:00", "Europe/London");
  const begun = await Promise.all(Array.from({ length: rounds }, () => startRound(store, chance.fork(), today, begunAt, connector.url)));
  const team = chance.happens(0.5) ? `19:team-${chance.hex(8)}@thread.tacv2` : undefined;
  if (team) {
    await store.people.saveTeam({ teamId: team, serviceUrl: connector.url, tenantId, botId });
    const strangers = begun.flatMap(({ leads }) => leads.filter(({ known }) => !known && chance.happens(0.5)));
    connector.addMembers(
      team,
      strangers.map(({ objectId, lead }) => ({ objectId, name: lead })),
    );
  }
  const skews = Array.from({ length: planted ? 3 : 1 + chance.below(4) }, () => chance.below(21) - 10);
  const rolling = planted ? "no" : chance.oneOf(["no", "no", "step by step", "step by step", "at once"] as const);
  const played = new Map<string, number>([[`batches of ${skews.length} replicas, rolling: ${rolling}`, 1]]);
  const started = skews.map((minutes, i) => {
    const release = releaseOf(i, rolling, planted);
    const at = instantOf(Date.parse(begunAt) + minutes * 60_000);
    return replicas.start({ connectionString, prefix, planted, release, at, realAheadMs: minutes * 60_000 }, (how) => note({ played }, how));
  });
  const stage: Stage = {
    ...{
      chance,
      emulator,
      connector,
      store,
      table: patientTable(openTable(connection, prefix, releases.between)),
      replicas: started,
      skews,
      rounds: begun,
      team,
      rolling,
      played,
    },
    ...{ daysSpoken: new Set(), inHand: new Set(), unheard: new Set() },
  };
  await Promise.all(started.map((replica) => replica.up()));
  return {
    stage,
    async close() {
      await stage.outage;
      await Promise.all(started.map((replica) => replica.stop()));
      const partitions = ["directory", ...begun.map(({ plan }) => planPartition(plan))];
      for (const partition of partitions) await connection.table(tableNameOf(prefix, partition)).deleteTable();
      await connection.queue(`${prefix}drumbeat-deliveries`).delete();
      await connector.close();
    },
  };
}

/** Rolled at once, the first is of the newest release from the start, and the others do not know its rows. */
function releaseOf(replica: number, rolling: Stage["rolling"], planted: PlantedFault | undefined): Release {
  if (planted === "a newer version's rows taken for one's own") return replica === 0 ? "next" : "careless";
  return rolling === "at once" && replica === 0 ? "next" : "old";
}

/** What failed by now is decided about while replicas still die and conversations still fail. */
async function decideOften(stage: Stage): Promise<void> {
  await stage.outage;
  for (let i = 0; i < 3; i++) {
    await Promise.allSettled(stage.rounds.map((round) => decide(stage, round)));
    await wait(200);
  }
}

/** @returns a sentence for whatever is still owed after everything was healed and had its time */
async function quiesce(stage: Stage): Promise<string[]> {
  await stage.outage;
  await Promise.all(stage.inHand);
  for (const replica of stage.replicas) await replica.killAt(undefined);
  for (const conversation of stage.rounds.flatMap(conversationsOf)) stage.connector.heal(conversation);
  for (const source of [newConversations, ...(stage.team ? [rosterOf(stage.team)] : [])]) stage.connector.heal(source);
  await Promise.all(stage.replicas.map((replica) => replica.up()));
  for (const lead of stage.rounds.flatMap(({ leads }) => leads)) if (stage.unheard.has(lead.objectId)) await arrive(stage, lead);

  let left: string[] = [];
  const morning = Date.parse(nextMorning(latest(stage)));
  for (let quarter = 0; quarter < 16; quarter++) {
    // Three minutes of real time a go, after which whoever was sending is taken for dead; plan time a quarter, so that plans are run.
    await Promise.all(stage.replicas.map((replica, i) => replica.moveRealTime((stage.skews[i] ?? 0) * 60_000 + (quarter + 1) * 180_000)));
    await moveClocks(stage, instantOf(morning + quarter * 15 * 60_000));
    for (const until = performance.now() + 4_000; performance.now() < until; await wait(250)) {
      left = [...(await Promise.all(stage.rounds.map((round) => leftOf(stage, round)))).flat(), ...(await cutShort(stage))];
      if (left.length === 0) return [];
    }
  }
  noteDays(stage);
  return left.map((one) => `lost: ${one}`);
}

/** An import that was cut short is tidied up within minutes of real time, and not at once. */
async function cutShort({ store }: Stage): Promise<string[]> {
  const { imports } = await store.examine();
  return imports.map(({ plan }) => `${plan} still owes the end of an import`);
}

async function leftOf(stage: Stage, round: Stage["rounds"][number]): Promise<string[]> {
  const today = dayOf(stage);
  if (!today) return [];
  const { marks, missing, others, underWay } = await unsettled(stage.store, round.plan, today);
  for (const mark of marks) round.expected.add(mark);
  return [...missing, ...others, ...underWay].map((one) => `${round.plan} still owes ${one}`);
}

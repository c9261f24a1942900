import { setTimeout as wait } from "node:timers/promises";
import { calendar } from "../../src/clock/calendar.ts";
import { addDays, day, type Instant, instantOf, type LocalDate } from "../../src/domain/localDate.ts";
import type { Store } from "../../src/storage/openStore.ts";
import type { Table } from "../../src/storage/table.ts";
import type { StandInConnector } from "../support/standInConnector.ts";
import { teamsPerson } from "../support/teamsPerson.ts";
import type { Chance } from "./chance.ts";
import type { Emulator } from "./emulator.ts";
import type { Replica } from "./replicas.ts";
import type { Round } from "./round.ts";
import { unsettled } from "./unsettled.ts";

/** Everything a batch of rounds plays with. */
export interface Stage {
  readonly chance: Chance;
  readonly emulator: Emulator;
  readonly connector: StandInConnector;
  readonly store: Store;
  readonly table: Table;
  readonly replicas: readonly Replica[];
  /** Of each replica's plan time, minutes. */
  readonly skews: readonly number[];
  readonly rounds: readonly Round[];
  readonly daysSpoken: Set<LocalDate>;
  /** Set while the emulator is away. */
  outage?: Promise<void>;
  /** Presses not yet answered. */
  readonly inHand: Set<Promise<void>>;
  /** A team that holds the bot, through whose roster some can be reached who never wrote. */
  readonly team?: string;
  /** Whether replicas go over to another release: as they should, or with newer ones among those that cannot read their rows. */
  readonly rolling: "no" | "step by step" | "at once";
  /** What was done to it, and how often. */
  readonly played: Map<string, number>;
  /** People whose first words were lost with the replica that heard them. */
  readonly unheard: Set<string>;
}

export function note({ played }: Pick<Stage, "played">, what: string): void {
  played.set(what, (played.get(what) ?? 0) + 1);
}

const timeZone = "Europe/London";
const holidays = "GB-ENG";

/** Thursdays and Fridays before both clock changes, before Christmas, before a month of bank holidays; and a quiet week. */
export const startDays = ["2022-10-27", "2023-03-23", "2023-10-26", "2024-03-28", "2022-12-21", "2023-04-28", "2023-02-06"].map(day);

export function localDay(at: Instant): LocalDate {
  return calendar.localTime(at, timeZone).day;
}

/** Moves every replica's clock, each by its own skew. */
export async function moveClocks(stage: Stage, to: Instant): Promise<void> {
  noteDays(stage);
  await Promise.all(stage.replicas.map((replica, i) => replica.moveClock(instantOf(Date.parse(to) + (stage.skews[i] ?? 0) * 60_000))));
  noteDays(stage);
}

export function noteDays({ replicas, daysSpoken }: Pick<Stage, "replicas" | "daysSpoken">): void {
  for (const replica of replicas) {
    const { day, time } = calendar.localTime(replica.now(), timeZone);
    if (time >= "09:00") daysSpoken.add(day);
  }
}

/** The next moment worth standing at: about nine, where replicas disagree whether it is; later; days later. */
export function nextStop({ chance }: Stage, now: Instant): Instant {
  const { day } = calendar.localTime(now, timeZone);
  const on = addDays(day, chance.oneOf([0, 1, 1, 1, 2, 3, 4, 7, 9]));
  const at = calendar.instantAt(on, chance.oneOf(["08:35", "08:57", "09:04", "09:20", "11:00", "16:45"]), timeZone);
  return at > now ? at : calendar.instantAt(addDays(on, 1), "09:20", timeZone);
}

/** The working day on which the replica furthest ahead already speaks, if it is one. */
export function dayOf({ replicas }: Stage): LocalDate | undefined {
  const latest = replicas
    .map((replica) => replica.now())
    .sort()
    .at(-1);
  if (!latest) return undefined;
  const { day, time } = calendar.localTime(latest, timeZone);
  return time >= "09:00" && calendar.isWorkingDay(day, holidays) ? day : undefined;
}

/** Eleven o'clock on the next working day. */
export function nextMorning(now: Instant): Instant {
  let { day } = calendar.localTime(now, timeZone);
  do day = addDays(day, 1);
  while (!calendar.isWorkingDay(day, holidays));
  return calendar.instantAt(day, "11:00", timeZone);
}

/** A replica that listens. */
export async function oneUp({ chance, replicas }: Stage): Promise<string> {
  const listening = replicas.flatMap(({ url }) => url ?? []);
  return listening.length > 0 ? chance.oneOf(listening) : Promise.race(replicas.map((replica) => replica.up()));
}

/** Somebody presses a card, at any replica. @returns the answer's body; undefined when there was none, or no good one */
export async function pressAs(stage: Stage, objectId: string, data: object, name = "Somebody"): Promise<unknown> {
  const botUrl = await oneUp(stage);
  try {
    const { status, body } = await teamsPerson({ ...stage, botUrl, objectId, name }).press("1", data);
    return status === 200 ? body : undefined;
  } catch {
    return undefined; // The replica died before it answered, and nobody was thanked.
  }
}

/** Plan time of the replica furthest ahead. */
export function latest({ replicas }: Pick<Stage, "replicas">): Instant {
  return instantOf(Math.max(...replicas.map((replica) => Date.parse(replica.now()))));
}

/** Moves on, and stays until everything the domain owes on that day has been noticed. */
export async function standAt(stage: Stage): Promise<void> {
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
        await wait(200);
      }
    }),
  );
  stage.rounds.forEach((round, i) => {
    for (const mark of marks[i] ?? []) round.expected.add(mark);
  });
}

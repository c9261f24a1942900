import { setTimeout as wait } from "node:timers/promises";
import { refusalsForGood } from "../support/refusals.ts";
import { type Fault, newConversations, rosterOf } from "../support/standInConnector.ts";
import { answer, arrive, changeLink, changeMind } from "./answering.ts";
import type { Chance } from "./chance.ts";
import { steps } from "./killAt.ts";
import { bringFile, decide, signOff } from "./managing.ts";
import { askForDate, settleDate } from "./movingDates.ts";
import type { Replica } from "./replicas.ts";
import { conversationsOf, type Round } from "./round.ts";
import { speak } from "./speaking.ts";
import { latest, moveClocks, nextStop, note, type Stage, standAt } from "./stage.ts";

const often = {
  ...{ clock: 8, answer: 8, mind: 4, decide: 5, signOff: 3, file: 3, arrive: 2, link: 2 },
  ...{ speak: 5, askForDate: 4, settleDate: 4 },
  ...{ kill: 6, killNow: 1, refuse: 11, outage: 1, realClock: 1, roll: 3 },
} as const;
type Kind = keyof typeof often;
const kinds = Object.entries(often).flatMap(([kind, times]) => Array<Kind>(times).fill(kind as Kind));

/** @param patient - now and then something that takes long: the store away for 10 s, a conversation that hangs */
export async function takeStep(stage: Stage, patient: boolean): Promise<void> {
  const { chance, replicas, rounds, connector } = stage;
  const [kind, replica, round] = [chance.oneOf(kinds), chance.oneOf(replicas), chance.oneOf(rounds)];
  const withMost = (share: number, work: (stage: Stage, round: Round) => Promise<void>) => {
    for (const one of rounds) if (one === round || chance.happens(share)) inHand(stage, work(stage, one));
  };
  switch (kind) {
    case "clock":
      return chance.happens(0.5) ? standAt(stage) : moveClocks(stage, nextStop(stage, latest(stage)));
    case "answer":
      return withMost(0.7, answer);
    case "mind":
      return withMost(0.5, changeMind);
    case "decide":
      return withMost(0.7, decide);
    case "signOff":
      return withMost(0.7, signOff);
    case "speak":
      return withMost(0.6, speak);
    case "askForDate":
      return withMost(0.6, askForDate);
    case "settleDate":
      return withMost(0.7, settleDate);
    case "file":
      return withMost(0.2, bringFile);
    case "arrive":
      return withMost(0.3, (stage, one) => arrive(stage, chance.oneOf(one.leads)));
    case "link":
      return withMost(0.2, changeLink);
    case "kill":
      return replica.killAt({ step: chance.oneOf(steps), when: chance.oneOf(["before", "after"]), passing: 1 + chance.below(3) });
    case "killNow":
      return replica.kill();
    case "refuse":
      for (const one of rounds)
        if (one === round || chance.happens(0.6)) connector.fail(chance.oneOf(conversationsOf(one)), chooseFault(chance, patient), 1 + chance.below(3));
      if (stage.team) connector.fail(chance.oneOf([rosterOf(stage.team), newConversations]), chooseFault(chance, false), 1 + chance.below(4));
      return;
    case "realClock":
      note(stage, "real clock of a replica jumped");
      return replica.moveRealTime((chance.below(21) - 10) * 60_000);
    case "roll":
      return roll(stage);
    case "outage":
      if (!stage.outage) stage.outage = takeStoreAway(stage, replica, patient && chance.happens(0.3) ? 10_000 : chance.below(2_000));
  }
}

async function takeStoreAway(stage: Stage, replica: Replica, ms: number): Promise<void> {
  note(stage, ms >= 10_000 ? "store away for 10 s" : "store away for up to 2 s");
  const kills = stage.chance.happens(0.4);
  await stage.emulator.stop();
  await wait(ms / 2);
  if (kills) {
    note(stage, "killed while the store was away");
    replica.kill();
  }
  await wait(ms / 2);
  await stage.emulator.start();
  stage.outage = undefined;
}

/** From one release to the next as an operator does, a replica at a time: none is two releases ahead of another. */
async function roll(stage: Stage): Promise<void> {
  const { rolling, replicas, chance } = stage;
  if (rolling === "no") return;
  const behind = replicas.find(({ release }) => release === "old") ?? replicas.find(({ release }) => release !== "next");
  if (!behind) return;
  const to = rolling === "step by step" && behind.release === "old" ? "between" : "next";
  const how = chance.oneOf(["gently", "by a kill"] as const);
  note(stage, `rolled ${how} from ${behind.release} to ${to}`);
  await behind.rollTo(to, how);
}

function chooseFault(chance: Chance, patient: boolean): Fault {
  if (patient && chance.happens(0.02)) return "hang";
  return chance.oneOf<Fault>([
    { status: 429, retryAfter: "1" },
    { status: 429 },
    { status: 412, retryAfter: "1" },
    { status: 412 },
    ...[500, 502, 503, 504].flatMap((status) => [{ status }, { status, arrives: true }]),
    chance.oneOf(refusalsForGood),
    chance.oneOf(refusalsForGood),
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

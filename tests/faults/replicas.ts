import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Instant, instantOf } from "../../src/domain/localDate.ts";
import type { Doom } from "./killAt.ts";
import type { Order, Serving } from "./orders.ts";

/** A replica that comes back when it dies, as whatever runs it would see to. */
export interface Replica {
  /** Where it listens; undefined while it is dead or starting. */
  readonly url: string | undefined;
  readonly deaths: number;
  /** Plan time on its machine. */
  now(): Instant;
  moveClock(to: Instant): Promise<void>;
  moveRealTime(realAheadMs: number): Promise<void>;
  killAt(doom: Doom | undefined): Promise<void>;
  kill(): void;
  /** Resolves when it listens. */
  up(): Promise<string>;
  /** Ends its service; the process is kept for another. */
  stop(): Promise<void>;
}

export interface Replicas {
  start(serving: Serving): Replica;
  close(): void;
}

interface Process {
  readonly child: ChildProcess;
  ask(order: Order): Promise<string | undefined>;
}

/** Keeps processes that are loaded and idle, so that the dead are replaced at once. */
export function openReplicas(): Replicas {
  const idle: Process[] = [];
  const all = new Set<Process>();

  return {
    start: (serving) => startReplica(serving, take, (process) => void idle.push(process)),
    close() {
      for (const { child } of all) child.kill("SIGKILL");
    },
  };

  function take(): Process {
    while (idle.length < 2) idle.push(startProcess());
    return idle.shift() as Process;
  }

  function startProcess(): Process {
    const process = launch();
    all.add(process);
    process.child.once("exit", () => all.delete(process));
    return process;
  }
}

function startReplica(first: Serving, take: () => Process, giveBack: (process: Process) => void): Replica {
  let serving = first;
  let setAt = performance.now();
  let url: string | undefined;
  let deaths = 0;
  let stopped = false;
  let process = begin();

  const now = () => instantOf(Date.parse(serving.at) + performance.now() - setAt);
  return {
    get url() {
      return url;
    },
    get deaths() {
      return deaths;
    },
    now,
    async moveClock(to) {
      if (to <= now()) return;
      serving = { ...serving, at: to };
      setAt = performance.now();
      await process.ask({ do: "moveClock", to });
    },
    async moveRealTime(realAheadMs) {
      serving = { ...serving, realAheadMs };
      await process.ask({ do: "moveRealTime", realAheadMs });
    },
    killAt: async (doom) => void (await process.ask({ do: "killAt", doom })),
    kill: () => void process.child.kill("SIGKILL"),
    async up() {
      while (!url) await wait(20);
      return url;
    },
    async stop() {
      stopped = true;
      await process.ask({ do: "stop" });
      if (process.child.exitCode === null && process.child.signalCode === null) giveBack(process);
    },
  };

  function begin(): Process {
    const started = take();
    started.child.once("exit", () => {
      if (stopped) return;
      url = undefined;
      deaths += 1;
      process = begin();
    });
    void listen(started);
    return started;
  }

  /** Tries again while the store is away. */
  async function listen(started: Process): Promise<void> {
    while (!stopped && started.child.exitCode === null && started.child.signalCode === null) {
      const at = instantOf(Date.parse(serving.at) + performance.now() - setAt);
      const heard = await started.ask({ do: "serve", ...serving, at });
      if (started === process) url = heard;
      if (heard) return;
      await wait(200);
    }
  }
}

/** Answers undefined for an order it could not obey, or did not live to. */
function launch(): Process {
  const child = fork(fileURLToPath(new URL("./replica.ts", import.meta.url)), { execArgv: ["--disable-warning=ExperimentalWarning"] });
  const waiting = new Map<number, (url: string | undefined) => void>();
  let last = 0;
  child.on("message", ({ number, url }: { number: number; url?: string }) => {
    waiting.get(number)?.(url);
    waiting.delete(number);
  });
  child.once("exit", () => {
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
  });
  return {
    child,
    ask(order) {
      if (!child.connected) return Promise.resolve(undefined);
      const number = ++last;
      return new Promise((resolve) => {
        waiting.set(number, resolve);
        child.send({ number, order }, (error) => error && resolve(undefined));
      });
    },
  };
}

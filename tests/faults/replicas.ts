import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Instant, instantOf, type LocalDate } from "../../src/domain/localDate.ts";
import type { Release } from "../support/trialShapes.ts";
import type { Doom } from "./killAt.ts";
import type { Order, Serving } from "./orders.ts";

/** A replica that comes back when it dies, as whatever runs it would see to. */
export interface Replica {
  /** Where it listens; undefined while it is dead or starting. */
  readonly url: string | undefined;
  readonly release: Release;
  /** Plan time on its machine. */
  now(): Instant;
  moveClock(to: Instant): Promise<void>;
  moveRealTime(realAheadMs: number): Promise<void>;
  killAt(doom: Doom | undefined): Promise<void>;
  kill(): void;
  /** Ends its service, as SIGTERM does, or kills it; it comes back as another release. */
  rollTo(release: Release, how: "gently" | "by a kill"): Promise<void>;
  /** @returns what became of it; undefined when it failed, or the replica did not live to say */
  import(plan: string, csv: string, asOf: LocalDate): Promise<string | undefined>;
  /** Resolves when it listens. */
  up(): Promise<string>;
  /** Ends its service; the process is kept for another. */
  stop(): Promise<void>;
}

export interface Replicas {
  /** @param onDeath - told what killed it */
  start(serving: Serving, onDeath: (how: string) => void): Replica;
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
    start: (serving, onDeath) => startReplica(serving, onDeath, take, (process) => void idle.push(process)),
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

function startReplica(first: Serving, onDeath: (how: string) => void, take: () => Process, giveBack: (process: Process) => void): Replica {
  let serving = first;
  let setAt = performance.now();
  let url: string | undefined;
  let doom: Doom | undefined;
  let stopped = false;
  let process = begin();

  const now = () => instantOf(Date.parse(serving.at) + performance.now() - setAt);
  return {
    get url() {
      return url;
    },
    get release() {
      return serving.release;
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
    async killAt(next) {
      doom = next;
      await process.ask({ do: "killAt", doom });
    },
    kill,
    async rollTo(release, how) {
      serving = { ...serving, release };
      // One that is not up yet is being started; a second start would make two of it.
      if (how === "by a kill" || !url) return kill();
      url = undefined;
      const rolled = process;
      await rolled.ask({ do: "stop" });
      if (rolled === process) void listen(rolled);
    },
    import: (plan, csv, asOf) => process.ask({ do: "import", plan, csv, asOf }),
    async up() {
      while (!url) await wait(20);
      return url;
    },
    async stop() {
      stopped = true;
      process.child.off("exit", comeBack); // It serves others after this one, and would be listened to by all of them.
      await process.ask({ do: "stop" });
      if (process.child.exitCode === null && process.child.signalCode === null) giveBack(process);
    },
  };

  function kill(): void {
    doom = undefined;
    process.child.kill("SIGKILL");
  }

  function begin(): Process {
    const started = take();
    started.child.once("exit", comeBack);
    void listen(started);
    return started;
  }

  function comeBack(): void {
    url = undefined;
    onDeath(doom ? `killed ${doom.when} ${doom.step}` : "killed at any moment");
    doom = undefined;
    process = begin();
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
  const waiting = new Map<number, (answer: string | undefined) => void>();
  let last = 0;
  child.on("message", ({ number, answer }: { number: number; answer?: string }) => {
    waiting.get(number)?.(answer);
    waiting.delete(number);
  });
  child.once("exit", () => {
    for (const tell of waiting.values()) tell(undefined);
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

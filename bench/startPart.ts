import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Part {
  readonly pid: number;
  /** What the part said when it was ready. */
  // biome-ignore lint/suspicious/noExplicitAny: each part says its own
  readonly ready: any;
  /** @throws Error with the part's own stack when the call fails there */
  // biome-ignore lint/suspicious/noExplicitAny: each call answers its own
  call(name: string, argument?: unknown): Promise<any>;
  stop(): Promise<void>;
}

export interface PartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Switches for Node, such as `--cpu-prof`. */
  readonly node?: readonly string[];
}

/** Starts a file of this folder as a process of its own and waits until it is ready. Its log goes nowhere, as it would to a file. */
export async function startPart(file: string, { env = {}, node = [] }: PartOptions = {}): Promise<Part> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ["--disable-warning=ExperimentalWarning", "--expose-gc", ...node, ...profiling(file)],
    env: { ...process.env, NODE_OPTIONS: "", MicrosoftAppId: "", ...env },
    stdio: ["ignore", "ignore", process.env.BENCH_DEBUG ? "inherit" : "ignore", "ipc"],
    serialization: "advanced",
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(fault: Error): void }>();
  let nextId = 0;
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));

  // biome-ignore lint/suspicious/noExplicitAny: as `Part.ready`
  const ready = await new Promise<any>((resolve, reject) => {
    child.once("exit", (code) => {
      const fault = new Error(`${file} ended with ${code}`);
      reject(fault);
      for (const one of waiting.values()) one.reject(fault);
    });
    child.on("message", (message: { ready?: object; id: number; value?: unknown; fault?: string }) => {
      if (message.ready) return resolve(message.ready);
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.fault) call?.reject(new Error(message.fault));
      else call?.resolve(message.value);
    });
  });

  return {
    pid: child.pid ?? 0,
    ready,
    call(name, argument) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, name, argument });
      });
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

/** `BENCH_PROFILE=drumbeat` leaves a CPU profile of that part in build/profiles. */
function profiling(file: string): string[] {
  const wanted = process.env.BENCH_PROFILE;
  return wanted && file.includes(wanted) ? ["--cpu-prof", "--cpu-prof-dir=build/profiles"] : [];
}

import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** Where a trial keeps its data and listens. */
export interface TrialPlace {
  readonly dataDir: string;
  readonly port: number;
  readonly playgroundPort: number;
}

export interface TrialProcess {
  /** All it has printed so far. */
  printed(): string;
  /** What it said when it came up. @throws Error when it does not within 30 s */
  readonly greeting: Promise<string>;
  /** With what it ended; null after a signal it did not handle. */
  readonly ended: Promise<number | null>;
  /** Ctrl-C, which a terminal sends to every process of the group. */
  interrupt(): void;
  /** For good, when it does not stop otherwise. */
  kill(): void;
}

/** `npm start`, as somebody types it, in a process group of its own. */
export function startTrial({ dataDir, port, playgroundPort }: TrialPlace): TrialProcess {
  const child = spawn("npm", ["start"], {
    cwd: new URL("../../", import.meta.url),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DRUMBEAT_DATA_DIR: dataDir, PORT: String(port), DRUMBEAT_PLAYGROUND_PORT: String(playgroundPort) },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const greeting = waitForGreeting(child, () => printed, ended);
  greeting.catch(() => undefined); // Whoever starts one that is to fail looks at `ended`.

  return { printed: () => printed, greeting, ended, interrupt: () => signalGroup(child, "SIGINT"), kill: () => signalGroup(child, "SIGKILL") };
}

function waitForGreeting(child: ChildProcess, printed: () => string, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`npm start did not come up:\n${printed()}`));
    const patience = setTimeout(fail, 30_000);
    ended.then(fail).finally(() => clearTimeout(patience));
    child.stdout?.on("data", () => {
      if (!/Ctrl-C/.test(printed())) return;
      clearTimeout(patience);
      resolve(printed());
    });
  });
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // It has ended.
  }
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** Command lines of the processes that run on a trial's folder or ports; its store and its Playground name them. */
export function processesAt({ dataDir, port, playgroundPort }: TrialPlace): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(commandLine)
    .filter((line) => line.includes(dataDir) || line.includes(`127.0.0.1:${port}/`) || line.includes(`-p ${playgroundPort} `));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // It has ended meanwhile.
  }
}

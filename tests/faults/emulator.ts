import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, connect as dial } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { azuriteConnection } from "../../src/storage/azuriteServers.ts";

/** A storage emulator that can be taken away and given back: the same ports, the same data. */
export interface Emulator {
  readonly connectionString: string;
  start(): Promise<void>;
  /** Cleanly, by SIGINT: what was acknowledged is saved. */
  stop(): Promise<void>;
}

const account = "faults";
const host = "127.0.0.1";

/** @param folder - where azurite keeps its files */
export async function openEmulator(folder: string): Promise<Emulator> {
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(32).toString("base64");
  const [tablePort, queuePort] = [await freePort(), await freePort()];
  let running: ChildProcess[] = [];

  return {
    connectionString: azuriteConnection({ tablePort, queuePort }, account, key),
    async start() {
      running = [launch("table", tablePort), launch("queue", queuePort)];
      await Promise.all([answering(tablePort), answering(queuePort)]);
    },
    async stop() {
      const ended = running.map((server) => new Promise((resolve) => (server.exitCode === null ? server.once("exit", resolve) : resolve(undefined))));
      for (const server of running) server.kill("SIGINT");
      await Promise.all(ended);
    },
  };

  function launch(service: "table" | "queue", port: number): ChildProcess {
    const args = ["--silent", "--disableTelemetry", "--skipApiVersionCheck", `--${service}Host`, host, `--${service}Port`, String(port), "--location", folder];
    return spawn(process.execPath, [`node_modules/azurite/dist/src/${service}/main.js`, ...args], {
      env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` },
      stdio: "ignore",
    });
  }
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await accepts(port)) return;
    await wait(25);
  }
  throw new Error(`azurite did not come up on port ${port}`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dial(port, host, () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** Below those the system hands out: while azurite is away nobody else is to be given its port. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const server = createServer().once("error", () => resolve(false));
      server.listen(port, host, () => server.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { Benchmark } from "../bench.ts";
import { compare, rowOf } from "../compare.ts";

const patienceMs = 30_000;

/** From the start of the process to the first 200 of /readyz, the store being up, against the bare bot's start. */
export const startUp: Benchmark = async (bench) => {
  const rounds = bench.quick ? 5 : 15;
  const drumbeat = () => startMs("../../src/index.ts", { AZURE_STORAGE_CONNECTION_STRING: bench.connectionString });
  const compared = await compare(rounds, drumbeat, () => startMs("../parts/bareBot.ts", {}));
  const note =
    "Drumbeat is ready when its store answers and its ticker lives; the bare bot when it listens. Drumbeat keeps compiled code from one start to the next, so this is any start but the first";
  return [rowOf("start to /readyz, against the bare bot's", compared, " ms", { wanted: { atMost: 2 }, note })];
};

async function startMs(file: string, env: Readonly<Record<string, string>>): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", fileURLToPath(new URL(file, import.meta.url))], {
    env: { ...process.env, NODE_OPTIONS: "", MicrosoftAppId: "", ...env, PORT: String(port) },
    stdio: "ignore",
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  try {
    while (performance.now() - began < patienceMs) {
      if (await isReady(port)) return performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error(`${file} was not ready within ${patienceMs / 1_000} s`);
  } finally {
    child.kill("SIGKILL");
    await exited;
  }
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

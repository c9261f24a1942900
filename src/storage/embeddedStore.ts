import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { TableServiceClient } from "@azure/data-tables";
import { azuriteConnection } from "./azuriteServers.ts";
import { makeFolder, tryLock } from "./folderLock.ts";
import { anotherOwns, idleSeconds, readKey, readWhereabouts, storeAccount, storeFiles } from "./storeFolder.ts";

export interface EmbeddedStore {
  readonly connectionString: string;
  /** Of the process that owns the data. */
  readonly pid: number;
}

const patienceMs = 20_000;

/**
 * Finds the store of a data folder, starting its owner when none runs; of several starters at once one wins and the
 * others find it. While this process lives the owner is kept awake. A service that is killed loses nothing by it; an
 * owner that is killed loses what azurite has not saved, which it does every 5 seconds.
 *
 * @throws Error, in one sentence, naming the folder and the log when the store does not come up within 20 seconds
 */
export async function attachEmbeddedStore(dataDir: string): Promise<EmbeddedStore> {
  makeFolder(dataDir);
  const deadline = performance.now() + patienceMs;
  let owner: ChildProcess | undefined;
  while (performance.now() < deadline) {
    const running = await findRunning(dataDir);
    if (running) {
      setInterval(() => answers(running.connectionString), (idleSeconds() * 1_000) / 3).unref();
      return running;
    }

    if (owner?.exitCode === anotherOwns) owner = undefined;
    if (owner && (owner.exitCode ?? owner.signalCode) !== null) break;
    owner ??= startOwner(dataDir);
    await pause(50);
  }
  throw new Error(`The embedded store in ${dataDir} did not start; ${storeFiles(dataDir).log} says why.`);
}

/**
 * Asks the owner of a folder's store, if there is one, to save and leave, and waits until it has.
 *
 * @throws Error, in one sentence, when it does not leave within 20 seconds
 */
export async function stopEmbeddedStore(dataDir: string): Promise<void> {
  const deadline = performance.now() + patienceMs;
  let asked = false;
  while (performance.now() < deadline) {
    // The lock goes with the process; its number alone would not tell, being reused, or left by a dead one nobody collects.
    if (isUnowned(dataDir)) return;
    const running = asked ? undefined : await findRunning(dataDir);
    if (running) asked = process.kill(running.pid, "SIGTERM");
    await pause(20);
  }
  throw new Error(`The embedded store in ${dataDir} did not stop; ${storeFiles(dataDir).log} may say why.`);
}

function isUnowned(dataDir: string): boolean {
  const { lock } = storeFiles(dataDir);
  if (!existsSync(lock)) return true;
  const hold = tryLock(lock);
  hold?.release();
  return hold !== undefined;
}

async function findRunning(dataDir: string): Promise<EmbeddedStore | undefined> {
  const [whereabouts, key] = [readWhereabouts(dataDir), readKey(dataDir)];
  if (!whereabouts || !key) return undefined;
  const connectionString = azuriteConnection(whereabouts, storeAccount, key);
  return (await answers(connectionString)) ? { connectionString, pid: whereabouts.pid } : undefined;
}

/** Only the owner of this folder takes its key, so a stranger on a port that was once its own does not pass for it. */
async function answers(connectionString: string): Promise<boolean> {
  const client = TableServiceClient.fromConnectionString(connectionString, { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } });
  try {
    await client.listTables({ requestOptions: { timeout: 2_000 } }).next();
    return true;
  } catch {
    return false;
  }
}

function startOwner(dataDir: string): ChildProcess {
  const log = openSync(storeFiles(dataDir).log, "a");
  const script = fileURLToPath(new URL("./storeOwner.ts", import.meta.url));
  const owner = spawn(process.execPath, [script, resolve(dataDir)], { detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  owner.unref();
  return owner;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { mkdirSync, rmSync } from "node:fs";
import { startAzurite } from "./azuriteServers.ts";
import { tryLock } from "./folderLock.ts";
import { anotherOwns, idleSeconds, readOrMakeKey, storeAccount, storeFiles, writeWhereabouts } from "./storeFolder.ts";

/*
 * The process that owns the embedded store of one data folder: `node storeOwner.ts <data folder>`, started by
 * `attachEmbeddedStore`. It outlives the service, so that a killed service takes no data along; it saves and leaves on
 * SIGTERM or SIGINT, or when nobody has asked it for anything for a while.
 */

const [dataDir = ".data"] = process.argv.slice(2);
const files = storeFiles(dataDir);

// Never released by hand: what azurite still writes while this process ends must not meet another owner.
if (!tryLock(files.lock)) process.exit(anotherOwns);

process.env.AZURITE_ACCOUNTS = `${storeAccount}:${readOrMakeKey(dataDir)}`;
mkdirSync(files.azurite, { recursive: true, mode: 0o700 });
const azurite = await startAzurite(files.azurite);
const { tablePort, queuePort } = azurite;
writeWhereabouts(dataDir, { pid: process.pid, tablePort, queuePort, started: new Date().toISOString() });
say(`ready, tables on port ${tablePort}, queues on port ${queuePort}`);

const idleMs = idleSeconds() * 1_000;
const watch = setInterval(
  () => {
    if (performance.now() - azurite.lastRequestAt() > idleMs) leave(`idle for ${idleSeconds()} s`);
  },
  Math.min(idleMs / 4, 5_000),
);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => leave(signal));

let leaving = false;

/** Ends without process.exit, which would cut off a file azurite is in the middle of writing. */
async function leave(why: string): Promise<void> {
  if (leaving) return;
  leaving = true;
  clearInterval(watch);
  rmSync(files.whereabouts, { force: true });
  await azurite.close();
  say(`saved and left: ${why}`);
}

function say(what: string): void {
  console.log(`${new Date().toISOString()} store owner ${process.pid}: ${what}`);
}

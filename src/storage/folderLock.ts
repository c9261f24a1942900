import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface Hold {
  release(): void;
}

/** Referred to from here so that a lock is not lost when its holder is garbage collected. */
const held = new Set<DatabaseSync>();
const sqliteBusy = 5;

/**
 * Locks a file until it is released or this process ends, however it ends: the lock is the kernel's, taken through
 * SQLite because Node has no file locks of its own. The file itself stays empty.
 *
 * @returns undefined when somebody else, in this process too, holds it
 */
export function tryLock(file: string): Hold | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return undefined;
    throw error;
  }
  held.add(database);
  return {
    release() {
      if (held.delete(database)) database.close();
    },
  };
}

/**
 * Keeps a second Drumbeat off a data folder.
 *
 * @throws Error, in one sentence, when one runs there or the folder cannot be written
 */
export function holdFolder(dataDir: string): Hold {
  makeFolder(dataDir);
  const pidFile = join(dataDir, "service.pid");
  const hold = tryLock(join(dataDir, "service.lock"));
  if (!hold) {
    throw new Error(`Drumbeat already runs on ${dataDir}${holderIn(pidFile)}. Stop it first, or set DRUMBEAT_DATA_DIR to another folder.`);
  }
  writeFileSync(pidFile, String(process.pid));
  return {
    release() {
      rmSync(pidFile, { force: true });
      hold.release();
    },
  };
}

/** @throws Error, in one sentence, when the folder cannot be made or written */
export function makeFolder(dataDir: string): void {
  try {
    makeWithParents(resolve(dataDir));
    const probe = join(dataDir, `.writable-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Error(`Drumbeat cannot write to its data folder ${dataDir} (${(error as NodeJS.ErrnoException).code}). Set DRUMBEAT_DATA_DIR to another.`, {
      cause: error,
    });
  }
}

/** Node's own recursive mkdir never returns where a folder says of a new child that it is not there, as /proc does. */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return;
  makeWithParents(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another starter may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function holderIn(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, "utf8")})`;
  } catch {
    return ""; // It has the lock and is about to write its number.
  }
}

import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What lies in the data folder beside azurite's own files. */
export const storeFiles = (dataDir: string) => ({
  /** Held by the owner while it lives. */
  lock: join(dataDir, "store.lock"),
  /** Where the owner is to be found. */
  whereabouts: join(dataDir, "store.json"),
  /** The account key, readable by this user only: whoever else works on the machine can reach the ports. */
  key: join(dataDir, "store.key"),
  log: join(dataDir, "store.log"),
  azurite: join(dataDir, "azurite"),
});

export const storeAccount = "drumbeat";

export interface Whereabouts {
  readonly pid: number;
  readonly tablePort: number;
  readonly queuePort: number;
  /** ISO instant, for whoever looks into the folder. */
  readonly started: string;
}

/** How long the owner stays when nobody asks it for anything. */
export function idleSeconds(): number {
  return Number(process.env.DRUMBEAT_STORE_IDLE_SECONDS || 60);
}

/** Exit status of an owner that found another one in charge. */
export const anotherOwns = 3;

export function readWhereabouts(dataDir: string): Whereabouts | undefined {
  const text = readIfThere(storeFiles(dataDir).whereabouts);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Whole or not at all, so that nobody reads half of it. */
export function writeWhereabouts(dataDir: string, whereabouts: Whereabouts): void {
  const { whereabouts: file } = storeFiles(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(whereabouts));
  renameSync(`${file}.new`, file);
}

export function readKey(dataDir: string): string | undefined {
  return readIfThere(storeFiles(dataDir).key);
}

/** For the owner, which holds the lock; nobody else writes the key. */
export function readOrMakeKey(dataDir: string): string {
  const known = readKey(dataDir);
  if (known) return known;
  const key = randomBytes(64).toString("base64");
  writeFileSync(storeFiles(dataDir).key, key, { mode: 0o600 });
  return key;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "@jest/globals";
import { attachEmbeddedStore, stopEmbeddedStore } from "../../src/storage/embeddedStore.ts";
import { holdFolder } from "../../src/storage/folderLock.ts";
import { openStore, type Store } from "../../src/storage/openStore.ts";

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) {
    await stopEmbeddedStore(folder);
    rmSync(folder, { recursive: true });
  }
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "drumbeat-store-"));
  folders.push(folder);
  return folder;
}

async function storeIn(folder: string): Promise<Store & { pid: number }> {
  const { connectionString, pid } = await attachEmbeddedStore(folder);
  const store = await openStore({ connectionString });
  await store.ready();
  return { ...store, pid };
}

/** Resolves once it has written its row. */
async function startService(folder: string, env: Record<string, string> = {}): Promise<{ service: ChildProcess; owner: number }> {
  const script = fileURLToPath(new URL("./serviceProcess.ts", import.meta.url));
  const service = spawn(process.execPath, [script, folder], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(service.stdout, "data");
  return { service, owner: Number(said) };
}

async function kill(service: ChildProcess): Promise<void> {
  service.kill("SIGKILL");
  await once(service, "exit");
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("several starters at once end up with one owner", async () => {
  const folder = newFolder();

  const found = await Promise.all([1, 2, 3].map(() => attachEmbeddedStore(folder)));

  expect(new Set(found.map(({ pid }) => pid)).size).toBe(1);
  expect(readFileSync(join(folder, "store.log"), "utf8").match(/ready/g)).toHaveLength(1);
});

test("an owner that is told to end by SIGTERM loses nothing", async () => {
  const folder = newFolder();
  const store = await storeIn(folder);
  await Promise.all(Array.from({ length: 200 }, (_, n) => store.people.save({ objectId: `p${n}`, name: "é".repeat(1_000) })));
  await store.notices.queue({ plan: "w", key: "d" });

  process.kill(store.pid, "SIGTERM");
  await stopEmbeddedStore(folder);

  const again = await storeIn(folder);
  expect(again.pid).not.toBe(store.pid);
  expect(await again.people.all()).toHaveLength(200);
  expect(await again.notices.take(1)).toMatchObject([{ plan: "w", key: "d" }]);
});

test("a killed service takes no data along, and leaves its folder free", async () => {
  const folder = newFolder();
  const { service, owner } = await startService(folder);
  expect(() => holdFolder(folder)).toThrow(
    `Drumbeat already runs on ${folder} (process ${service.pid}). Stop it first, or set DRUMBEAT_DATA_DIR to another folder.`,
  );

  await kill(service);

  holdFolder(folder).release();
  const store = await storeIn(folder);
  expect(store.pid).toBe(owner);
  expect(await store.people.find("p1")).toMatchObject({ name: "Priya" });
});

test("an owner stays while somebody is attached, though nothing is asked; left alone it saves and goes", async () => {
  const folder = newFolder();
  const { service } = await startService(folder, { DRUMBEAT_STORE_IDLE_SECONDS: "2" });
  const log = () => readFileSync(join(folder, "store.log"), "utf8");
  await pause(4_000);
  expect(log()).not.toMatch(/left/);

  await kill(service);
  for (let tries = 0; !log().includes("left") && tries < 200; tries++) await pause(50);

  expect(log()).toMatch(/saved and left: idle for 2 s/);
  expect(await (await storeIn(folder)).people.find("p1")).toMatchObject({ name: "Priya" });
});

test("the data is guarded by a key of the folder's own, which others on the machine cannot read", async () => {
  const folder = newFolder();
  const { connectionString } = await attachEmbeddedStore(folder);
  const stranger = await openStore({ connectionString: connectionString.replace(/AccountKey=[^;]+/, `AccountKey=${Buffer.alloc(64).toString("base64")}`) });

  await expect(stranger.ready()).rejects.toMatchObject({ statusCode: 403 });
  expect(statSync(join(folder, "store.key")).mode & 0o077).toBe(0);
});

test("a damaged file is said in one sentence that names the folder and the log", async () => {
  const folder = newFolder();
  await storeIn(folder);
  await stopEmbeddedStore(folder);
  const file = join(folder, "azurite", "tables.json");
  writeFileSync(file, readFileSync(file, "utf8").slice(0, -20));

  await expect(attachEmbeddedStore(folder)).rejects.toThrow(`The embedded store in ${folder} did not start; ${folder}/store.log says why.`);
});

test("a folder that cannot be written is said in one sentence", async () => {
  const file = join(newFolder(), "a-file");
  writeFileSync(file, "");

  await expect(attachEmbeddedStore(file)).rejects.toThrow(`Drumbeat cannot write to its data folder ${file} (ENOTDIR). Set DRUMBEAT_DATA_DIR to another.`);
  await expect(attachEmbeddedStore("/proc/nowhere")).rejects.toThrow("Drumbeat cannot write to its data folder /proc/nowhere (ENOENT).");
});

test("stopping where nothing runs is no fault", async () => {
  await stopEmbeddedStore(newFolder());
});

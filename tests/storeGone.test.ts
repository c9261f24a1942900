import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { attachEmbeddedStore, stopEmbeddedStore } from "../src/storage/embeddedStore.ts";
import { type Emulator, openEmulator } from "./faults/emulator.ts";
import { freePort, type ServiceProcess, startServiceProcess, statusOf } from "./support/serviceProcess.ts";
import { type StandInConnector, startStandInConnector } from "./support/standInConnector.ts";
import { eventually, wordsOf } from "./support/startBot.ts";
import { type TeamsPerson, teamsPerson } from "./support/teamsPerson.ts";

const limitMs = 5_000;
const sentence = /^Sorry, something went wrong here/;

let folder: string;
let connector: StandInConnector;
const services: ServiceProcess[] = [];
let emulator: Emulator | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "drumbeat-gone-"));
  connector = await startStandInConnector();
});
afterAll(async () => {
  for (const { child } of services) child.kill("SIGKILL");
  await Promise.all(services.map(({ ended }) => ended));
  await connector.close();
  // Whatever failed above: a process left behind would keep jest's worker from ending.
  await emulator?.stop();
  await stopEmbeddedStore(join(folder, "embedded"));
  await rm(folder, { recursive: true, force: true });
});

async function startService(environment: Record<string, string>): Promise<{ port: number; somebody: TeamsPerson }> {
  const port = await freePort();
  services.push(startServiceProcess({ PORT: String(port), ...environment }));
  await ready(port);
  const objectId = crypto.randomUUID();
  return { port, somebody: teamsPerson({ connector, botUrl: `http://127.0.0.1:${port}`, objectId, name: "Somebody" }) };
}

const ready = (port: number) => eventually(async () => (await statusOf(port, "/readyz")) === 200, 20);

async function expectTruth(port: number, somebody: TeamsPerson): Promise<void> {
  const asked = performance.now();
  expect(await statusOf(port, "/readyz")).toBe(503);
  expect(performance.now() - asked).toBeLessThan(limitMs);

  const said = performance.now();
  const [answer] = await somebody.say("summary");
  expect(performance.now() - said).toBeLessThan(limitMs);
  expect(answer?.activity.text).toMatch(sentence);

  const pressed = performance.now();
  const { status, body } = await somebody.press("1", { verb: "say", words: "mine" });
  expect(performance.now() - pressed).toBeLessThan(limitMs);
  expect(status).toBe(200);
  expect(typeof body.value === "string" ? body.value : wordsOf(body.value)).not.toBe("");
}

test("while the store is gone /readyz says so and people get a sentence, each within 5 s; when it is back, so are they", async () => {
  emulator = await openEmulator(join(folder, "emulator"));
  await emulator.start();
  const { port, somebody } = await startService({ AZURE_STORAGE_CONNECTION_STRING: emulator.connectionString });
  await somebody.say("help");

  await emulator.stop();
  await expectTruth(port, somebody);

  await emulator.start();
  await ready(port);
  expect((await somebody.say("summary"))[0]?.activity.text).not.toMatch(sentence);
}, 60_000);

test("while the store takes requests and answers none it is the same", async () => {
  const { pid } = await attachEmbeddedStore(join(folder, "embedded"));
  const { port, somebody } = await startService({ DRUMBEAT_DATA_DIR: join(folder, "embedded") });

  process.kill(pid, "SIGSTOP");
  try {
    await expectTruth(port, somebody);
  } finally {
    process.kill(pid, "SIGCONT");
  }

  await ready(port);
  expect((await somebody.say("summary"))[0]?.activity.text).not.toMatch(sentence);
}, 60_000);

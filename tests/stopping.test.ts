import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openPorts } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { day } from "../src/domain/localDate.ts";
import { importPlan } from "../src/flows/importPlan.ts";
import { linkLead } from "../src/flows/knowPeople.ts";
import { openLog } from "../src/log.ts";
import { attachEmbeddedStore, stopEmbeddedStore } from "../src/storage/embeddedStore.ts";
import { openStore, type Store } from "../src/storage/openStore.ts";
import { freePort, type ServiceProcess, startServiceProcess, statusOf } from "./support/serviceProcess.ts";
import { type StandInConnector, startStandInConnector } from "./support/standInConnector.ts";
import { aWhile, eventually } from "./support/startBot.ts";
import { type TeamsPerson, teamsPerson } from "./support/teamsPerson.ts";

const leadId = "11111111-1111-1111-1111-111111111111";
const managerId = "33333333-3333-3333-3333-333333333333";

let folder: string;
let store: Store;
let connector: StandInConnector;
let running: ServiceProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drumbeat-stopping-"));
  store = await openStore(await attachEmbeddedStore(folder));
  await store.ready();
  connector = await startStandInConnector();
});
afterEach(async () => {
  running?.child.kill("SIGKILL");
  await running?.ended;
  await connector.close();
  await stopEmbeddedStore(folder);
  await rm(folder, { recursive: true, force: true });
});

async function startService(): Promise<(objectId: string, name: string) => TeamsPerson> {
  const port = await freePort();
  const environment = { DRUMBEAT_DATA_DIR: folder, PORT: String(port), DRUMBEAT_CLOCK_START: "2022-11-21T08:00:00Z", DRUMBEAT_ADMINS: managerId };
  running = startServiceProcess(environment);
  await eventually(async () => (await statusOf(port, "/readyz")) === 200, 20);
  return (objectId, name) => teamsPerson({ connector, botUrl: `http://127.0.0.1:${port}`, objectId, name });
}

async function importWithLead(): Promise<void> {
  const ports = await openPorts(readConfig({}), store, openLog("silent"));
  const bytes = await readFile("samples/warwickshire-wsoa-2022-11.csv");
  await importPlan(ports, { files: [{ name: "plan.csv", bytes }], plan: "warwickshire", asOf: day("2022-11-21") });
  const plan = await store.plans.read("warwickshire");
  if (plan) await linkLead(ports, plan, { lead: "RISE Head of Service", objectId: leadId });
}

test("law 3: with a delivery hanging SIGTERM ends the process within 10 s; the delivery is unknown or owed, neither lost nor doubled", async () => {
  await importWithLead();
  const person = await startService();
  const lead = person(leadId, "Head of Service");
  await lead.install();
  const before = connector.attempts(lead.conversationId).length;
  connector.fail(lead.conversationId, "hang");
  await person(managerId, "Programme Manager").say("clock 2022-11-22");
  await eventually(() => connector.attempts(lead.conversationId).length > before);

  const toldAt = performance.now();
  running?.child.kill("SIGTERM");
  const { code } = (await running?.ended) ?? {};

  expect(code).toBe(0);
  expect(performance.now() - toldAt).toBeLessThan(10_000);
  const toLead = (await store.notices.open("warwickshire")).filter(({ notice }) => notice.kind === "reminder" && notice.to === leadId);
  expect(toLead).toHaveLength(1);
  expect(["owed", "unknown"]).toContain(toLead[0]?.state.kind);

  connector.heal(lead.conversationId);
  await startService();
  await aWhile();
  const reminders = connector.shown(lead.conversationId).filter(({ activity }) => activity.summary?.startsWith("Your updates"));
  expect(reminders).toHaveLength(1);
}, 60_000);

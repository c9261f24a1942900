import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { stopEmbeddedStore } from "../src/storage/embeddedStore.ts";
import { freePort, type ServiceProcess, startServiceProcess, statusOf } from "./support/serviceProcess.ts";
import { eventually } from "./support/startBot.ts";

let folder: string;
let port: number;
const started: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "drumbeat-service-"));
  port = await freePort();
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await stopEmbeddedStore(folder);
  await rm(folder, { recursive: true, force: true });
});

function serve(environment: Record<string, string> = {}): ServiceProcess {
  const service = startServiceProcess({ DRUMBEAT_DATA_DIR: folder, PORT: String(port), ...environment });
  started.push(service.child);
  return service;
}

const status = (path: string) => statusOf(port, path);

test("the service starts as it stands, says it is ready, and SIGTERM ends it cleanly; a second start on its folder is refused in one sentence", async () => {
  const { child, ended } = serve();
  await eventually(async () => (await status("/readyz")) === 200, 20);
  expect(await status("/healthz")).toBe(200);

  const second = await serve({ PORT: String(await freePort()) }).ended;
  expect(second.code).toBe(2);
  expect(second.stderr.trim()).toMatch(/^Drumbeat already runs on .* \(process \d+\)\. Stop it first, or set DRUMBEAT_DATA_DIR to another folder\.$/);

  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

test("a taken port is said in one sentence", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const { code, stderr } = await serve().ended;
  await new Promise((resolve) => server.close(resolve));

  expect(code).toBe(2);
  expect(stderr.trim()).toBe(`Port ${port} is taken: stop what is using it, or set PORT to another.`);
});

test("a service that is measured serves and stops although nobody takes its figures", async () => {
  const nobody = `https://127.0.0.1:${await freePort()}`;
  const { child, ended } = serve({
    APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=${nobody}`,
  });
  await eventually(async () => (await status("/readyz")) === 200, 20);

  child.kill("SIGTERM");
  expect((await ended).code).toBe(0);
});

test("production without an app id is refused", async () => {
  const { code, stderr } = await serve({ NODE_ENV: "production" }).ended;

  expect(code).toBe(1);
  expect(stderr).toContain("MicrosoftAppId");
});

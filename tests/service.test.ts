import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { stopEmbeddedStore } from "../src/storage/embeddedStore.ts";
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

/** `npm run serve`, as Node runs it. */
function serve(environment: Record<string, string> = {}): { child: ChildProcess; ended: Promise<{ code: number | null; stderr: string }> } {
  const env = {
    ...process.env,
    NODE_OPTIONS: "",
    MicrosoftAppId: "",
    AZURE_STORAGE_CONNECTION_STRING: "",
    DRUMBEAT_DATA_DIR: folder,
    PORT: String(port),
    ...environment,
  };
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/index.ts"], { env, stdio: ["ignore", "ignore", "pipe"] });
  started.push(child);
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, ended: Promise.all([code, text(child.stderr)]).then(([exit, stderr]) => ({ code: exit, stderr })) };
}

const status = (path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    (response) => response.status,
    () => 0,
  );

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

test("production without an app id is refused", async () => {
  const { code, stderr } = await serve({ NODE_ENV: "production" }).ended;

  expect(code).toBe(1);
  expect(stderr).toContain("MicrosoftAppId");
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
}

import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { openTeams } from "../../src/teams/openTeams.ts";
import type { Server } from "../../src/teams/server.ts";
import { type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { type TeamsPerson, teamsPerson, tenantId } from "../support/teamsPerson.ts";
import { createKeptLog, createSmallFront, type SmallFront } from "./smallFront.ts";

const identity = { appType: "SingleTenant", appId: "5f5f5f5f-0000-4000-8000-000000000005", password: "not a real one", tenantId } as const;

let connector: StandInConnector;
let server: Server;
let front: SmallFront;
let priya: TeamsPerson;
let isReady = true;

beforeAll(async () => {
  connector = await startStandInConnector();
  front = createSmallFront();
  server = await openTeams({ identity: undefined, log: createKeptLog() }).serve(0, front, async () => isReady);
  priya = teamsPerson({ connector, botUrl: server.url, objectId: "0b0b", name: "Priya Shah" });
});
afterEach(() => void front.asked.splice(0));
afterAll(async () => {
  await server.close();
  await connector.close();
});

function postRaw(body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/api/messages`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
}

test("says whether it is up, and whether it is ready", async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);

  isReady = false;

  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test("a body over 256 KB is refused and the next one is heard", async () => {
  const big = await postRaw(JSON.stringify({ type: "message", text: "x".repeat(256 * 1024) }));

  expect(big.status).toBe(413);
  expect(await priya.say("help")).toHaveLength(1);
});

test.each([
  ["garbage", "{not json"],
  ["an empty body", ""],
  ["null", "null"],
  ["a list", "[1, 2]"],
  ["an object that is no activity", '{"hello":"world"}'],
  ["an activity without a conversation", '{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1:1","recipient":{"id":"28:bot"}}'],
  ["an activity with a number for its text", '{"type":"message","text":7}'],
])("%s is answered with 400 and a short reason", async (_what, body) => {
  const response = await postRaw(body);

  expect(response.status).toBe(400);
  expect((await response.text()).length).toBeLessThan(300);
  expect(front.asked).toHaveLength(0);
});

test.each([
  ["packed JSON", gzipSync('{"type":"message"}')],
  ["a broken archive", Buffer.from("not gzip")],
])("%s is not unpacked", async (_what, body) => {
  expect((await postRaw(body, { "content-encoding": "gzip" })).status).toBe(415);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test("a body that is not JSON is answered with 400", async () => {
  expect((await postRaw("type=message", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(400);
  expect((await postRaw("--b\r\n\r\n--b--", { "content-type": "multipart/form-data; boundary=b" })).status).toBe(400);
});

test("another channel than Teams is refused", async () => {
  const response = await priya.post({ type: "message", text: "help", channelId: "webchat", conversation: { id: "a:1" } });

  expect(response.status).toBe(400);
  expect(front.asked).toHaveLength(0);
});

test("local mode answers this machine only", async () => {
  const response = await priya.post({ type: "message", text: "help", serviceUrl: "https://smba.trafficmanager.net/uk/", conversation: { id: "a:1" } });

  expect(response.status).toBe(403);
  expect(front.asked).toHaveLength(0);
});

test("a taken port is said in one sentence", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;

  const second = openTeams({ identity: undefined, log: createKeptLog() }).serve(port, front, async () => true);

  await expect(second).rejects.toThrow(`Port ${port} is taken: stop what is using it, or set PORT to another.`);
  await new Promise((resolve) => other.close(resolve));
});

test("closing waits for the answer in hand and takes no more", async () => {
  const closing = await openTeams({ identity: undefined, log: createKeptLog() }).serve(0, front, async () => true);
  const person = teamsPerson({ connector, botUrl: closing.url, objectId: "0d0d", name: "Dilys Owen" });
  const slow = Promise.withResolvers<{ text: string; alert: string }>();
  front.onMessage(() => slow.promise);

  const saying = person.say("summary");
  while (front.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = closing.close();
  slow.resolve({ text: "Here it is.", alert: "Summary" });

  expect((await saying).map(({ activity }) => activity.text)).toEqual(["Here it is."]);
  await closed;
  await expect(fetch(`${closing.url}/healthz`)).rejects.toThrow();
});

test("a caller who hangs up half way does no harm", async () => {
  const half = request(`${server.url}/api/messages`, { method: "POST", headers: { "content-type": "application/json", "content-length": "1000" } });
  half.on("error", () => undefined);
  half.write('{"type":');
  half.destroy();

  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

const fromTeams = { serviceUrl: "https://smba.trafficmanager.net/uk/", conversation: { id: "a:1", conversationType: "personal", tenantId } };

test.each([
  ["another tenant", { ...fromTeams, conversation: { ...fromTeams.conversation, tenantId: "b0b0b0b0-0000-4000-8000-000000000002" } }, 403],
  ["two tenants at once", { ...fromTeams, channelData: { tenant: { id: "b0b0b0b0-0000-4000-8000-000000000002" } } }, 403],
  ["no tenant", { ...fromTeams, conversation: { id: "a:1" }, channelData: {} }, 403],
  ["a service address of somebody else", { ...fromTeams, serviceUrl: "https://drumbeat.trafficmanager.net/uk/" }, 403],
  ["a service address that only looks right", { ...fromTeams, serviceUrl: "https://smba.trafficmanager.net.example.org/" }, 403],
  ["a service address without encryption", { ...fromTeams, serviceUrl: "http://smba.trafficmanager.net/uk/" }, 403],
  ["no sign-in", fromTeams, 401],
])("outside local mode an activity with %s is refused", async (_what, activity, status) => {
  const guarded = createSmallFront();
  const outside = await openTeams({ identity, log: createKeptLog() }).serve(0, guarded, async () => true);
  const spoofer = teamsPerson({ connector, botUrl: outside.url, objectId: "0e0e", name: "Somebody" });

  const response = await spoofer.post({ type: "message", text: "summary", ...activity });

  await outside.close();
  expect(response.status).toBe(status);
  expect(guarded.asked).toHaveLength(0);
  expect(guarded.heardFrom).toHaveLength(0);
});

test("an identity without its password is refused at once", () => {
  expect(() => openTeams({ identity: { ...identity, password: undefined }, log: createKeptLog() })).toThrow(/MicrosoftAppPassword/);
});

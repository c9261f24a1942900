import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { refusalsForGood } from "./refusals.ts";
import { createSendingLimits } from "./sendingLimits.ts";
import { type Fault, newConversations, rosterOf, type StandInConnector, startStandInConnector } from "./standInConnector.ts";

let connector: StandInConnector;
beforeEach(async () => {
  connector = await startStandInConnector();
});
afterEach(() => connector.close());

const inConversation = (id: string, at = connector) => `${at.url}/v3/conversations/${encodeURIComponent(id)}/activities`;
const post = (id: string, at = connector) => fetch(inConversation(id, at), { method: "POST", body: '{"type":"message"}' });

test.each([
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
])("a conversation takes %d messages in %d ms, whoever else is written to", (most, ms) => {
  let now = 0;
  const limits = createSendingLimits(() => now);
  let taken = 0;
  for (; now < ms; now += Math.min(100, ms / 20)) if (limits.message("a:1") === undefined) taken++;

  expect(taken).toBe(most);
  expect(limits.message("a:2")).toBeUndefined();
});

test("a tenant takes 50 requests a second, and says how long to wait for the next", () => {
  let now = 0;
  const limits = createSendingLimits(() => now);
  const answers = Array.from({ length: 51 }, () => limits.request());

  expect(answers).toEqual([...Array(50).fill(undefined), 1]);
  now = 1_000;
  expect(limits.request()).toBeUndefined();
});

test("what is too many is answered with 429 and a time, where limits are wanted", async () => {
  const strict = await startStandInConnector({ limits: true });

  const answers = [];
  for (let i = 0; i < 8; i++) answers.push(await post("a:1", strict));
  const crowd = await Promise.all(Array.from({ length: 60 }, (_, i) => post(`b:${i}`, strict)));
  await strict.close();

  expect(answers.map(({ status }) => status)).toEqual([...Array(7).fill(201), 429]);
  expect(Number(answers[7]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(strict.shown("a:1")).toHaveLength(7);
  expect(strict.refusals("a:1")).toBe(1);
  expect(crowd.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(10);
});

test("nothing over 28 KB is taken", async () => {
  const response = await fetch(inConversation("a"), { method: "POST", body: JSON.stringify({ type: "message", text: "x".repeat(28 * 1024) }) });

  expect(response.status).toBe(413);
  expect(connector.shown("a")).toHaveLength(0);
});

const answered: readonly Fault[] = [
  { status: 412 },
  { status: 412, retryAfter: "2" },
  { status: 429 },
  { status: 429, retryAfter: "7" },
  ...[500, 502, 503, 504].map((status) => ({ status })),
  ...refusalsForGood,
];

test.each(answered)("told to, it answers %j and takes nothing", async (fault) => {
  connector.fail("a", fault, 1);

  const response = await post("a");
  const body = await response.text();

  if (typeof fault === "string") throw new Error("not an answer");
  expect(response.status).toBe(fault.status);
  expect(response.headers.get("retry-after")).toBe(fault.retryAfter ?? null);
  expect(body).toContain(fault.code ?? "");
  expect(connector.shown("a")).toHaveLength(0);
  expect((await post("a")).status).toBe(201);
});

test("the codes of refusals stand in several places of the body, as Teams' do", async () => {
  const bodies = new Set<string>();
  for (const fault of refusalsForGood) {
    connector.fail("a", fault, 1);
    bodies.add(Object.keys((await (await post("a")).json()) as object).join());
  }

  expect([...bodies].sort()).toEqual(["error", "message", "subCode,details"]);
});

test.each<[Fault, number]>([
  [{ status: 502, arrives: true }, 1],
  ["reset", 0],
  ["takeThenReset", 1],
  ["noId", 1],
  ["hang", 1],
])("after %j the ledger holds what arrived", async (fault, arrived) => {
  connector.fail("a", fault, 1);

  await fetch(inConversation("a"), { method: "POST", body: '{"type":"message"}', signal: AbortSignal.timeout(300) }).catch(() => {});

  expect(connector.shown("a")).toHaveLength(arrived);
  expect(connector.attempts("a")).toHaveLength(1);
  expect(connector.shown("b")).toHaveLength(0);
});

test("a roster and the opening of conversations can fail too, for themselves", async () => {
  connector.addMembers("19:team", [{ objectId: "0b0b", name: "Priya Shah" }]);
  connector.fail(rosterOf("19:team"), { status: 503 }, 1);
  connector.fail(newConversations, "reset", 1);
  const roster = () => fetch(`${connector.url}/v3/conversations/19%3Ateam/members/0b0b`);
  const open = () => fetch(`${connector.url}/v3/conversations`, { method: "POST", body: '{"members":[{"id":"29:0b0b"}]}' });

  expect((await post("19:team")).status).toBe(201);
  expect([(await roster()).status, (await roster()).status]).toEqual([503, 200]);
  await expect(open()).rejects.toThrow();
  expect((await open()).status).toBe(201);
});

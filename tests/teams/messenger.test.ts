import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Address } from "../../src/domain/person.ts";
import type { Messenger } from "../../src/ports.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import { type Fault, newConversations, rosterOf, type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";
import { cardSaying, createKeptLog } from "./smallFront.ts";

let connector: StandInConnector;
let messenger: Messenger;
let conversations = 0;

beforeAll(async () => {
  connector = await startStandInConnector();
  messenger = openTeams({ identity: undefined, log: createKeptLog() }).messenger; // its patience outlasts botbuilder's own retries
});
afterAll(() => connector.close());

const hello = { text: "Hello.", alert: "Hello from Drumbeat" };

function newAddress(): Address {
  return { serviceUrl: connector.url, conversationId: `a:${++conversations}`, tenantId, botId };
}

test("a message arrives once, with its toast", async () => {
  const to = newAddress();

  const outcome = await messenger.send(to, { card: cardSaying("Two measures fall due."), alert: "2 measures fall due" });

  const [shown] = connector.shown(to.conversationId);
  expect(outcome).toEqual({ kind: "sent", activityId: shown?.id });
  expect(connector.attempts(to.conversationId)).toHaveLength(1);
  expect(shown?.activity).toMatchObject({
    type: "message",
    summary: "2 measures fall due",
    channelData: { notification: { alert: true } },
    from: { id: botId },
  });
  expect(shown?.activity.attachments?.[0]).toMatchObject({
    contentType: "application/vnd.microsoft.card.adaptive",
    content: cardSaying("Two measures fall due."),
  });
});

test("a channel gets no toast of its own", async () => {
  const to = { ...newAddress(), conversationId: "19:general@thread.tacv2" };

  await messenger.send(to, hello);

  expect(connector.shown(to.conversationId)[0]?.activity.channelData).toBeUndefined();
});

const ambiguous: readonly [string, Fault, number][] = [
  ["a 500", { status: 500 }, 0],
  ["a 502 after it arrived", { status: 502, arrives: true }, 1],
  ["a 503 that names a time", { status: 503, retryAfter: "1" }, 0],
  ["a 504", { status: 504 }, 0],
  ["a 408", { status: 408 }, 0],
  ["a connection broken before it was read", "reset", 0],
  ["a connection broken after it was taken", "takeThenReset", 1],
  ["an answer without its id", "noId", 1],
];

test.each(ambiguous)("law 3: %s is unknown, after exactly one POST", async (_what, fault, arrived) => {
  const to = newAddress();
  connector.fail(to.conversationId, fault);

  const outcome = await messenger.send(to, hello);

  expect(outcome).toMatchObject({ kind: "unknown", why: expect.any(String) });
  expect(connector.attempts(to.conversationId)).toHaveLength(1);
  expect(connector.shown(to.conversationId)).toHaveLength(arrived);
});

test("law 3: a message that is not answered in time is unknown, after exactly one POST", async () => {
  const hasty = openTeams({ identity: undefined, log: createKeptLog(), timeLimitMs: 300 }).messenger;
  const to = newAddress();
  connector.fail(to.conversationId, "hang");

  expect(await hasty.send(to, hello)).toMatchObject({ kind: "unknown" });
  expect(connector.attempts(to.conversationId)).toHaveLength(1);
});

const refusals: readonly [string, Fault, object][] = [
  ["429 with Retry-After", { status: 429, retryAfter: "7" }, { retryAfterSeconds: 7 }],
  ["429 without", { status: 429 }, { retryAfterSeconds: 5 }],
  ["412 with Retry-After", { status: 412, retryAfter: "2" }, { retryAfterSeconds: 2 }],
  ["412 without", { status: 412 }, { retryAfterSeconds: undefined }],
  ["400", { status: 400, code: "BadSyntax" }, { why: "Teams could not read the message (400 BadSyntax)" }],
  ["401", { status: 401 }, { why: "Teams did not accept Drumbeat's sign-in (401 Error)" }],
  [
    "403, not on the roster",
    { status: 403, code: "BotNotInConversationRoster" },
    { why: "Drumbeat is not a member of that conversation (403 BotNotInConversationRoster)" },
  ],
  ["403, blocked", { status: 403, code: "ConversationBlockedByUser" }, { why: "the person has blocked Drumbeat (403 ConversationBlockedByUser)" }],
  ["403, writes blocked", { status: 403, code: "MessageWritesBlocked" }, { why: "the person has blocked or removed Drumbeat (403 MessageWritesBlocked)" }],
  ["404", { status: 404, code: "ConversationNotFound" }, { why: "that conversation is no longer there (404 ConversationNotFound)" }],
  ["413", { status: 413, code: "MessageSizeTooBig" }, { why: "the message is too long (413 MessageSizeTooBig)" }],
];

test.each(refusals)("law 3: %s is a refusal, after exactly one POST", async (_what, fault, expected) => {
  const to = newAddress();
  connector.fail(to.conversationId, fault);

  const outcome = await messenger.send(to, hello);

  expect(outcome).toMatchObject({ kind: "refused", ...expected });
  expect(connector.attempts(to.conversationId)).toHaveLength(1);
  expect(connector.shown(to.conversationId)).toHaveLength(0);
});

test("law 3: only 429 and a 412 that names a time ask to be tried again", async () => {
  const to = newAddress();
  connector.fail(to.conversationId, { status: 403, retryAfter: "5" });

  expect(await messenger.send(to, hello)).not.toHaveProperty("retryAfterSeconds");
});

test("a service that cannot be reached has received nothing", async () => {
  const gone = await startStandInConnector();
  await gone.close();

  const outcome = await messenger.send({ ...newAddress(), serviceUrl: gone.url }, hello);

  expect(outcome).toEqual({ kind: "refused", why: "Teams' service cannot be reached", retryAfterSeconds: 60 });
});

test.each([
  ["over 28 KB", cardSaying("x".repeat(28 * 1024))],
  ["with seven actions", { ...cardSaying("Choose."), actions: Array.from({ length: 7 }, () => ({ type: "Action.Submit", title: "A" })) }],
])("a card %s never leaves", async (_what, card) => {
  const to = newAddress();

  await expect(messenger.send(to, { card, alert: "Too much" })).rejects.toThrow(RangeError);
  await expect(messenger.update(to, "1", { card, alert: "Too much" })).rejects.toThrow(RangeError);

  expect(connector.attempts(to.conversationId)).toHaveLength(0);
});

test("an update takes the place of what was sent", async () => {
  const to = newAddress();
  const sent = await messenger.send(to, hello);
  const activityId = sent.kind === "sent" ? sent.activityId : "";

  const outcome = await messenger.update(to, activityId, { text: "Goodbye.", alert: "Goodbye" });

  expect(outcome).toEqual({ kind: "sent", activityId });
  expect(connector.shown(to.conversationId).map(({ activity, before }) => [activity.text, before.map(({ text }) => text)])).toEqual([["Goodbye.", ["Hello."]]]);
});

test("an update of a message that is gone is refused", async () => {
  const outcome = await messenger.update(newAddress(), "nowhere", hello);

  expect(outcome).toEqual({ kind: "refused", why: "that message is no longer there (404 ActivityNotFoundInConversation)" });
});

test("somebody of a team is reached one to one without having written", async () => {
  const team = { teamId: "19:team@thread.tacv2", serviceUrl: connector.url, tenantId, botId };
  connector.addMembers(team.teamId, [{ objectId: "0b0b", name: "Priya Shah" }]);

  const address = await messenger.openPersonal(team, "0b0b");

  expect(address).toEqual({ serviceUrl: connector.url, conversationId: "a:0b0b", tenantId, botId });
  const opened = connector.calls.filter(({ path }) => path === "/v3/conversations");
  expect(opened.map(({ body }) => body)).toEqual([
    expect.objectContaining({ members: [{ id: "29:0b0b" }], tenantId, channelData: { tenant: { id: tenantId } } }),
  ]);
});

test("somebody who will not have the bot has no conversation either, while a service that is down has said nothing", async () => {
  const team = { teamId: "19:shy@thread.tacv2", serviceUrl: connector.url, tenantId, botId };
  connector.addMembers(team.teamId, [{ objectId: "0d0d", name: "Shy Person" }]);

  connector.fail(newConversations, { status: 403, code: "MessageWritesBlocked" }, 1);
  expect(await messenger.openPersonal(team, "0d0d")).toBeUndefined();
  connector.fail(newConversations, { status: 503 }, 1);
  await expect(messenger.openPersonal(team, "0d0d")).rejects.toThrow();
  connector.fail(rosterOf(team.teamId), { status: 429 }, 1);
  await expect(messenger.openPersonal(team, "0d0d")).rejects.toThrow();
});

test("somebody the team does not know has no conversation", async () => {
  const team = { teamId: "19:other@thread.tacv2", serviceUrl: connector.url, tenantId, botId };

  expect(await messenger.openPersonal(team, "0c0c")).toBeUndefined();
});

test("an address kept from elsewhere is never shown the bot's token", async () => {
  const identity = { appType: "SingleTenant", appId: "0a0a0a0a-0000-4000-8000-000000000001", password: "secret", tenantId } as const;
  const signedIn = openTeams({ identity, log: createKeptLog() }).messenger;
  const to = newAddress();

  expect(await signedIn.send(to, hello)).toEqual({ kind: "refused", why: "the address kept of that conversation is not one of Teams' own" });
  expect(connector.attempts(to.conversationId)).toHaveLength(0);
});

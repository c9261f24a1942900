import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { UserError } from "../../src/domain/userError.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import type { Server } from "../../src/teams/server.ts";
import { type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { botId, type Channel, type TeamsPerson, teamsPerson } from "../support/teamsPerson.ts";
import { createKeptLog, createSmallFront, type KeptLog, type SmallFront } from "./smallFront.ts";

const board: Channel = { teamId: "19:team@thread.tacv2", channelId: "19:board@thread.tacv2", name: "Steering group" };
let connector: StandInConnector;
let server: Server;
let front: SmallFront;
let log: KeptLog;
let priya: TeamsPerson;

beforeEach(async () => {
  connector = await startStandInConnector();
  front = createSmallFront();
  log = createKeptLog();
  server = await openTeams({ identity: undefined, log, timeLimitMs: 500 }).serve(0, front, async () => true);
  priya = teamsPerson({ connector, botUrl: server.url, objectId: "0B0B", name: "Priya Shah" });
});
afterEach(async () => {
  await server.close();
  await connector.close();
});

test("a message is answered once, in the same conversation", async () => {
  const answer = await priya.say("  summary&nbsp;2 ");

  expect(answer.map(({ activity }) => activity.text)).toEqual(["Hello."]);
  expect(front.asked[0]?.words).toBe("summary 2");
});

test("silence is an answer where the front wants it", async () => {
  front.onMessage(async () => undefined);

  expect(await priya.say("thanks")).toHaveLength(0);
});

test("a mention in a channel is answered in its thread, without the bot's name in the words", async () => {
  const answer = await priya.mention(board, "summary");

  expect(answer).toHaveLength(1);
  expect(front.asked[0]).toMatchObject({
    words: "summary",
    mentioned: [],
    asker: {
      where: { kind: "channel", teamId: board.teamId, channelId: board.channelId, name: "Steering group" },
      address: { conversationId: board.channelId },
    },
  });
});

test("people who are mentioned are looked up on the roster of the team", async () => {
  const dilys = teamsPerson({ connector, botUrl: server.url, objectId: "0d0d", name: "Dilys Owen" });
  const stranger = teamsPerson({ connector, botUrl: server.url, objectId: "0e0e", name: "Nobody" });
  front.onMessage(async () => undefined);
  connector.addMembers(board.teamId, [dilys]);
  const mentions = [dilys, stranger].map(({ objectId, name }) => ({ type: "mention", mentioned: { id: `29:${objectId}`, name }, text: `<at>${name}</at>` }));

  await priya.post({
    type: "message",
    text: "<at>Drumbeat</at> link Head of SEND <at>Dilys Owen</at> <at>Nobody</at>",
    entities: [{ type: "mention", mentioned: { id: botId, name: "Drumbeat" }, text: "<at>Drumbeat</at>" }, ...mentions, { type: "clientInfo" }],
    conversation: { id: `${board.channelId};messageid=1`, conversationType: "channel" },
    channelData: { team: { id: board.teamId } },
  });

  expect(front.asked[0]).toMatchObject({ words: "link Head of SEND Dilys Owen Nobody", mentioned: [{ objectId: "0d0d", name: "Dilys Owen" }] });
});

test("law 8: what a person did wrong is said in its own words", async () => {
  front.onMessage(async () => {
    throw new UserError("There is no measure 9.9.");
  });

  expect((await priya.say("history 9.9")).map(({ activity }) => activity.text)).toEqual(["There is no measure 9.9."]);
  expect(log.lines).toEqual([]);
});

test("law 8: anything else gets an apology with a log id, and a log line", async () => {
  const fault = new Error("table not found");
  front.onMessage(async () => {
    throw fault;
  });

  const [answer] = await priya.say("summary");

  const logId = log.lines[0]?.facts?.logId;
  expect(logId).toMatch(/^[0-9a-f]{8}$/);
  expect(answer?.activity.text).toContain(`this number: ${logId}.`);
  expect(answer?.activity.text).not.toContain("table");
  expect(log.lines).toEqual([{ level: "error", event: "answer failed", error: fault, facts: { logId } }]);
});

test("addresses are kept fresh before a message is answered, and a fault there keeps no answer back", async () => {
  front.heard = async () => {
    throw new Error("store away");
  };

  expect(await priya.say("help")).toHaveLength(1);
  expect(log.lines.map(({ event }) => event)).toEqual(["address not kept"]);
});

test("law 3: a reply is sent once more only where Teams asks for a short pause", async () => {
  connector.fail(priya.conversationId, { status: 429, retryAfter: "1" }, 1);
  expect(await priya.say("help")).toHaveLength(1);

  connector.fail(priya.conversationId, { status: 502, arrives: true });
  expect(await priya.say("help")).toHaveLength(1);

  expect(connector.attempts(priya.conversationId)).toHaveLength(3);
});

test("somebody who installs the bot is welcomed with what the front says", async () => {
  const said = await priya.install();

  // Teams tells of it twice; the front knows whom it welcomed, this small one does not.
  expect(said.map(({ activity }) => activity.text)).toEqual(["Welcome, Priya Shah.", "Welcome, Priya Shah."]);
  expect(front.heardFrom).toHaveLength(2);
});

test("a team is seen when it takes the bot in, and lost when it puts it out", async () => {
  await priya.addToTeam(board, "SEND improvement");
  expect([...front.teams]).toEqual([[board.teamId, "SEND improvement"]]);
  expect(front.asked).toEqual([]);

  await priya.removeFromTeam(board);
  expect([...front.teams]).toEqual([]);
});

test.each([
  { type: "typing" },
  { type: "messageReaction", reactionsAdded: [{ type: "like" }] },
  { type: "somethingNew" },
  { type: "installationUpdate", action: "remove" },
])("$type passes quietly", async (activity) => {
  const response = await priya.post({ ...activity, conversation: { id: priya.conversationId, conversationType: "personal" } });

  expect(response.status).toBe(200);
  expect(front.asked).toEqual([]);
  expect(connector.calls).toEqual([]);
});

test("an invoke nobody knows is declined without a fault", async () => {
  const response = await priya.post({ type: "invoke", name: "task/fetch", value: {}, conversation: { id: priya.conversationId } });

  expect(response.status).toBe(501);
  expect(log.lines).toEqual([]);
});

test.each([[undefined], [null], ["text"], [{}], [{ action: "x" }], [{ action: { data: 7 } }]])(
  "a press carrying %j reaches the front as it came",
  async (value) => {
    front.onPress(async () => {
      throw new UserError("That button is no longer of use.");
    });

    const response = await priya.post({ type: "invoke", name: "adaptiveCard/action", value, conversation: { id: priya.conversationId } });

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ value: "That button is no longer of use." });
  },
);

test("a message with nothing in it is still answered", async () => {
  const response = await priya.post({ type: "message", conversation: { id: priya.conversationId, conversationType: "personal" } });

  expect(response.status).toBe(200);
  expect(connector.shown(priya.conversationId)).toHaveLength(1);
});

test("in local mode somebody without an object id goes by their own id", async () => {
  await priya.post({ type: "message", text: "help", from: { id: "User-1" }, conversation: { id: "chat", conversationType: "personal" } });

  expect(front.asked[0]?.asker.objectId).toBe("user-1");
});

import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { UserError } from "../../src/domain/userError.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import type { Server } from "../../src/teams/server.ts";
import { type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { botId, type Channel, type TeamsPerson, teamsPerson, tenantId } from "../support/teamsPerson.ts";
import { cardSaying, createKeptLog, createSmallFront, type KeptLog, type SmallFront } from "./smallFront.ts";

const board: Channel = { teamId: "19:team@thread.tacv2", channelId: "19:board@thread.tacv2", name: "Steering group" };
const patienceMs = 150;

let connector: StandInConnector;
let server: Server;
let front: SmallFront;
let log: KeptLog;
let priya: TeamsPerson;

beforeEach(async () => {
  connector = await startStandInConnector();
  front = createSmallFront();
  log = createKeptLog();
  server = await openTeams({ identity: undefined, log, patienceMs, timeLimitMs: 500 }).serve(0, front, async () => true);
  priya = teamsPerson({ connector, botUrl: server.url, objectId: "0B0B", name: "Priya Shah" });
});
afterEach(async () => {
  await server.close();
  await connector.close();
});

/** Something of the bot's to press. */
async function sentCard(): Promise<string> {
  front.onMessage(async () => ({ card: cardSaying("Press me."), alert: "A card" }));
  const [shown] = await priya.say("mine");
  return shown?.id ?? "";
}

test("a message is answered once, in the same conversation", async () => {
  const answer = await priya.say("  summary&nbsp;2 ");

  expect(answer.map(({ activity }) => activity.text)).toEqual(["Hello."]);
  expect(front.asked[0]?.words).toBe("summary 2");
});

test("silence is an answer where the front wants it", async () => {
  front.onMessage(async () => undefined);

  expect(await priya.say("thanks")).toHaveLength(0);
});

test("law 5: who speaks comes from the activity, whatever the card says", async () => {
  await priya.press("1", { verb: "saveUpdate", objectId: "0c0c", from: "0c0c" });

  expect(front.asked[0]?.asker).toEqual({
    objectId: "0b0b",
    name: "Priya Shah",
    where: { kind: "personal" },
    address: { serviceUrl: connector.url, conversationId: priya.conversationId, tenantId, botId },
  });
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

test("law 7: a press is answered with the next card, and the message itself is updated", async () => {
  const id = await sentCard();

  const { status, body } = await priya.press(id, { verb: "openForm", ref: "1.1" });
  await server.close();

  expect(status).toBe(200);
  expect(body).toEqual({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: cardSaying("Saved.") });
  expect(front.asked.at(-1)?.data).toEqual({ verb: "openForm", ref: "1.1" });
  const shown = connector.shown(priya.conversationId);
  expect(shown.map(({ activity }) => activity.attachments?.[0]?.content)).toEqual([cardSaying("Saved.")]);
});

test("law 7: a failed update after the answer is only logged", async () => {
  const id = await sentCard();
  connector.fail(priya.conversationId, { status: 500 });

  const { body } = await priya.press(id, {});
  await server.close();

  expect(body.value).toEqual(cardSaying("Saved."));
  expect(connector.shown(priya.conversationId)).toHaveLength(1);
  expect(log.lines.map(({ event }) => event)).toEqual(["pressed card not replaced"]);
});

test("law 7: slow work is acknowledged in time and shown when it is done", async () => {
  const id = await sentCard();
  front.onPress(async () => {
    await wait(patienceMs * 3);
    return { card: cardSaying("Done at last."), alert: "Done" };
  });

  const began = Date.now();
  const { body } = await priya.press(id, {});
  const took = Date.now() - began;
  await server.close();

  expect(took).toBeLessThan(patienceMs * 2.5);
  expect(body).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: expect.stringContaining("Still working on it") });
  expect(connector.shown(priya.conversationId)[0]?.activity.attachments?.[0]?.content).toEqual(cardSaying("Done at last."));
});

test("words in answer to a press leave the card and what was typed in it", async () => {
  const id = await sentCard();
  front.onPress(async () => {
    throw new UserError("Please choose a rating.");
  });

  const { status, body } = await priya.press(id, {});
  await server.close();

  expect(status).toBe(200);
  expect(body).toEqual({ statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Please choose a rating." });
  expect(connector.shown(priya.conversationId)[0]?.before).toEqual([]);
});

test("Action.Submit replaces the card that was pressed", async () => {
  const id = await sentCard();

  const below = await priya.submit(id, { verb: "saveUpdate", rating: "Green" });

  expect(below).toEqual([]);
  expect(front.asked.at(-1)?.data).toEqual({ verb: "saveUpdate", rating: "Green" });
  expect(connector.shown(priya.conversationId)[0]?.activity.attachments?.[0]?.content).toEqual(cardSaying("Saved."));
});

test("Action.Submit of a message that is gone is answered below", async () => {
  const below = await priya.submit("nowhere", { verb: "saveUpdate" });

  expect(below.map(({ activity }) => activity.attachments?.[0]?.content)).toEqual([cardSaying("Saved.")]);
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

test("law 8: a press that fails shows the apology too", async () => {
  front.onPress(async () => {
    throw new Error("broken");
  });

  const { status, body } = await priya.press("1", {});

  expect(status).toBe(200);
  expect(body.value).toContain("Sorry, something went wrong");
});

test("a card too big to be shown becomes an apology", async () => {
  front.onPress(async () => ({ card: cardSaying("x".repeat(28 * 1024)), alert: "Big" }));

  expect((await priya.press("1", {})).body.type).toBe("application/vnd.microsoft.activity.message");
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
  { type: "messageUpdate", text: "edited" },
  { type: "messageDelete" },
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

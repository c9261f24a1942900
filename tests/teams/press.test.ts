import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { UserError } from "../../src/domain/userError.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import type { Server } from "../../src/teams/server.ts";
import { type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { botId, type TeamsPerson, teamsPerson, tenantId } from "../support/teamsPerson.ts";
import { cardSaying, createKeptLog, createSmallFront, type KeptLog, type SmallFront } from "./smallFront.ts";

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

test("law 5: who speaks comes from the activity, whatever the card says", async () => {
  await priya.press("1", { verb: "saveUpdate", objectId: "0c0c", from: "0c0c" });

  expect(front.asked[0]?.asker).toEqual({
    objectId: "0b0b",
    name: "Priya Shah",
    where: { kind: "personal" },
    address: { serviceUrl: connector.url, conversationId: priya.conversationId, tenantId, botId },
  });
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

test("slow work for typed words is announced in time, and answered below when it is done", async () => {
  front.onMessage(async () => {
    await wait(patienceMs * 3);
    return { text: "Done at last.", alert: "Done" };
  });

  const began = Date.now();
  await priya.say("summary");
  const took = Date.now() - began;
  await server.close();

  expect(took).toBeLessThan(patienceMs * 2.5);
  const texts = connector.shown(priya.conversationId).map(({ activity }) => activity.text);
  expect(texts).toEqual([expect.stringContaining("Still working on it"), "Done at last."]);
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

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { UserError } from "../../src/domain/userError.ts";
import type { Message } from "../../src/ports.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import type { Server } from "../../src/teams/server.ts";
import { type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { teamsPerson } from "../support/teamsPerson.ts";
import { createKeptLog, createSmallFront, type SmallFront } from "./smallFront.ts";

const offer: Message = {
  alert: "Full report",
  file: { kind: "offered", name: "shire-full.docx", description: "Full report for Word", bytes: 10, wanted: { kind: "report" } },
};

let connector: StandInConnector;
let front: SmallFront;
let server: Server;

beforeAll(async () => {
  connector = await startStandInConnector();
  front = createSmallFront();
  front.onMessage(async () => offer);
  front.onFileWanted(async () => ({ name: "shire-full.docx", bytes: Buffer.from("made now") }));
  server = await openTeams({ identity: undefined, log: createKeptLog() }).serve(0, front, async () => true);
});
afterAll(async () => {
  await server.close();
  await connector.close();
});

const someone = (serviceUrl: string) => teamsPerson({ connector: { ...connector, url: serviceUrl }, botUrl: server.url, objectId: "0b0b", name: "Priya Shah" });

test("in the Playground a link stands for an offered file; opening it makes the file for whoever speaks there", async () => {
  const [message] = await someone(`${connector.url}/_connector`).say("report full");

  expect(message?.activity.attachments).toBeUndefined();
  const [, link = ""] = /\[shire-full\\?\.docx\]\((http[^)]+)\)/.exec(message?.activity.text ?? "") ?? [];
  const answer = await fetch(link);
  expect([answer.status, await answer.text()]).toEqual([200, "made now"]);
  expect(answer.headers.get("content-disposition")).toContain("shire-full.docx");
  expect(front.asked.at(-1)).toMatchObject({ asker: { objectId: "0b0b" }, data: { kind: "report" } });

  front.onFileWanted(async () => {
    throw new UserError("It is not yours any more.");
  });
  const refused = await fetch(link);
  expect([refused.status, await refused.json()]).toEqual([404, { error: "It is not yours any more." }]);
});

test("a link nobody was given leads to nothing", async () => {
  const answer = await fetch(`${server.url}/files/00000000-0000-4000-8000-000000000000`);

  expect([answer.status, await answer.json()]).toEqual([404, { error: "There is no such file any more: ask for it again in the chat." }]);
});

test("anywhere else the file is offered as Teams knows it", async () => {
  const [message] = await someone(connector.url).say("report full");

  expect(message?.activity.text).toBeUndefined();
  expect(message?.activity.attachments?.[0]?.contentType).toBe("application/vnd.microsoft.teams.card.file.consent");
});

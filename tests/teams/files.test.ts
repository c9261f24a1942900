import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { UserError } from "../../src/domain/userError.ts";
import type { Message } from "../../src/ports.ts";
import { Activity } from "../../src/teams/activity.ts";
import { readIncoming } from "../../src/teams/incoming.ts";
import { openTeams } from "../../src/teams/openTeams.ts";
import type { Server } from "../../src/teams/server.ts";
import { type FilePlace, startFilePlace } from "../support/filePlace.ts";
import { type StandInConnector, startStandInConnector } from "../support/standInConnector.ts";
import { eventually } from "../support/startBot.ts";
import { type TeamsPerson, teamsPerson } from "../support/teamsPerson.ts";
import { createKeptLog, createSmallFront, type KeptLog, type SmallFront } from "./smallFront.ts";

let connector: StandInConnector;
let place: FilePlace;
let server: Server;
let front: SmallFront;
let log: KeptLog;
let priya: TeamsPerson;

beforeEach(async () => {
  connector = await startStandInConnector();
  place = await startFilePlace();
  front = createSmallFront();
  log = createKeptLog();
  server = await openTeams({ identity: undefined, log, timeLimitMs: 500, patienceMs: 300 }).serve(0, front, async () => true);
  priya = teamsPerson({ connector, botUrl: server.url, objectId: "0b0b", name: "Priya Shah" });
});
afterEach(async () => {
  await server.close();
  await connector.close();
  await place.close();
});

test("a file beside words reaches the front with both, and is fetched only when it asks", async () => {
  front.onMessage(async () => ({ text: "Got it.", alert: "Got it" }));

  const [answer] = await priya.sendFiles([{ name: "plan.csv", url: place.add("plan.csv", Buffer.from("Area,Action")) }], "import for warwickshire");

  expect(answer?.activity.text).toBe("Got it.");
  expect(front.asked[0]).toMatchObject({ words: "import for warwickshire", files: [{ name: "plan.csv" }] });
  expect(place.asked()).toBe(0);
  expect(String(await front.asked[0]?.files?.[0]?.read())).toBe("Area,Action");
  expect(place.asked()).toBe(1);
});

test("Teams has its answer before a file is read, so that it does not tell of the message again", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  front.onMessage(async () => {
    await held;
    return { text: "Read.", alert: "Read" };
  });
  const attachments = [
    { contentType: "application/vnd.microsoft.teams.file.download.info", name: "plan.csv", content: { downloadUrl: "http://127.0.0.1:9/x" } },
  ];

  const response = await priya.post({ type: "message", attachments, conversation: { id: priya.conversationId, conversationType: "personal" } });

  expect(response.status).toBe(200);
  expect(connector.shown(priya.conversationId)).toHaveLength(0);
  release();
  await eventually(() => connector.shown(priya.conversationId).length === 1);
});

test("who waits long is told that the file is being read, and finds the answer in that place", async () => {
  front.onMessage(async () => {
    await wait(700);
    return { text: "Read.", alert: "Read" };
  });

  const [first] = await priya.sendFiles([{ name: "plan.csv", url: "http://127.0.0.1:9/x" }]);

  expect(first?.activity.text).toContain("I am reading the file");
  const answered = await eventually(() => connector.shown(priya.conversationId).find(({ activity }) => activity.text === "Read."));
  expect(answered.id).toBe(first?.id);
  expect(connector.shown(priya.conversationId)).toHaveLength(1);
});

test("law 8: a file that is not to be opened is answered by a sentence, and its address is neither said nor logged", async () => {
  front.onMessage(async () => {
    await front.asked[0]?.files?.[0]?.read();
    return undefined;
  });

  const [answer] = await priya.sendFiles([{ name: "plan.csv", url: "https://evil.example/plan?tempauth=secret" }]);

  expect(answer?.activity.text).toContain("I did not open “plan.csv”");
  expect(JSON.stringify([answer, log.lines])).not.toMatch(/secret|evil/);
});

test("an offered file is shown with what Teams needs, and is put where the person agreed, in place of the offer", async () => {
  const wanted = { kind: "export", plan: "warwickshire" };
  front.onMessage(
    async (): Promise<Message> => ({ alert: "A file", file: { kind: "offered", name: "sheet.csv", description: "All problems", bytes: 3, wanted } }),
  );
  const [offer] = await priya.say("export");
  expect(offer?.activity.attachments).toEqual([
    {
      contentType: "application/vnd.microsoft.teams.card.file.consent",
      name: "sheet.csv",
      content: { description: "All problems", sizeInBytes: 3, acceptContext: wanted, declineContext: wanted },
    },
  ]);

  await priya.answerOffer(offer?.id ?? "", wanted, place.uploadUrl);

  const kept = await eventually(() => connector.shown(priya.conversationId).find(({ before }) => before.length > 0));
  expect(front.asked.at(-1)).toMatchObject({ data: wanted, asker: { objectId: "0b0b" } });
  expect(place.put.map(({ range, bytes }) => [range, String(bytes)])).toEqual([["bytes 0-2/3", "a,b"]]);
  expect(kept.activity.attachments).toMatchObject([
    {
      contentType: "application/vnd.microsoft.teams.card.file.info",
      contentUrl: "https://contoso-my.sharepoint.com/personal/someone/Documents/sheet.csv",
      name: "sheet.csv",
      content: { uniqueId: "1150D938-8870-4044-9F2C-5BBDEBA70C9D", fileType: "csv" },
    },
  ]);
});

test("an offer that is declined goes, and nothing is made or put", async () => {
  const [offer] = await priya.say("export");

  await priya.answerOffer(offer?.id ?? "", {});

  const gone = await eventually(() => connector.shown(priya.conversationId).find(({ before }) => before.length > 0));
  expect(gone.activity.text).toContain("did not take the file");
  expect(front.asked).toHaveLength(1);
  expect(place.put).toEqual([]);
});

test("a place to put a file that is not the person's own gets nothing", async () => {
  front.onFileWanted(async () => ({ name: "sheet.csv", bytes: Buffer.from("a,b") }));
  const [offer] = await priya.say("export");

  await priya.answerOffer(offer?.id ?? "", {}, "http://10.0.0.1/upload?guid=secret");

  const refused = await eventually(() => connector.shown(priya.conversationId).find(({ before }) => before.length > 0));
  expect(refused.activity.text).toContain("I did not open “sheet.csv”");
});

test("a file that can't be made any more is a sentence", async () => {
  front.onFileWanted(async () => {
    throw new UserError("Ask for it again.");
  });
  const [offer] = await priya.say("export");

  await priya.answerOffer(offer?.id ?? "", {}, place.uploadUrl);

  const refused = await eventually(() => connector.shown(priya.conversationId).find(({ before }) => before.length > 0));
  expect(refused.activity.text).toBe("Ask for it again.");
});

const base = {
  type: "message",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/uk/",
  from: { id: "29:anna", aadObjectId: "AAAA", name: "Anna" },
  recipient: { id: "28:bot" },
  conversation: { id: "a:1", conversationType: "personal", tenantId: "t" },
};
const download = (content: unknown) => ({ contentType: "application/vnd.microsoft.teams.file.download.info", name: "p.csv", content });
const html = (content: string) => ({ contentType: "text/html", content });

test.each<[string, object, { name: string; address?: string }[]]>([
  [
    "a file and the message's own HTML",
    { text: "hi", attachments: [download({ downloadUrl: "https://a" }), html("<p>hi</p>")] },
    [{ name: "p.csv", address: "https://a" }],
  ],
  [
    "two files",
    { attachments: [download({ downloadUrl: "https://a" }), download({ downloadUrl: "https://b" })] },
    [
      { name: "p.csv", address: "https://a" },
      { name: "p.csv", address: "https://b" },
    ],
  ],
  ["a file without an address", { attachments: [download({}), download(null)] }, [{ name: "p.csv" }, { name: "p.csv" }]],
  ["formatted words", { text: "summary", attachments: [html("<p><b>summary</b></p>")] }, []],
  ["a quote beside words", { text: "summary", attachments: [html('<attachment id="1"></attachment><p>summary</p>')] }, []],
  ["the trace of a file in a channel", { attachments: [html('<attachment id="1"></attachment>')] }, [{ name: "the file" }]],
  ["a picture alone", { attachments: [{ contentType: "image/png", contentUrl: "https://x" }] }, [{ name: "the picture" }]],
  ["a picture beside words", { text: "mine", attachments: [{ contentType: "image/*", contentUrl: "https://x" }] }, []],
  ["things nobody knows", { text: "mine", attachments: [null, 7, {}, { contentType: "application/vnd.microsoft.card.adaptive", content: {} }] }, []],
])("%s", (_name, activity, files) => {
  expect(readIncoming(Activity.parse({ ...base, ...activity }), false)).toMatchObject({ kind: "message", files });
});

test("an answer to an offer that says nothing is no answer", () => {
  const invoke = { type: "invoke", name: "fileConsent/invoke", value: { action: "maybe" } };

  expect(readIncoming(Activity.parse({ ...base, ...invoke }), false).kind).toBe("unknownInvoke");
});

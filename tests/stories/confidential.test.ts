import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { actionsOf, cardOf, eventually, importSample, type RunningBot, said, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";
const ref = "1.2.5-1";

let bot: RunningBot;
let manager: TeamsPerson;
let reader: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId] });
  await importSample(bot);
  manager = bot.person(managerId, "Programme Manager");
  reader = bot.person("66666666-6666-6666-6666-666666666666", "Reader");
  await manager.mention(steeringGroup, "use this channel");
  await manager.say(`role reader ${reader.objectId}`);
});
afterEach(() => bot.close());

test("a confidential item is counted in the channel and told there by no word, and told to those entitled", async () => {
  const words = (await bot.service.ports.plans.read("warwickshire"))?.measures.find((measure) => measure.ref === ref)?.words ?? "";
  expect(said(await manager.mention(steeringGroup, "overdue 1"))).toContain(ref);

  expect(said(await manager.say(`confidential ${ref}`))).toContain("Say why");
  expect(said(await manager.say(`confidential ${ref} because the family would be known`))).toContain(`${ref} is confidential now`);

  const overdue = said(await manager.mention(steeringGroup, "overdue 1"));
  expect(overdue).not.toContain(ref);
  expect(overdue).not.toContain(words.slice(0, 30));
  expect(overdue).toContain("Confidential item");
  expect(said(await manager.mention(steeringGroup, "summary"))).toContain("72 measures, 14 overdue");
  expect(said(await manager.mention(steeringGroup, `history ${ref}`))).toContain("Nobody and nothing");
  expect(said(await reader.say("overdue 1"))).not.toContain(ref);
  expect(said(await manager.say("overdue 1"))).toContain(ref);
  expect(said(await manager.say("confidential"))).toContain("the family would be known");

  await bot.service.ports.moveClock?.(bot.service.ports.calendar.instantAt("2022-11-28" as never, "09:05", "Europe/London"));
  const digest = await eventually(() => bot.connector.shown(steeringGroup.channelId).find(({ activity }) => activity.summary?.includes("digest")));
  expect(wordsOf(cardOf(digest))).not.toContain(ref);
  // It told nothing of the item, so anybody may call it up again.
  for (const answer of [await manager.mention(steeringGroup, "digest"), await reader.say("digest"), await manager.say("digest")])
    expect(said(answer)).toContain("Exception digest: 28 November 2022");
  // The digest knew of it, so nothing about it is new to those entitled.
  expect(said(await manager.say("summary 1"))).toContain("Since the digest of 28 November 2022: nothing has changed");
});

/** Everything a channel can be asked that tells of measures. */
const asked = [
  ...[
    "summary",
    "summary 1",
    "overdue",
    "overdue 1",
    "exceptions",
    "silent",
    "risks",
    "risks 1",
    "kpi",
    "kpi 1",
    "agenda",
    "due",
    "on a page",
    "on a page red",
  ],
  ...["changes since 1 November", "what changed since the last meeting?", "how is area 1 doing?", "anything red?", "history 1", "report kpi"],
];

test("whatever a channel is asked, what is confidential is in none of the answers", async () => {
  const lead = bot.person("11111111-1111-1111-1111-111111111111", "RISE Head of Service");
  await manager.say(`link RISE Head of Service to ${lead.objectId}`);
  await lead.say(`${ref} red, Zebedee waits, 12%`);
  await lead.say(`${ref} need until 31 March 2023 because Zebedee is away`);
  await manager.say(`risk ${ref} Zebedee may leave`);
  const told = new RegExp(`${ref.replaceAll(".", "\\.")}(?!\\d)|Zebedee|12%`);
  const answers = async () => {
    const all: string[] = [];
    for (const words of asked) all.push(`${words}: ${said(await manager.mention(steeringGroup, words))}`);
    return all;
  };
  const before = (await answers()).filter((answer) => told.test(answer)).length;

  await manager.say(`confidential ${ref} because the family would be known`);

  expect(before).toBeGreaterThan(12);
  for (const answer of await answers()) expect(answer).not.toMatch(told);
});

test("a digest with an item that was marked since is posted in the channel no more, and shown to those entitled one to one", async () => {
  await bot.service.ports.moveClock?.(bot.service.ports.calendar.instantAt("2022-11-28" as never, "09:05", "Europe/London"));
  await eventually(() => bot.connector.shown(steeringGroup.channelId).find(({ activity }) => activity.summary?.includes("digest")));
  const asked = "digest 28 November 2022";
  expect(said(await manager.mention(steeringGroup, asked))).toContain("Exception digest: 28 November 2022");

  await manager.say(`confidential ${ref} because the family would be known`);

  expect(said(await manager.mention(steeringGroup, asked))).toBe(
    "The digest of 28 November 2022 is not shown here any more, because an item in it has been marked confidential since; those who may see that item can ask me one to one.",
  );
  expect(said(await reader.say(asked))).toContain("is not shown to you any more");
  expect(said(await manager.say(asked))).toContain("Exception digest: 28 November 2022");
});

test.each([`measure ${ref} because the family`, "1.2.5 - 1 because the family", `${ref}, the family`, `${ref},`])(
  "“confidential %s” is of that measure and of no other",
  async (words) => {
    const answer = said(await manager.say(`confidential ${words}`));

    expect(answer).toContain(words.endsWith(",") ? "Say why" : `${ref} is confidential now`);
    expect(answer).toMatch(words.endsWith(",") ? `confidential ${ref} because` : /Reason: the family$/m);
  },
);

test("law 4: the same message told of again gives the same receipt", async () => {
  const message = {
    type: "message",
    id: "1668852000000",
    text: `confidential ${ref} because the family`,
    conversation: { id: manager.conversationId, conversationType: "personal" },
  };
  const answers = () => bot.connector.shown(manager.conversationId).filter((one) => said([one]).includes(`${ref} is confidential now`));
  await manager.post(message);
  await manager.post(message);

  await eventually(() => answers().length === 2);
});

test("it can be opened again, by Undo too, and only by those who may", async () => {
  const [marked] = await manager.say(`confidential ${ref} because the family would be known`);
  expect(said(await reader.say(`confidential ${ref} because`))).toContain("Only the programme manager, chair or vice chair can mark an item confidential.");

  await manager.press(marked?.id ?? "", actionsOf(cardOf(marked), "setConfidential")[0]);

  expect(said(await manager.mention(steeringGroup, "overdue 1"))).toContain(ref);
  expect(said(await manager.say(`not confidential ${ref} because`))).toContain("Say why");
  expect(said(await manager.say(`not confidential ${ref} because it was wrong`))).toContain("open already");
});

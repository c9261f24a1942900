import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import type { Shown } from "../support/standInConnector.ts";
import { actionsOf, cardOf, importSample, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const leadId = "11111111-1111-1111-1111-111111111111";
const otherId = "22222222-2222-2222-2222-222222222222";
const managerId = "33333333-3333-3333-3333-333333333333";

let bot: RunningBot;
let lead: TeamsPerson;
let other: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-26T08:00:00Z", admins: [managerId] }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  lead = bot.person(leadId, "Priya Shah");
  other = bot.person(otherId, "Sam Field");
  manager = bot.person(managerId, "Programme Manager");
  for (const person of [lead, other, manager]) await person.install();
  await link("C&F Social Work Operational Team Leader", lead);
  await link("Voice Influence and Change Development Officer", other);
});
afterEach(() => bot.close());

async function link(name: string, { objectId, name: who }: TeamsPerson): Promise<void> {
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: name, objectId }, { name: who });
}

const saying = (shown: readonly Shown[]) => shown.map(({ activity }) => activity.text ?? wordsOf(activity.attachments?.[0]?.content ?? {})).join("\n");
const titles = (words: string) => words.split("\n").filter((line) => /^[\w.-]+ · /.test(line));

/** On Saturday Priya, on Sunday Sam and Priya again; a date is asked for and refused. */
async function weekend(): Promise<void> {
  await lead.say("2.3.3-1 amber two posts vacant");
  await manager.say("clock 2022-11-27");
  await lead.say("2.3.3-1 green both posts filled");
  await other.say("2.1.1-4 red no trainer at all");
  await lead.say("2.3.1-4 need until 31 March 2023 because the tender was late");
}

test("by a person: what they said, newest first, each with the rating it took the place of and why", async () => {
  await weekend();

  const words = saying(await manager.say("history of Priya Shah"));

  expect(words).toContain("History: Priya Shah");
  expect(titles(words)).toEqual(["2.3.1-4 · 27 November 2022, Priya Shah", "2.3.3-1 · 27 November 2022, Priya Shah", "2.3.3-1 · 26 November 2022, Priya Shah"]);
  expect(words).toContain("Green: On track, no concerns (was Amber)");
  expect(words).toContain("both posts filled");
  expect(words).toMatch(/Asked for [\s\S]*the tender was late/);
});

test.each([
  ["history today", ["2.3.1-4", "2.1.1-4", "2.3.3-1"]],
  ["history on 26 November", ["2.3.3-1"]],
  ["history since 27 November", ["2.3.1-4", "2.1.1-4", "2.3.3-1"]],
  ["history in October", []],
  ["history 2.3 this month", ["2.3.1-4", "2.3.3-1", "2.3.3-1"]],
  ["history area 2 yesterday", ["2.3.3-1"]],
  ["history of Sam Field this week", ["2.3.1-4", "2.1.1-4"]],
  ["history 2", ["2.3.1-4", "2.1.1-4", "2.3.3-1", "2.3.3-1"]],
  ["history of my measures", ["2.3.1-4", "2.3.3-1", "2.3.3-1"]],
  ["history for voice influence since Saturday", ["2.3.1-4", "2.1.1-4"]],
  ["show me the history since 27 November", ["2.3.1-4", "2.1.1-4", "2.3.3-1"]],
])("%j finds %j", async (asked, refs) => {
  await weekend();

  const words = saying(await lead.say(asked));

  expect(words).toContain("History: ");
  expect(titles(words).map((title) => title.split(" ")[0])).toEqual(refs);
});

test("more than a page is turned, in the same card, and a channel may ask too", async () => {
  await weekend();
  for (const n of [1, 2, 3, 4]) await other.say(`2.1.1-4 amber step ${n} of the training is done`);
  await manager.mention(steeringGroup, "use this channel");
  await lead.mention(steeringGroup, "history this month");
  const [shown] = await lead.say("history this month");
  const next = actionsOf(cardOf(shown), "findHistory");

  const second = (await lead.press(shown?.id ?? "", next[0])).body.value;

  expect(wordsOf(cardOf(shown))).toContain("8 entries, newest first · page 1 of 2");
  expect(titles(wordsOf(second))).toHaveLength(3);
  expect(actionsOf(second, "findHistory")).toMatchObject([{ page: 1 }]);
});

test("a name that could be several asks which, with a button each", async () => {
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await setRole(bot.service.ports, plan, "55555555-5555-5555-5555-555555555555", "reader", undefined, "Sam Fielding");

  const [asked] = await lead.say("history of Sam this month");

  expect(wordsOf(cardOf(asked))).toContain("Whose history do you mean?");
  expect(actionsOf(cardOf(asked), "say").map(({ words }) => words)).toEqual(["history of Sam Field this month", "history of Sam Fielding this month"]);
});

test("asked for nothing it says what can be asked, and a name nobody bears is said back", async () => {
  expect(actionsOf(cardOf((await lead.say("history"))[0]), "say").map(({ words }) => words)).toEqual([
    "history 2.3.1-1",
    "history of my measures",
    "history this month",
    "history last month",
  ]);
  expect(saying(await lead.say("history of Nobody Atall"))).toContain("called “Nobody Atall”");
});

test("law 5: who may not read the plan is shown nothing of it", async () => {
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");
  const data = { verb: "findHistory", plan: "warwickshire", words: "since 1 September", page: 1 };

  expect(saying(await stranger.say("history since 1 September"))).toContain("I have no plan to show you");
  expect(JSON.stringify((await stranger.press("1", data)).body)).toContain("I have no plan I may show you");
});

test("releases, handings on and “not mine” are found as a measure's own history tells them, each once", async () => {
  await other.say("2.1.1-4 not mine, it's Priya Shah's");
  await manager.say(`assign 2.1.1-4 also to Priya Shah`);
  await manager.say("release area 2 because the board looks elsewhere");
  const told = ["Said that it is not theirs", "Gave it to Priya Shah", "Area 2 was released from monitoring", "the board looks elsewhere"];

  const own = saying(await manager.say("history 2.1.1-4"));
  const area = saying(await manager.say("history area 2 today"));
  const ofManager = saying(await manager.say("history of my measures"));

  for (const one of told) for (const words of [own, area]) expect(words).toContain(one);
  expect(area).toContain("3 entries");
  expect(area).toContain("Area 2 · 26 November 2022, Programme Manager");
  expect(ofManager).toContain("Nothing was said or decided");
});

test("that an item was confidential, and what was said of it, is told to those who may see it and to nobody in a channel", async () => {
  await manager.mention(steeringGroup, "use this channel");
  await manager.say(`role reader ${other.objectId}`);
  await lead.say("2.3.3-1 amber two posts vacant");
  await manager.say("confidential 2.3.3-1 because the family would be known");
  const everywhere = ["history today", "history 2.3 today", "history of Priya Shah", "history of my measures"];

  for (const words of everywhere) {
    const channel = saying(await manager.mention(steeringGroup, words));
    for (const secret of ["2.3.3-1 ·", "two posts vacant", "would be known"]) expect(channel).not.toContain(secret);
  }
  expect(saying(await other.say("history today"))).not.toContain("two posts vacant");
  for (const words of ["history today", "history 2.3.3-1"]) {
    const alone = saying(await lead.say(words));
    for (const one of ["Marked confidential", "would be known", "two posts vacant"]) expect(alone).toContain(one);
  }

  await manager.say("not confidential 2.3.3-1 because the words were changed");
  expect(saying(await manager.say("history 2.3.3-1"))).toContain("Opened again");
  for (const words of ["history today", "history 2.3.3-1"]) {
    const channel = saying(await manager.mention(steeringGroup, words));
    expect(channel).toContain("two posts vacant");
    expect(channel).not.toContain("would be known");
  }
});

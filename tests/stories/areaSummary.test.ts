import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { type SamplePlan, samplePlanFiles } from "../support/samplePlans.ts";
import { actionsOf, cardOf, eventually, importSample, type RunningBot, said, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";

let bot: RunningBot;
let manager: TeamsPerson;
let lead: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-21T08:00:00Z", admins: [managerId] });
  manager = bot.person(managerId, "Programme Manager");
  lead = bot.person("11111111-1111-1111-1111-111111111111", "RISE Head of Service");
});
afterEach(() => bot.close());

const clockTo = (to: string) => manager.say(`clock ${to}`);

/** One of the other councils' sample plans. */
async function bring(id: SamplePlan, asOf: string): Promise<void> {
  const outcome = await importPlan(bot.service.ports, { plan: id, title: `Plan of ${id}`, files: await samplePlanFiles(id), asOf: day(asOf) });
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.problems));
}

test("an area tells what changed since the last digest, what comes next, who needs help and who is silent", async () => {
  await importSample(bot);
  await manager.mention(steeringGroup, "use this channel");
  await manager.say(`link RISE Head of Service to ${lead.objectId}`);
  await lead.install();
  await clockTo("2022-11-28");
  await eventually(() => bot.connector.shown(steeringGroup.channelId).some(({ activity }) => activity.summary?.includes("digest")));
  const [form] = await lead.say("update 1.2.5-1");
  const [save] = actionsOf(cardOf(form), "saveUpdate");
  await lead.press(form?.id ?? "", { ...save, rating: "Red", narrative: "Two posts are vacant, we are advertising.", help: "Agency budget" });

  expect(said(await manager.mention(steeringGroup, "summary 1"))).not.toContain("Not answered by");
  await clockTo("2022-11-30");
  const area = said(await manager.mention(steeringGroup, "how is area 1 doing?"));

  expect(area).toContain("Since the digest of 28 November 2022: 1 new Red");
  expect(area).toContain("Green 9 (60%)");
  expect(area).toMatch(/Next dates\n.* 2022 · 1\./);
  expect(area).toContain("1.2.5-1, 28 November 2022: Agency budget");
  expect(area).toMatch(/Not answered by\nRISE Head of Service: 1\.2\.5-3, 2 days; 1\.2\.5-4, 2 days\n/);
  expect(area).toMatch(/Could not be asked\nSenior Joint Commissioner for Learning Disabilities and Autism: 1\.2\.1-2; 1\.2\.2-1\n/);
  expect(said(await manager.say("summary 2"))).toContain("Since the digest of 28 November 2022: nothing has changed");
});

test("an area tells who answers for it, what is overdue by how long and whose it is, and what waits for the board’s word", async () => {
  await importSample(bot);
  await manager.mention(steeringGroup, "use this channel");
  await manager.say(`link RISE Head of Service to ${lead.objectId}`);
  await lead.install();
  const [form] = await lead.say("update 1.2.5-1");
  const [save] = actionsOf(cardOf(form), "saveUpdate");
  await lead.press(form?.id ?? "", { ...save, rating: "Blue", narrative: "Both posts are filled and the pathway is in use." });

  const area = said(await manager.mention(steeringGroup, "summary 1"));

  for (const line of [
    "Area 1: Long waits for autism assessment and weak support before and after diagnosis",
    "Senior responsible officer: Director of Joint Commissioning, CWICB",
    "Green 10 (67%) · Amber 3 (20%) · Grey 2 (13%)",
    "Proposed complete, waiting for the board: 1.2.5-1",
    "Challenges that stand: 1 (1.2.5-1): see their history",
    "Overdue: 7 of 15",
    "1.2.1-2 · 174 days overdue",
    "Led by Senior Joint Commissioner for Learning Disabilities and Autism",
    "and 1 more: type overdue 1",
    "31 December 2022 · 1.1.2-1 · Led by Lead officer A",
  ])
    expect(area.split("\n")).toContain(line);
});

test("what a chair asks in words has a real answer, in a thread below the question in the channel", async () => {
  await importSample(bot);
  await manager.mention(steeringGroup, "use this channel");
  const ask = async (words: string) => said(await manager.mention(steeringGroup, words));

  expect(await ask("anything red?")).toContain("None of 72 measures are Red");
  expect(await ask("which measures are amber in area 2?")).toContain("1 of 21 measures is Amber");
  expect(await ask("how many are complete?")).toContain("20 of 72 measures are complete");
  expect(await ask("what's due next month?")).toContain("Due from 1 December 2022 to 31 December 2022");
  expect(await ask("due before Christmas")).toContain("Due from 21 November 2022 to 24 December 2022");
  expect(await ask("what is due by 9 January in area 2")).toContain("Due from 21 November 2022 to 9 January 2023");
  expect(await ask("what is overdue in area 3")).toContain("As of 21 November 2022, Area 3");
  expect(await ask("who is silent")).toContain("Nobody is silent");
  expect(await ask("what needs a decision?")).toMatch(/decision|waits/i);
  expect(await ask("what changed since the last meeting?")).toContain("since 22 October 2022");
  expect(bot.connector.shown(steeringGroup.channelId)).toEqual([]);
});

test("the card has the document's quantitative summary, cell by cell, in words and in the chart", async () => {
  await importSample(bot);
  const card = cardOf((await manager.say("summary"))[0]);
  const words = wordsOf(card);
  const scheme = ["Blue", "Green", "Amber", "Red", "Grey"];

  const inWords = words.split("\n").filter((line) => /^\w+ \d+(?: · \w+ \d+)*$/.test(line) && scheme.includes(line.split(" ")[0] ?? ""));
  const cells = inWords.map((line) => scheme.map((label) => Number(new RegExp(`${label} (\\d+)`).exec(line)?.[1] ?? 0)));
  const chart = card.body.find(({ type }: { type: string }) => type === "Chart.HorizontalBar.Stacked");
  const bars = chart.data.map(({ data }: { data: { legend: string; value: number }[] }) =>
    scheme.map((label) => data.find(({ legend }) => legend === label)?.value ?? 0),
  );
  const areas = [
    [0, 10, 3, 0, 2],
    [7, 13, 1, 0, 0],
    [5, 4, 0, 0, 5],
    [2, 6, 0, 0, 2],
    [6, 5, 1, 0, 0],
  ];

  expect(cells).toEqual(areas);
  expect(bars).toEqual([[20, 38, 5, 0, 9], ...areas]);
  for (const total of ["72 measures", "20 (28%)", "38 (53%)", "5 (7%)", "0 (0%)", "9 (13%)"]) expect(words).toContain(total);
});

test("the plan on a page goes on from page to page until every measure was shown once", async () => {
  await importSample(bot);
  const seen: string[] = [];
  let words: string | undefined = "on a page";
  while (words) {
    const card = cardOf((await manager.say(words))[0]);
    for (const [, ref = ""] of wordsOf(card).matchAll(/^(\d\S*) · /gm)) seen.push(ref);
    words = actionsOf(card, "say")
      .map(({ words: next }) => String(next))
      .find((next) => next.includes(" from "));
  }

  expect(seen).toEqual((await bot.store.plans.read("warwickshire"))?.measures.map(({ ref }) => ref));
});

test("an area’s outcomes are shown at a press, where its plan says any", async () => {
  await bring("walsall", "2023-01-09");
  const area = (await bot.store.plans.read("walsall"))?.areas.find(({ outcomes = [] }) => outcomes.length > 0);

  const card = cardOf((await manager.say(`summary ${area?.ref}`))[0]);

  const outcomes = card.body.find(({ id }: { id?: string }) => id === "outcomes");
  expect(outcomes).toMatchObject({ isVisible: false });
  expect(wordsOf(outcomes)).toContain(area?.outcomes?.[0]?.slice(0, 40));
  expect(JSON.stringify(card)).toContain('"type":"Action.ToggleVisibility","title":"Outcomes","targetElements":["outcomes"]');
});

test("a plan without ratings claims nothing, and one with its own colours and meanings shows those", async () => {
  await bring("walsall", "2023-01-09");
  const summary = said(await manager.say("summary"));
  expect(summary).toMatch(/No status recorded \d+/);
  expect(summary).toMatch(/No status recorded\n\d+ \(100%\)/);
  expect(summary).not.toMatch(/complete/i);
  expect(said(await manager.say("how many are complete?"))).toContain("No status recorded of any of");

  await bot.close();
  bot = await startBot({ at: "2020-11-23T08:00:00Z", admins: [managerId] });
  manager = bot.person(managerId, "Programme Manager");
  await bring("leicestershire", "2020-11-23");
  const other = said(await manager.say("summary"));
  expect(other).toMatch(/Pink\n\d+ \(\d+%\) Action not yet started/);
  expect(other).toMatch(/Amber\n\d+ \(\d+%\) Action in progress/);
});

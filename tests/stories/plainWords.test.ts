import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import type { Shown } from "../support/standInConnector.ts";
import { importSample, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

let bot: RunningBot;
let lead: TeamsPerson;
let chair: TeamsPerson;

beforeAll(async () => {
  bot = await startBot({ at: "2022-11-26T10:00:00Z", admins: ["33333333-3333-3333-3333-333333333333"] }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  lead = bot.person("11111111-1111-1111-1111-111111111111", "Team Leader");
  chair = bot.person("44444444-4444-4444-4444-444444444444", "Chair");
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: "C&F Social Work Operational Team Leader", objectId: lead.objectId });
  if (plan) await setRole(bot.service.ports, plan, chair.objectId, "chair");
  const manager = bot.person("33333333-3333-3333-3333-333333333333", "Programme Manager");
  await manager.mention(steeringGroup, "use this channel");
});
afterAll(() => bot.close());

const saying = (shown: readonly Shown[]) => shown.map(({ activity }) => activity.text ?? wordsOf(activity.attachments?.[0]?.content ?? {})).join("\n");

test.each([
  ["how is area 2 doing?", /Area 2/],
  ["area 2", /Area 2: Damaged trust/],
  ["what is overdue?", /\d+ overdue|days overdue/],
  ["show me my actions", /Your measures|lead no/],
  ["what do I have to do", /Your measures|lead no/],
  ["who leads 2.1?", /2\.1\.1-1/],
  ["who leads 1.2.5-1?", /1\.2\.5-1 is led by RISE Head of Service/],
  ["who leads area 1?", /Senior responsible officer of Area 1/],
  ["when is 2.3 due", /2\.3\.1-1: Due/],
  ["when is 1.2.5-1 due?", /1\.2\.5-1: Due/],
  ["remove me", /unlink you/],
  ["stop", /unlink you/],
  ["thanks", /Noted/],
  ["what changed since the last meeting?", /No change since|changes? since/],
  ["sumarry", /“summary”/],
  ["ovrdue", /“overdue”/],
  ["hlep", /“help”/],
])("%j is answered alike to a lead and to the chair", async (words, expected) => {
  expect(saying(await lead.say(words))).toMatch(expected);
  expect(saying(await chair.say(words))).toMatch(expected);
});

test("a slip before a reference: the chair is offered the command, and a lead is asked about that measure before anything is stored", async () => {
  expect(saying(await chair.say("histroy 2.3.1-1"))).toContain("“history 1.1.1-1”");
  expect(saying(await lead.say("histroy 2.3.1-1"))).toMatch(/2\.3\.1-1: your update\n.*Nothing is recorded yet/);
});

test("a reference alone shows what was said of the measure, and opens its form to its lead", async () => {
  for (const words of ["2.1.1-3", "measure 2.1.1-3", "2.1.1 – 3."]) expect(saying(await chair.say(words))).toContain("2.1.1-3: what was said");
  expect(saying(await lead.say("2.1.1-4"))).toContain("2.1.1-4: what was said");
  expect(saying(await lead.say("2.3.1-1"))).toContain("2.3.1-1: your update");
  expect(saying(await chair.mention(steeringGroup, "2.1.1-3"))).toContain("2.1.1-3: what was said");
  expect(saying(await chair.mention(steeringGroup, "24/7"))).toContain("write it to me in our own chat");
});

test("a plain question is answered in the plan's channel too", async () => {
  expect(saying(await chair.mention(steeringGroup, "how is area 2 doing?"))).toContain("Area 2");
});

test("where measures are numbered, a number typed by a lead answers what was asked, and shows a reader the measure", async () => {
  const numbered = await startBot({ at: "2022-11-26T10:00:00Z" });
  const rows = ["Area,Ref,Action,Lead,Due,Rating", "1 Waits,12,Teams are set up,Head of Inclusion,31 December 2022,Green"];
  const bytes = Buffer.from([...rows, "1 Waits,13,Waits are published,Head of Health,31 December 2022,Green"].join("\n"));
  await importPlan(numbered.service.ports, { files: [{ name: "plan.csv", bytes }], plan: "numbered", title: "Numbered" });
  const plan = await numbered.service.ports.plans.read("numbered");
  if (plan) await linkLead(numbered.service.ports, plan, { lead: "Head of Inclusion", objectId: lead.objectId });
  if (plan) await setRole(numbered.service.ports, plan, chair.objectId, "chair");
  const [theirs, reader] = [numbered.person(lead.objectId, "Team Leader"), numbered.person(chair.objectId, "Chair")];
  await theirs.say("update 12");

  expect(saying(await theirs.say("13"))).toContain("12: your update");
  expect(saying(await theirs.say("measure 13"))).toContain("13: what was said");
  expect(saying(await reader.say("13"))).toContain("13: what was said");
  await numbered.close();
});

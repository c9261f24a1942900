import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { exportPlan } from "../../src/flows/exportPlan.ts";
import { setRole } from "../../src/flows/knowPeople.ts";
import { restorePlan } from "../../src/flows/restorePlan.ts";
import { startCouncil } from "../support/council.ts";
import type { Shown } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, said, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const ref = "1.2.5-1";

let bot: RunningBot;
let lead: TeamsPerson;
let chair: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  ({ bot, lead, chair, manager } = await startCouncil("RISE Head of Service", "Robin Lead"));
});
afterEach(() => bot.close());

const planNow = () => storedPlan(bot);
const reminders = () => bot.connector.shown(lead.conversationId).filter(({ activity }) => activity.summary?.startsWith("Your updates"));

async function propose(one = ref): Promise<void> {
  const [form] = await lead.say(`update ${one}`);
  await lead.press(form?.id ?? "", { ...actionsOf(cardOf(form), "saveUpdate")[0], rating: "Blue", narrative: "All done." });
}

test("what is released is shown as that and asked about by nobody, through imports, until it is taken back", async () => {
  await lead.install();
  expect(said(await chair.say("release section 1.2 because embedded for two terms"))).toContain("Section 1.2 is released from monitoring");
  expect(said(await lead.say("mine"))).not.toContain(ref);
  const summary = said(await chair.say("summary 1"));
  for (const one of ["Released from monitoring: ", "Section 1.2 was released on 22 November 2022: embedded for two terms"]) expect(summary).toContain(one);
  expect(said(await chair.say("summary"))).toMatch(/\d+ released from monitoring/);
  expect(said(await lead.say(`history ${ref}`))).toContain("Section 1.2 was released from monitoring");
  expect(said(await chair.say("overdue 1"))).not.toContain("1.2.");
  await importSample(bot);
  await manager.say("clock 2023-03-30");
  await aWhile();
  expect(reminders()).toEqual([]);

  expect(said(await chair.say("release section 1.2 because again"))).toContain("was released from monitoring by Cath Chair on 22 November 2022");
  expect(said(await chair.say(`take back ${ref} because it matters`))).toContain("Section 1.2 was released from monitoring by Cath Chair");
  const [form] = await manager.say("take back section 1.2");
  const store = actionsOf(cardOf(form), "setMonitoring")[0];
  expect(wordsOf((await manager.press(form?.id ?? "", { ...store, reason: " " })).body.value)).toContain("Say why");
  for (const _ of [1, 2])
    expect(wordsOf((await manager.press(form?.id ?? "", { ...store, reason: "Waits have grown." })).body.value)).toContain("Section 1.2 is monitored again");
  await eventually(() => reminders()[0]);
  const history = said(await lead.say(`history ${ref}`));
  expect(history.indexOf("Waits have grown.")).toBeLessThan(history.indexOf("embedded for two terms"));
  expect(history).toContain("Waits have grown.");
  expect(await bot.service.ports.plans.entries("warwickshire", "monitoring", "section 1.2")).toHaveLength(2);
});

test("an export and its restore keep what is released", async () => {
  await chair.say("release 2 because embedded");
  const [{ bytes }] = await exportPlan(bot.service.ports, await planNow(), "json");
  await restorePlan(bot.service.ports, bytes, true);

  const plan = await planNow();
  expect(plan.measures.filter(({ released }) => released).map(({ area }) => area)).toEqual(
    plan.measures.filter(({ area }) => area === "Area 2").map(() => "Area 2"),
  );
});

test("law 5: nobody but those who sign off and the programme manager says what is monitored", async () => {
  const data = { verb: "setMonitoring", plan: "warwickshire", part: "area", ref: "Area 2", how: "release", nonce: "some-nonce", reason: "Mischief." };
  for (const person of [lead, bot.person("66666666-6666-6666-6666-666666666666", "Mel Member")]) {
    if (person !== lead) await setRole(bot.service.ports, await planNow(), person.objectId, "member");
    const refused = wordsOf((await person.press("1", data)).body.value);
    for (const one of ["signed off by the chair and nobody else", "Mischief."]) expect(refused).toContain(one);
  }
  expect(said(await lead.say("release 2 because I say so"))).toContain("for those who sign measures off");
  expect((await planNow()).measures.some(({ released }) => released)).toBe(false);
});

test("the agenda holds what waits, with a way to decide for who may; from the channel it is sent one to one", async () => {
  expect(said(await chair.say("agenda"))).toContain("No decision waits");
  await propose();
  const [form] = await lead.say("update 1.2.5-2");
  const [open] = [await lead.press(form?.id ?? "", actionsOf(cardOf(form), "openDate")[0])];
  await lead.press(form?.id ?? "", { ...actionsOf(open.body.value, "askForDate")[0], date: "31 December 2023", reason: "Two posts are vacant." });

  const [shown] = await chair.say("agenda");
  const words = wordsOf(cardOf(shown));
  for (const one of ["2 decisions wait", `Proposed complete: ${ref}`, "New date: 1.2.5-2", "Two posts are vacant.", "“All done.”"])
    expect(words).toContain(one);
  const list = await chair.press(shown?.id ?? "", actionsOf(cardOf(shown), "showSignOff")[0]);
  expect(wordsOf(list.body.value)).toContain(`Sign off ${ref}`);
  const date = await chair.press(shown?.id ?? "", actionsOf(cardOf(shown), "openDateDecision")[0]);
  expect(actionsOf(date.body.value, "decideDate")).toHaveLength(3);
  const [others] = await manager.say("agenda");
  expect(wordsOf(cardOf(others))).toContain("Waits for the chair.");
  expect(actionsOf(cardOf(others), "showSignOff")).toEqual([]);

  await manager.mention(steeringGroup, "use this channel");
  await chair.install();
  const [posted] = await lead.mention(steeringGroup, "agenda");
  const before = bot.connector.shown(chair.conversationId).length;
  const thread = `${steeringGroup.channelId};messageid=1`;
  for (const data of actionsOf(cardOf(posted), "decideAlone")) expect(await pressThere(chair, posted, data, thread)).toContain("I sent it to you one to one");
  const sent = bot.connector
    .shown(chair.conversationId)
    .slice(before)
    .map(({ activity }) => wordsOf(cardOf({ activity } as Shown)));
  expect(sent.join("\n")).toContain(`Sign off ${ref}`);
  expect(sent.join("\n")).toContain("a new date is asked for");
  for (const data of actionsOf(cardOf(posted), "decideAlone")) expect(await pressThere(lead, posted, data, thread)).toContain("by the chair");
});

async function pressThere(person: TeamsPerson, shown: Shown | undefined, data: object, conversation: string): Promise<string> {
  const there = await person.post({
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", data } },
    replyToId: shown?.id,
    conversation: { id: conversation, conversationType: "channel", isGroup: true },
    channelData: { team: { id: steeringGroup.teamId }, channel: { id: steeringGroup.channelId } },
  });
  return there.text();
}

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { linkLead } from "../../src/flows/knowPeople.ts";
import type { Shown } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import { botId, type TeamsPerson, tenantId } from "../support/teamsPerson.ts";

const leadId = "11111111-1111-1111-1111-111111111111";
const managerId = "33333333-3333-3333-3333-333333333333";
const teamLeader = "C&F Social Work Operational Team Leader";

let bot: RunningBot;
let lead: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z", admins: [managerId] }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  await link(teamLeader);
  lead = bot.person(leadId, "Team Leader");
  manager = bot.person(managerId, "Programme Manager");
});
afterEach(() => bot.close());

async function link(name: string, plan = "warwickshire"): Promise<void> {
  const read = await bot.service.ports.plans.read(plan);
  if (read) await linkLead(bot.service.ports, read, { lead: name, objectId: leadId });
}

const personal = () => ({ id: lead.conversationId, conversationType: "personal", tenantId });
const history = (ref: string) => bot.store.plans.history("warwickshire", ref);
const saying = (shown: readonly Shown[]) => shown.map(({ activity }) => activity.text ?? wordsOf(cardOf({ activity } as Shown))).join("\n");
const shown = () => bot.connector.shown(lead.conversationId);

async function post(activity: object): Promise<readonly Shown[]> {
  const before = shown().length;
  expect((await lead.post({ ...activity, conversation: personal() })).status).toBe(200);
  return shown().slice(before);
}

test("the first contact says what this is, why it came and what to type", async () => {
  const words = saying(await lead.install());

  expect(words).toContain(`You are linked as ${teamLeader}. You lead 8 measures`);
  expect(words).toMatch(/write, such as “2\.3\.1-1 green, all staff trained”/);
  expect(words).not.toContain("senior responsible");
});

test("somebody nobody has linked learns what to tell whom, and no plan's name", async () => {
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "New Colleague");

  const welcome = saying(await stranger.say("Hello!"));
  expect(welcome).toContain("tell its programme manager this");
  expect(welcome).not.toContain("Warwickshire");
  expect(saying(await stranger.say("hello"))).toContain("What you can ask Drumbeat");
  expect(saying(await stranger.say("all our staff are trained now"))).toContain("Nobody has linked you to a plan yet, so nothing was recorded");
});

test("whoever leads in two plans, and holds a role, hears of each", async () => {
  await importSample(bot, "second");
  await link("RISE Head of Service", "second");
  await bot.store.plans.giveRole("second", { objectId: leadId, role: "chair" });

  const words = saying(await lead.say("hi"));

  expect(words).toMatch(/You are linked in Warwickshire .* as C&F Social Work/);
  expect(words).toContain("You are the chair in Warwickshire");
});

test("an edited message is never stored twice: the form offers its new words in place of the old", async () => {
  await post({ type: "message", id: "41", text: "2.3.3-1 amber two posts vacant" });
  const [offered] = await post({ type: "messageUpdate", id: "41", text: "2.3.3-1 amber one post vacant", channelData: { eventType: "editMessage" } });

  const [save] = actionsOf(cardOf(offered), "saveUpdate");
  expect(save).toMatchObject({ amends: "000001" });
  expect(wordsOf(cardOf(offered))).toContain("one post vacant");
  expect(await history("2.3.3-1")).toHaveLength(1);

  await lead.press(offered?.id ?? "", { ...save, rating: "Amber", narrative: "one post vacant" });
  expect(await history("2.3.3-1")).toMatchObject([{ narrative: "two posts vacant" }, { narrative: "one post vacant", amends: "000001" }]);
});

test("a message edited to speak of something else leaves its record, and says so", async () => {
  await post({ type: "message", id: "42", text: "2.3.3-1 amber two posts vacant" });
  const said = await post({ type: "messageUpdate", id: "42", text: "2.3.1-4 amber two posts vacant", channelData: { eventType: "editMessage" } });

  expect(saying(said)).toMatch(/You edited a message that was recorded[\s\S]*2\.3\.3-1: Amber[\s\S]*still stands/);
  expect(await history("2.3.1-4")).toEqual([]);
  expect(actionsOf(cardOf(said[0]), "openForm")).toMatchObject([{ ref: "2.3.3-1", amends: "000001" }]);
});

test("a message that recorded nothing is heard anew when it is edited", async () => {
  await post({ type: "message", id: "43", text: "sumary" });
  const said = await post({ type: "messageUpdate", id: "43", text: "summary", channelData: { eventType: "editMessage" } });

  expect(saying(said)).toContain("Warwickshire Written Statement of Action");
});

test("an edited leave, pause or “not mine” says what it says now, and told of again is no further row", async () => {
  const edited = (id: string, text: string) => post({ type: "messageUpdate", id, text, channelData: { eventType: "editMessage" } });
  const rows = (matter: "arrangements" | "claims", subject: string) => bot.service.ports.plans.entries("warwickshire", matter, subject);
  await post({ type: "message", id: "51", text: "away 1 December to 14 December" });
  expect(saying(await edited("51", "away 1 December to 15 December"))).toContain("to 15 December 2022");
  await edited("51", "away 1 December to 15 December");
  expect(await rows("arrangements", lead.objectId)).toHaveLength(2);

  await post({ type: "message", id: "52", text: "pause until 1 February" });
  expect(saying(await edited("52", "pause until 1 March"))).toContain("not asked before 1 March 2023");
  expect(await rows("arrangements", lead.objectId)).toHaveLength(4);

  await post({ type: "message", id: "53", text: "2.3.3-1 not mine, it is the school's" });
  expect(saying(await edited("53", "2.3.3-1 not mine, it is the health trust's"))).toContain("health trust");
  expect(await rows("claims", "2.3.3-1")).toHaveLength(2);
});

test("a deleted message's record stands and is one touch from being taken back; without one, silence", async () => {
  await post({ type: "message", id: "44", text: "2.3.3-1 amber two posts vacant" });
  const said = await post({ type: "messageDelete", id: "44", channelData: { eventType: "softDeleteMessage" } });

  expect(saying(said)).toMatch(/You deleted a message that was recorded[\s\S]*two posts vacant[\s\S]*still stands/);
  await lead.press(said[0]?.id ?? "", actionsOf(cardOf(said[0]), "undoUpdate")[0]);
  expect((await history("2.3.3-1")).map(({ kind }) => kind)).toEqual(["report", "withdrawal"]);
  expect(await post({ type: "messageDelete", id: "44", channelData: { eventType: "softDeleteMessage" } })).toEqual([]);
});

test.each([
  ["installationUpdate", { type: "installationUpdate", action: "remove" }],
  ["conversationUpdate", { type: "conversationUpdate", membersRemoved: [{ id: botId }] }],
])("law 6: who removed the app (%s) is sent nothing, the manager sees why, and what waited goes out when it is added again", async (_, removal) => {
  await manager.addToTeam(steeringGroup);
  bot.connector.addMembers(steeringGroup.teamId, [{ objectId: leadId, name: "Team Leader" }]);
  await lead.install();
  await post(removal);
  const before = bot.connector.attempts(lead.conversationId).length;
  await manager.say("clock 2022-12-20");
  await eventually(async () =>
    (await bot.store.notices.open("warwickshire")).some(({ state, notice }) => state.kind === "waiting" && notice.kind === "reminder"),
  );
  await aWhile();

  expect(bot.connector.attempts(lead.conversationId)).toHaveLength(before);
  expect(saying(await manager.say("people"))).toContain("has removed the app: waits until they add Drumbeat again");

  await lead.install();
  await eventually(() => shown().some(({ activity }) => activity.summary?.startsWith("Your updates")));
  expect(saying(await manager.say("people"))).not.toContain("removed the app");
});

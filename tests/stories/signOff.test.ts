import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { setRole } from "../../src/flows/knowPeople.ts";
import { startCouncil } from "../support/council.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, said, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const otherChairId = "55555555-5555-5555-5555-555555555555";
const memberId = "66666666-6666-6666-6666-666666666666";
const [first, second, third] = ["1.2.5-1", "1.2.5-2", "1.2.5-3"] as const;
/** Complete in the file. */
const imported = "2.2.1-2";

let bot: RunningBot;
let lead: TeamsPerson;
let chair: TeamsPerson;
let otherChair: TeamsPerson;
let member: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  ({ bot, lead, chair, manager } = await startCouncil("RISE Head of Service", "Robin Lead"));
  await setRole(bot.service.ports, await planNow(), memberId, "member");
  otherChair = bot.person(otherChairId, "Olu Chair");
  member = bot.person(memberId, "Mel Member");
});
afterEach(() => bot.close());

const planNow = () => storedPlan(bot);
const measureNow = async (ref: string) => (await planNow()).measures.find((measure) => measure.ref === ref);
const rows = async (ref: string) => (await bot.service.ports.plans.history("warwickshire", ref)).map(({ kind }) => kind);
const atNine = () => manager.say("clock 2022-11-23");
const newsFor = (person: TeamsPerson, of: RegExp) => bot.connector.shown(person.conversationId).filter(({ activity }) => of.test(activity.summary ?? ""));

async function propose(ref: string, narrative = `${ref} is done.`): Promise<Card> {
  const [form] = await lead.say(`update ${ref}`);
  return (await lead.press(form?.id ?? "", { ...actionsOf(cardOf(form), "saveUpdate")[0], rating: "Blue", narrative })).body.value;
}

/** The list as somebody sees it, and a way to press what is on it. */
async function list(person: TeamsPerson) {
  const [shown] = await person.say("sign-off");
  const card = cardOf(shown);
  const press = async (data: Card | undefined): Promise<Card> => (await person.press(shown?.id ?? "", data)).body.value;
  return {
    card,
    press,
    ticked: (...lines: number[]) => press({ ...actionsOf(card, "signOffTicked")[0], ...Object.fromEntries(lines.map((n) => [`tick${n}`, "true"])) }),
  };
}

async function sendBack(person: TeamsPerson, ref: string, reason = "Show that it lasted a term."): Promise<Card> {
  const { card, press } = await list(person);
  const form = await press(actionsOf(card, "openSendBack").find((data) => data.ref === ref));
  return press({ ...actionsOf(form, "sendBack")[0], reason });
}

test("what is proposed is told to the chair in one card; the ticked are signed off, the others wait, and the lead is told", async () => {
  await lead.install();
  await chair.install();
  for (const ref of [first, second, third]) await propose(ref);
  await atNine();
  const request = await eventually(() => newsFor(chair, /wait for sign-off/)[0]);
  const card = cardOf(request);
  for (const one of [first, second, third, `${first} is done.`, "Proposed by Robin Lead, 22 November 2022", "Until then: "])
    expect(wordsOf(card)).toContain(one);

  const answer = await chair.press(request.id, { ...actionsOf(card, "signOffTicked")[0], tick0: "true", tick2: "true", tick1: "false" });
  const words = wordsOf(answer.body.value);
  for (const one of [`✔ ${first} is signed off as complete`, `✔ ${third} is signed off as complete`, "1 proposed complete", `Sign off ${second}`])
    expect(words).toContain(one);
  expect(await measureNow(first)).toMatchObject({ standing: { rating: "Blue" } });
  expect(await measureNow(second)).toMatchObject({ standing: { proposedComplete: true } });

  const news = await eventually(() => newsFor(lead, /completions were decided|signed off as complete/)[0]);
  expect(wordsOf(cardOf(news))).toContain("By Cath Chair, 23 November 2022");
  await aWhile();
  expect(newsFor(chair, /sign-off/).filter(({ id }) => id !== request.id)).toEqual([]);
});

test("while it waits the chair is told again after a week, and of another that is proposed at once", async () => {
  await chair.install();
  await propose(first);
  await atNine();
  await eventually(() => newsFor(chair, /1 measure waits/).length === 1);
  await propose(second);
  await eventually(() => newsFor(chair, /2 measures wait/).length === 1);
  await manager.say("clock 2022-11-30");
  await eventually(() => newsFor(chair, /2 measures wait/).length === 2);
  await bot.restart();
  await aWhile();
  expect(newsFor(chair, /for sign-off/)).toHaveLength(3);
});

test("sent back with words it keeps the rating it had, and its lead is told, asked again, and may propose it again", async () => {
  await lead.install();
  const before = (await measureNow(first))?.ratingAsImported;
  await propose(first);
  const { card, press } = await list(chair);
  const form = await press(actionsOf(card, "openSendBack")[0]);
  expect(wordsOf(form)).toContain(`“${first} is done.”`);
  const unsaid = await press({ ...actionsOf(form, "sendBack")[0], reason: " " });
  expect(wordsOf(unsaid)).toContain("Say what is still missing");
  const sent = actionsOf(form, "sendBack")[0];
  expect(wordsOf(await press({ ...sent, reason: "Show that it lasted a term." }))).toContain(`✔ ${first} was sent back`);
  expect(wordsOf(await press({ ...sent, reason: "Show that it lasted a term." }))).toContain(`✔ ${first} was sent back`);

  expect(await rows(first)).toEqual(["report", "sentBack"]);
  const { standing } = (await measureNow(first)) ?? {};
  expect([standing?.rating, standing?.proposedComplete]).toEqual([before, undefined]);
  await atNine();
  const news = await eventually(() => newsFor(lead, /sent back/)[0]);
  expect(wordsOf(cardOf(news))).toContain("Show that it lasted a term.");
  const answer = await lead.press(news.id, actionsOf(cardOf(news), "openForm")[0]);
  expect(wordsOf(answer.body.value)).toContain(`${first}: your update`);
  expect(wordsOf(answer.body.value)).toContain("Sent back by Cath Chair, 22 November 2022: “Show that it lasted a term.”");
  await lead.press(news.id, { ...actionsOf(answer.body.value, "saveUpdate")[0], rating: "Blue", narrative: "It lasted a term." });
  expect(wordsOf((await list(chair)).card)).toContain("It lasted a term.");
});

test("what changed after the list was shown is not signed off, nor sent back, and nothing typed is lost", async () => {
  const receipt = await propose(first);
  await propose(second);
  const shown = await list(chair);
  const form = await shown.press(actionsOf(shown.card, "openSendBack")[0]);
  await lead.press("1", actionsOf(receipt, "undoUpdate")[0]);
  await propose(first, "Done in all schools but one.");

  const words = wordsOf(await shown.ticked(0, 1));
  for (const one of [`⚠ ${first} was not signed off`, "said something new", `✔ ${second} is signed off`, "Done in all schools but one."])
    expect(words).toContain(one);
  const behind = wordsOf(await shown.press({ ...actionsOf(form, "sendBack")[0], reason: "Not yet." }));
  for (const one of ["This changed after the card was shown", "took back an update", "Not yet."]) expect(behind).toContain(one);
  expect(await rows(first)).toEqual(["report", "withdrawal", "report"]);
});

test("two chairs at the same moment: one signs off, the other is told who did; nobody signs off twice", async () => {
  await manager.say(`role chair ${otherChairId}`);
  await propose(first);
  const lists = [await list(chair), await list(otherChair)];
  const [mine, theirs] = await Promise.all(lists.map(({ ticked }) => ticked(0)));
  expect(await rows(first)).toEqual(["report", "signOff"]);
  expect([mine, theirs].map((card) => wordsOf(card ?? {})).filter((words) => words.includes(`✔ ${first}`))).toHaveLength(1);

  const [again, other] = [await lists[0]?.ticked(0), await lists[1]?.ticked(0)].map((card) => wordsOf(card ?? {}));
  expect([again, other].filter((words) => words?.includes("signed it off on 22 November 2022"))).toHaveLength(1);
  expect(await rows(first)).toEqual(["report", "signOff"]);
});

test("who signed off may undo it while nothing came after; then it waits again, once", async () => {
  await manager.say(`role chair ${otherChairId}`);
  await propose(first);
  const [shown] = await chair.say(`sign-off ${first}`);
  const undo = actionsOf(cardOf(shown), "undoSignOff")[0];
  expect(wordsOf((await otherChair.press(shown?.id ?? "", undo)).body.value)).toContain("not a sign-off of yours");
  for (const _ of [1, 2]) expect(wordsOf((await chair.press(shown?.id ?? "", undo)).body.value)).toContain(`✔ The sign-off of ${first} was taken back`);
  expect(await rows(first)).toEqual(["report", "signOff", "withdrawal"]);
  expect(wordsOf((await list(chair)).card)).toContain("1 proposed complete");

  const [second] = await chair.say(`sign-off ${first}`);
  await manager.say(`reopen ${first} the trainers left`);
  const late = await chair.press(second?.id ?? "", actionsOf(cardOf(second), "undoSignOff")[0]);
  expect(wordsOf(late.body.value)).toContain("Something was said of");
  expect(await rows(first)).toEqual(["report", "signOff", "withdrawal", "signOff", "reopening"]);
});

test("“undo” finds the sign-off of whoever made it, and takes nothing back before a press", async () => {
  await propose(first);
  expect(said(await chair.say("undo"))).toContain("No update of yours stands");
  expect(said(await chair.say("undo sign-off"))).toContain("No sign-off of yours stands");
  await chair.say(`sign-off ${first}`);
  for (const words of ["undo", "undo the sign off", `undo sign-off ${first}`, `undo sign off of measure ${first}`, `undo ${first}`])
    expect(said(await chair.say(words))).toContain(`Take back your sign-off?\n${first}, signed off as complete\nIt waits for a decision again`);
  expect(await rows(first)).toEqual(["report", "signOff"]);

  const [shown] = await chair.say("undo");
  await chair.press(shown?.id ?? "", actionsOf(cardOf(shown), "undoSignOff")[0]);

  expect(await rows(first)).toEqual(["report", "signOff", "withdrawal"]);
  expect(said(await chair.say(`undo ${first}`))).toContain("there is nothing to take back");
});

test("what is complete is reopened with a reason and counts as before; as imported it is asked what it counts as", async () => {
  await lead.install();
  await propose(first);
  await chair.say(`sign-off ${first}`);
  expect(said(await manager.say(`reopen ${first} because the trainers left`))).toContain(`${first} is open again`);
  expect((await measureNow(first))?.standing).toMatchObject({
    rating: (await measureNow(first))?.ratingAsImported,
    decided: { narrative: "the trainers left" },
  });
  expect(said(await lead.say("mine"))).toContain(first);
  expect(said(await chair.say(`reopen ${first} because again`))).toContain("is not complete");

  const [form] = await chair.say(`reopen ${imported} because forty schools have none`);
  expect(wordsOf(cardOf(form))).toContain("forty schools have none");
  const store = actionsOf(cardOf(form), "reopen")[0];
  const unsaid = await chair.press(form?.id ?? "", { ...store, reason: "Forty schools have none." });
  expect(wordsOf(unsaid.body.value)).toContain("Choose what it counts as now.");
  const done = await chair.press(form?.id ?? "", { ...store, reason: "Forty schools have none.", rating: "Red" });
  expect(wordsOf(done.body.value)).toContain("It counts as Red");
  const history = said(await chair.say(`history ${imported}`));
  for (const one of ["reopened, no longer complete", "Forty schools have none.", "Cath Chair"]) expect(history).toContain(one);

  await importSample(bot);
  expect((await measureNow(imported))?.standing?.rating).toBe("Red");
  expect((await measureNow(first))?.standing?.decided?.kind).toBe("reopening");
  await atNine();
  await eventually(() => newsFor(lead, /reopened/)[0]);
});

test("law 5: only whom the plan names signs off, and every refusal says who that is", async () => {
  await propose(first);
  const shown = await list(chair);
  const sign = { ...actionsOf(shown.card, "signOffTicked")[0], tick0: "true" };
  const back = { verb: "sendBack", plan: "warwickshire", ref: first, basis: "000001", page: 1, nonce: "another-nonce", reason: "Not yet." };
  for (const person of [lead, manager, member]) {
    for (const data of [sign, back, { verb: "showSignOff", plan: "warwickshire", page: 1 }])
      expect(wordsOf((await person.press("1", data)).body.value)).toContain("signed off by the chair and nobody else");
    expect(said(await person.say(`sign-off ${first}`))).toContain("signed off by the chair and nobody else");
  }
  expect(wordsOf((await lead.press("1", back)).body.value)).toContain("Not yet.");
  expect(said(await member.say("sign-off by board"))).toContain("for the plan's programme manager to say");
  expect(said(await manager.say("sign-off by board"))).toContain("signed off as complete by the board");
  expect(said(await manager.say(`sign-off ${first}`))).toContain("by the board and nobody else");
  for (const person of [lead, member]) {
    const refused = await person.press("1", {
      verb: "reopen",
      plan: "warwickshire",
      ref: imported,
      nonce: "one-more-nonce",
      rating: "Red",
      reason: "Mischief.",
    });
    if (person === lead) expect(wordsOf(refused.body.value)).toContain("Mischief.");
  }
  expect((await measureNow(imported))?.standing?.decided?.by.name).toBe("Mel Member");
  expect(wordsOf(await (await list(member)).ticked(0))).toContain(`✔ ${first} is signed off`);

  const there = await chair.post({
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", data: sign } },
    replyToId: "1",
    conversation: { id: `${steeringGroup.channelId};messageid=1`, conversationType: "channel", isGroup: true },
    channelData: { team: { id: steeringGroup.teamId }, channel: { id: steeringGroup.channelId } },
  });
  expect(await there.text()).toContain("one to one");
});

test("sent back and signed off stand in the history with their words, by whom and when", async () => {
  await propose(first);
  await sendBack(chair, first);
  await propose(first, "It lasted a term.");
  await chair.say(`sign-off ${first}`);
  const history = said(await lead.say(`history ${first}`));

  const order = ["signed off as complete", "It lasted a term.", "Show that it lasted a term.", `${first} is done.`].map((one) => history.indexOf(one));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

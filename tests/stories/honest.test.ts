import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { historyCommand } from "../../src/cli/historyCommand.ts";
import { parseSavedPlan } from "../../src/domain/savedPlan.ts";
import { exportPlan } from "../../src/flows/exportPlan.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import type { Card, Shown } from "../support/standInConnector.ts";
import { actionsOf, cardOf, eventually, importSample, type RunningBot, said, startBot, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const leadId = "11111111-1111-1111-1111-111111111111";
const managerId = "33333333-3333-3333-3333-333333333333";
const place = (name: string) => `https://contoso-my.sharepoint.com/personal/someone/Documents/${name}`;
const sent = (name: string) => ({ name, url: "https://contoso-my.sharepoint.com/x" });

let bot: RunningBot;
let lead: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-26T10:00:00Z", admins: [managerId] }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  for (const name of ["Associate Director for LD and Autism", "C&F Social Work Operational Team Leader"])
    await linkLead(bot.service.ports, await planNow(), { lead: name, objectId: leadId });
  lead = bot.person(leadId, "Associate Director");
  manager = bot.person(managerId, "Programme Manager");
});
afterEach(() => bot.close());

const planNow = () => storedPlan(bot);
const history = (ref: string) => bot.service.ports.plans.history("warwickshire", ref);
const measureNow = async (ref: string) => (await planNow()).measures.find((measure) => measure.ref === ref);

async function formOf(ref: string): Promise<{ message: string; form: Card; save: Card }> {
  const [shown] = await lead.say(`update ${ref}`);
  return { message: shown?.id ?? "", form: cardOf(shown), save: actionsOf(cardOf(shown), "saveUpdate")[0] ?? {} };
}

async function save(ref: string, typed: object): Promise<{ message: string; receipt: Card }> {
  const { message, save: data } = await formOf(ref);
  const answer = await lead.press(message, { ...data, ...typed });
  return { message, receipt: answer.body.value };
}

test("green while the figure is behind its milestone is stored as it is, shown back with the challenge, and the reason is an amendment", async () => {
  const { message, receipt } = await save("1.1.1-1", { rating: "Green", narrative: "A second provider begins in January.", figure: "201 weeks" });

  const words = wordsOf(receipt);
  expect(words).toContain("Recorded for 1.1.1-1");
  expect(words).toContain("Green, but 201 weeks is 24 weeks worse than the 177 weeks wanted by 30 September 2022.");
  expect(await history("1.1.1-1")).toMatchObject([{ rating: "Green", challenges: [{ rule: "behindTarget", against: { target: "177 weeks" } }] }]);

  const form = (await lead.press(message, actionsOf(receipt, "openForm")[0])).body.value;
  expect(wordsOf(form)).toContain("Your answer, or why it is right all the same");
  expect(wordsOf(form)).toContain("A second provider begins in January.");
  const [again] = actionsOf(form, "saveUpdate");
  const faulty = (await lead.press(message, { ...again, rating: "Green", narrative: "Soon.", figure: "lots", why: "A second provider." })).body.value;
  for (const kept of ["24 weeks worse", "A second provider.", "“lots” does not"]) expect(wordsOf(faulty)).toContain(kept);
  const typed = { rating: "Green", narrative: "A second provider begins in January.", figure: "201 weeks", why: "It takes 200 referrals at once." };
  const answered = wordsOf((await lead.press(message, { ...again, ...typed })).body.value);

  expect(answered).toContain("Your answer: It takes 200 referrals at once.");
  expect(await history("1.1.1-1")).toMatchObject([{ id: "000001" }, { amends: "000001", why: typed.why, challenges: [{ rule: "behindTarget" }] }]);
  expect((await measureNow("1.1.1-1"))?.standing?.latest).toMatchObject({ why: typed.why, challenges: [{ rule: "behindTarget" }] });
});

test("a figure ahead of its milestone is told as such, and challenged by nothing", async () => {
  const { receipt } = await save("1.1.1-1", { rating: "Green", narrative: "Six more clinicians are in post.", figure: "153" });

  expect(wordsOf(receipt)).toContain("Figure: 153: 24 weeks better than the 177 weeks wanted by 30 September 2022");
  expect((await history("1.1.1-1"))[0]).not.toHaveProperty("challenges");
});

test("challenges travel to the board: history, summary, digest, command line; a withdrawal takes them along", async () => {
  const [shown] = await lead.say("2.3.1-4 green, all team managers are trained");
  expect(said([shown as Shown])).toContain("Green, but the date of 30 September 2022 has gone by");

  expect(said(await manager.say("history 2.3.1-4"))).toContain("Challenged: Green while the date of 30 September 2022 had gone by");
  expect(said(await manager.say("summary 2"))).toContain("Challenges that stand: 1 (2.3.1-4)");
  expect(said(await manager.say("summary"))).toContain("1 challenged");
  const cli = await historyCommand(bot.service.ports, "warwickshire", "2.3.1-4");
  expect(cli.json).toMatchObject({ updates: [{ rating: "Green", challenges: [{ rule: "datePassed", on: "2022-09-30" }], why: null, evidence: [] }] });
  expect(cli.text).toContain("Challenged: Green while the date of 30 September 2022 had gone by");

  await manager.addToTeam(steeringGroup);
  await manager.mention(steeringGroup, "use this channel");
  await manager.say("clock 2022-11-28");
  const digest = await eventually(() => bot.connector.shown(steeringGroup.channelId).find(({ activity }) => activity.summary?.includes("digest")));
  expect(wordsOf(cardOf(digest))).toMatch(/2\.3\.1-4 · Green · .*challenged/);
  expect(wordsOf(cardOf(digest))).toContain("Challenged: Green while the date of 30 September 2022 had gone by");

  await lead.press(shown?.id ?? "", actionsOf(cardOf(shown), "undoUpdate")[0]);
  expect(said(await manager.say("summary 2"))).not.toContain("Challenges that stand");
});

test("amber without cause, action and consequence asks for what is missing, and words that say them are enough", async () => {
  expect(said(await lead.say("2.3.3-1 amber two posts vacant"))).toContain("Amber: what is being done about it and what happens otherwise?");
  expect(said(await lead.say("2.3.3-2 amber two posts vacant, interviews on Monday, otherwise families wait longer"))).not.toContain("may ask");
});

test("the same words as last time are challenged, also when the last time was changed since", async () => {
  await save("2.3.3-1", { rating: "Green", narrative: "Families join every panel." });
  const { message, receipt } = await save("2.3.3-1", { rating: "Green", narrative: "Families join every panel!" });
  expect(wordsOf(receipt)).toContain("These are the words of 26 November 2022. What has changed since, or why has nothing?");

  const form = (await lead.press(message, actionsOf(receipt, "openForm")[0])).body.value;
  const changed = await lead.press(message, { ...actionsOf(form, "saveUpdate")[0], rating: "Green", narrative: "Two more panels have begun." });
  expect(wordsOf(changed.body.value)).not.toContain("These are the words");
  expect((await history("2.3.3-1")).map(({ challenges }) => challenges?.length ?? 0)).toEqual([0, 1, 0]);
});

test("impact is asked for once a programme manager says so, may stay blank, and is shown wherever progress is", async () => {
  expect(wordsOf((await formOf("2.3.3-1")).form)).not.toContain("And its impact?");
  expect(said(await lead.say("impact on"))).not.toContain("Leads are asked");
  expect(said(await manager.say("impact on"))).toContain("Leads are asked to rate impact besides progress");
  expect(wordsOf((await formOf("2.3.3-1")).form)).toContain("And its impact? (may stay blank)");

  await save("2.3.3-1", { rating: "Green", narrative: "Families join every panel.", impact: "Grey" });
  expect(wordsOf((await formOf("2.3.3-1")).form)).toContain("Last rating of impact: Grey");
  const { receipt } = await save("2.3.3-1", { rating: "Green", narrative: "Families join two more panels.", impact: "none" });
  expect(wordsOf(receipt)).not.toContain("Impact:");
  expect((await measureNow("2.3.3-1"))?.standing).toMatchObject({ rating: "Green", impact: "Grey" });
  expect(said(await manager.say("history 2.3.3-1"))).toContain("Impact: Grey");

  expect(said(await manager.say("impact off"))).toContain("one rating");
  expect(wordsOf((await formOf("2.3.3-1")).form)).not.toContain("And its impact?");
});

test("both ratings are understood in words, and progress better than impact supports is challenged", async () => {
  const answer = said(await lead.say("2.3.3-1 progress green, impact amber, families join every panel"));

  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Green", impact: "Amber", narrative: "families join every panel" }]);
  expect(answer).toContain("Impact: Amber: On track, some concerns");
  expect(answer).toContain("Green for progress, but Amber for impact. Why is it not felt yet?");
});

test("evidence: a link in the form or in the words is kept, shown as a link, and answers for a completion", async () => {
  const { receipt } = await save("2.3.3-1", { rating: "Blue", narrative: "Every panel has a parent." });
  expect(wordsOf(receipt)).toContain("Blue, but there is no evidence yet.");

  const linked = await save("2.3.3-1", { rating: "Blue", narrative: "Every panel has a parent.", link: "https://council.gov.uk/panels.pdf" });
  expect(wordsOf(linked.receipt)).not.toContain("no evidence");
  expect(JSON.stringify(linked.receipt)).toContain(
    '"type":"Action.OpenUrl","title":"Evidence: panels.pdf (council.gov.uk) ›","url":"https://council.gov.uk/panels.pdf"',
  );

  await lead.say("2.3.3-2 green, the survey is out: https://council.gov.uk/survey.");
  expect(await history("2.3.3-2")).toMatchObject([
    { narrative: "the survey is out: https://council.gov.uk/survey.", evidence: [{ kind: "link", address: "https://council.gov.uk/survey" }] },
  ]);
  expect(JSON.stringify(await manager.say("history 2.3.3-2"))).toContain('"url":"https://council.gov.uk/survey"');
});

test("a link that is none comes back with everything typed", async () => {
  const { receipt: form } = await save("2.3.3-1", { rating: "Green", narrative: "On course.", link: "the shared drive", risk: "The winter" });

  const words = wordsOf(form);
  for (const kept of ["A link begins with https://", "the shared drive", "On course.", "The winter"]) expect(words).toContain(kept);
  expect(await history("2.3.3-1")).toEqual([]);
});

test("a file sent alone asks whose evidence it is: it joins the update just made, or the one whose form it opens", async () => {
  await lead.say("2.3.3-1 green, families join every panel");
  const [asked] = await lead.sendFiles([sent("minutes.pdf")]);
  expect(said([asked as Shown])).toContain("Which measure is this evidence for?");
  const [add] = actionsOf(cardOf(asked), "addEvidence");

  await lead.press(asked?.id ?? "", { ...add, ref: "2.3.3-1" });
  await lead.press(asked?.id ?? "", { ...add, ref: "2.3.3-1" });
  expect(await history("2.3.3-1")).toMatchObject([
    { id: "000001" },
    { amends: "000001", narrative: "families join every panel", evidence: [{ kind: "file", name: "minutes.pdf", address: place("minutes.pdf") }] },
  ]);

  const form = (await lead.press(asked?.id ?? "", { ...add, ref: "1.1.1-1" })).body.value;
  expect(wordsOf(form)).toContain("Kept with it: minutes.pdf (file)");
  await lead.press(asked?.id ?? "", { ...actionsOf(form, "saveUpdate")[0], rating: "Green", narrative: "Minutes of the contract meeting.", figure: "153" });
  expect(await history("1.1.1-1")).toMatchObject([{ evidence: [{ kind: "file", name: "minutes.pdf" }] }]);
});

test("a programme manager who leads measures sends evidence and plans alike; a picture that stands nowhere is not kept", async () => {
  await linkLead(bot.service.ports, await planNow(), { lead: "Associate Director for LD and Autism", objectId: managerId });
  const [asked] = await manager.sendFiles([sent("minutes.pdf")]);
  expect(wordsOf(cardOf(asked))).toContain("Kept with it: minutes.pdf (file)");
  expect(said(await manager.sendFiles([sent("plan.csv")]))).not.toContain("Kept with it");

  const attachments = [{ contentType: "image/png", contentUrl: "https://smba.trafficmanager.net/picture" }];
  const before = bot.connector.shown(lead.conversationId).length;
  await lead.post({ type: "message", attachments, conversation: { id: lead.conversationId, conversationType: "personal" } });
  await eventually(() => bot.connector.shown(lead.conversationId).length > before);
  expect(said(bot.connector.shown(lead.conversationId).slice(before))).toContain("send me its link with your update");
});

test("a risk that is labelled, and what is done about it, are kept by themselves", async () => {
  await lead.say("2.3.3-1 Rating: Amber. Narrative: two posts vacant. Risk: a hard winter. Mitigation: agency cover from Monday");

  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Amber", risk: "a hard winter", mitigation: "agency cover from Monday" }]);
});

test("what travels with an update goes into a saved plan", async () => {
  await save("2.3.3-1", { rating: "Amber", narrative: "Two posts vacant.", link: "https://council.gov.uk/x", risk: "Winter", impact: "Red" });
  const before = await history("2.3.3-1");
  const [{ bytes }] = await exportPlan(bot.service.ports, await planNow(), "json");
  const saved = parseSavedPlan(JSON.parse(new TextDecoder().decode(bytes)));

  expect(saved.kind === "read" && saved.saved.history).toEqual(before);
  expect(before).toMatchObject([{ impact: "Red", risk: "Winter", evidence: [{}], challenges: [{ rule: "unexplained", missing: ["action"] }] }]);
});

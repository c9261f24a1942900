import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { makeFront } from "../../src/commands/makeFront.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import type { Ports } from "../../src/ports.ts";
import type { Shown } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import { botId, type TeamsPerson, tenantId } from "../support/teamsPerson.ts";

const leadId = "11111111-1111-1111-1111-111111111111";
const coLeadId = "22222222-2222-2222-2222-222222222222";
const managerId = "33333333-3333-3333-3333-333333333333";

let bot: RunningBot;
let lead: TeamsPerson;
let coLead: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z", admins: [managerId] }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  await link("C&F Social Work Operational Team Leader", leadId);
  await link("Voice Influence and Change Development Officer", coLeadId);
  lead = bot.person(leadId, "Team Leader");
  coLead = bot.person(coLeadId, "Voice Officer");
});
afterEach(() => bot.close());

async function link(name: string, objectId: string): Promise<void> {
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: name, objectId });
}

const history = (ref: string) => bot.service.ports.plans.history("warwickshire", ref);
const saying = (shown: readonly Shown[]) => shown.map(({ activity }) => activity.text ?? wordsOf(activity.attachments?.[0]?.content ?? {})).join("\n");

test("law 4: an answer in words with its reference is stored before it is thanked, shown back, and taken back", async () => {
  const [receipt] = await lead.say("2.3.3-1 amber two posts vacant, 64% in place");

  expect(await history("2.3.3-1")).toMatchObject([
    { rating: "Amber", narrative: "two posts vacant, 64% in place", figure: { value: 64 }, via: "chat", by: { objectId: leadId } },
  ]);
  const card = cardOf(receipt);
  expect(wordsOf(card)).toContain("Recorded for 2.3.3-1");
  expect(actionsOf(card, "openForm")[0]).toMatchObject({ ref: "2.3.3-1", amends: "000001" });
  const undone = await lead.press(receipt?.id ?? "", actionsOf(card, "undoUpdate")[0]);
  expect(wordsOf(undone.body.value)).toContain("taken back");
  expect((await history("2.3.3-1")).map(({ kind }) => kind)).toEqual(["report", "withdrawal"]);
});

test("“undo” shows the last update and takes nothing back before a press; what others said stays theirs", async () => {
  expect(saying(await lead.say("undo"))).toContain("No update of yours stands");
  await lead.say("2.3.3-1 amber two posts vacant");
  await coLead.say("2.3.1-4 red, no trainer at all");
  const [shown] = await lead.say("undo that please");

  expect(wordsOf(cardOf(shown))).toMatch(/Take back your last update[\s\S]*2\.3\.3-1, Amber, “two posts vacant”/);
  expect(await history("2.3.3-1")).toHaveLength(1);
  const [press, ...others] = actionsOf(cardOf(shown), "undoUpdate");
  expect(others).toEqual([]);
  await lead.press(shown?.id ?? "", press);
  expect((await history("2.3.3-1")).map(({ kind }) => kind)).toEqual(["report", "withdrawal"]);
  expect(saying(await lead.say("undo"))).toContain("No update of yours stands");
});

test("law 4: the same message told of again is the same answer, by its id and by its words", async () => {
  const message = { type: "message", id: "1668852000000", text: "2.3.3-1 green, commissioning is co-produced", conversation: personal() };
  await lead.post(message);
  await lead.post(message);
  await lead.post({ ...message, id: "1668852000001" });
  await coLead.post({ ...message, text: "2.3.1-4 red, no trainer at all", conversation: personal(coLead) });

  expect(await history("2.3.3-1")).toHaveLength(1);
  expect(await history("2.3.1-4")).toHaveLength(1);
});

test("law 4: told of again by another id it is known though somebody else has spoken since", async () => {
  const manager = bot.person(managerId, "Programme Manager");
  const message = { type: "message", id: "1668852000000", text: "2.3.3-1 green, commissioning is co-produced", conversation: personal() };
  await lead.post(message);
  await manager.say("2.3.3-1 red, the contract ended");
  await lead.post({ ...message, id: "1668852000001" });

  expect((await history("2.3.3-1")).map(({ by }) => by.objectId)).toEqual([leadId, managerId]);
});

test("law 4: told of again, to whichever replica, it is known though one whose clock is behind has stored something since", async () => {
  const { ports } = bot.service;
  const behind = { ...ports, clock: { ...ports.clock, now: () => instantOf(Date.parse(ports.clock.now()) - 5 * 60_000) } };
  const toldTo = (of: Ports, { objectId, name, conversationId }: TeamsPerson, words: string, id: string) =>
    makeFront(of, [managerId]).message(
      { objectId, name, where: { kind: "personal" }, address: { serviceUrl: bot.connector.url, conversationId, tenantId, botId } },
      words,
      [],
      [],
      id,
    );
  const words = "2.3.3-1 green, commissioning is co-produced";
  await toldTo(ports, lead, words, "1668852000000");
  await toldTo(behind, bot.person(managerId, "Programme Manager"), "2.3.3-1 red, the contract ended", "1668852000500");
  await toldTo(ports, lead, words, "1668852000001");
  await toldTo(behind, lead, words, "1668852000000");

  expect((await history("2.3.3-1")).map(({ by }) => by.objectId)).toEqual([leadId, managerId]);
});

test("several at once: what is certain is recorded, what is not is asked, and the list keeps what was said", async () => {
  const [answer] = await lead.say("2.3.3-1 amber two posts vacant\n2.3.1-4 green");

  const card = cardOf(answer);
  expect(wordsOf(card)).toContain("1 recorded, 1 to answer");
  expect(await history("2.3.3-1")).toHaveLength(1);
  expect(await history("2.3.1-4")).toEqual([]);
  const ask = actionsOf(card, "openForm").find(({ ref, amends }) => ref === "2.3.1-4" && !amends);
  const form = await lead.press(answer?.id ?? "", ask);
  expect(nodeValue(form.body.value, "rating")).toBe("Green");
  const saved = await lead.press(answer?.id ?? "", { ...actionsOf(form.body.value, "saveUpdate")[0], rating: "Green", narrative: "64 of 80 trained." });
  expect(wordsOf(saved.body.value)).toMatch(/2 of 2 answered|All 2 answered/);
});

test("without a reference and with nothing asked, a card asks which measure, keeps the words, and stores all that were ticked", async () => {
  const [which] = await lead.say("Amber, recruitment delayed until March");

  const card = cardOf(which);
  expect(wordsOf(card)).toContain("Which measure do you mean?");
  expect(nodeValue(card, "narrative")).toBe("recruitment delayed until March");
  const [save] = actionsOf(card, "saveDraft");
  const none = await lead.press(which?.id ?? "", { ...save, rating: "Amber", narrative: "recruitment delayed until March" });
  expect(wordsOf(none.body.value)).toContain("Choose the measure you mean.");

  const typed = { rating: "Amber", narrative: "recruitment delayed until March", ref: "2.3.3-1,2.3.1-4" };
  await lead.press(which?.id ?? "", { ...save, ...typed });
  const again = await lead.press(which?.id ?? "", { ...save, ...typed });
  expect(wordsOf(again.body.value)).toContain("2 recorded");
  expect([...(await history("2.3.3-1")), ...(await history("2.3.1-4"))].map(({ rating }) => rating)).toEqual(["Amber", "Amber"]);
});

test("the form somebody opened last is what they talk about, on another replica and after a restart", async () => {
  await lead.say("update 2.3.3-1");
  await bot.restart();
  await lead.say("Amber, recruitment delayed until March");

  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Amber", narrative: "recruitment delayed until March" }]);
  expect(saying(await lead.say("amber, and now a third post"))).toContain("Which measure do you mean?");
});

test("the measure a reminder was about is meant, once the reminder has arrived", async () => {
  await link("Associate Director for LD and Autism", leadId);
  const plan = await bot.service.ports.plans.read("warwickshire");
  await lead.install();
  await bot.person(managerId, "Programme Manager").say("clock 2022-11-21");
  const shown = () => bot.connector.shown(lead.conversationId).filter(({ activity }) => activity.summary?.startsWith("Your updates"));
  const [reminder] = await eventually(() => (shown().length > 0 ? shown() : undefined));
  await aWhile();
  const refs: string[] = actionsOf(cardOf(reminder), "openForm").map(({ ref }) => ref);
  for (const ref of refs.slice(1)) await lead.say(`${ref} green, nothing stands in the way of it`);

  const answer = await lead.say("Amber, two posts are vacant");
  expect(saying(answer)).toContain(`Recorded for ${refs[0]}`);
  expect(plan?.measures.some(({ ref }) => ref === refs[0])).toBe(true);
});

test.each([
  ["2.3.3-1 green", "Say in a sentence or two why"],
  ["2.3.3-1 green-ish, two posts vacant", "Is that Green?"],
  ["2.3.3-1 two of the three posts are filled", "Which rating fits?"],
  ["2.3.3-1 no change", "No change since 21 November 2022: still Green?"],
  ["9.9.9-9 green, all posts filled", "has no measure 9.9.9-9"],
])("%j is asked about before anything is stored", async (words, question) => {
  expect(saying(await lead.say(words))).toContain(question);
  expect(await history("2.3.3-1")).toEqual([]);
});

test("what is doubtful comes as a form with what was typed, and is saved from there", async () => {
  const [asked] = await lead.say("2.3.3-1 nearly there, two of three posts are filled");
  const card = cardOf(asked);

  expect(nodeValue(card, "narrative")).toBe("nearly there, two of three posts are filled");
  await lead.press(asked?.id ?? "", { ...actionsOf(card, "saveUpdate")[0], rating: "Amber", narrative: "two of three posts are filled" });
  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Amber", via: "card" }]);
});

test("done is only proposed until the board signs it off", async () => {
  expect(saying(await lead.say("2.3.3-1 blue!! posters up in all 190 schools"))).toContain("only proposed until the board signs it off");
});

test("law 5: somebody else's measure is refused, and what was typed is shown back", async () => {
  const answer = saying(await lead.say("1.1.1-1 red, mischief everywhere"));

  expect(answer).toContain("is led by Associate Director for LD and Autism");
  expect(answer).toContain("mischief everywhere");
  expect(await history("1.1.1-1")).toEqual([]);
});

test.each([
  ["not mine, it's the SENCO lead's", "Which of these are not yours?"],
  ["handing over to my successor on Monday", "You typed: handing over to my successor on Monday"],
  ["who set this date?", "Say which measure you mean"],
  ["who set the date for 2.3.3-1?", "as imported on 21 November 2022"],
  ["why am I getting these", "C&F Social Work Operational Team Leader"],
  ["remind me tomorrow", "I will ask you again on"],
  ["ok", "measures of yours are open"],
  ["yes", "I have not asked you a yes or no question"],
  ["asdf", "Keep it as an update"],
  ["sumary", "“summary”: Where the plan"],
  ["hist0ry 2.3.3-1", "2.3.3-1: your update"],
])("%j is answered: %s", async (words, sentence) => {
  expect(saying(await lead.say(words))).toContain(sentence);
});

test("more time becomes a request for a new date", async () => {
  const [form] = await lead.say("2.3.3-1 need until end of January 2023 because the tender was late");

  expect(wordsOf(cardOf(form))).toContain("31 January 2023");
  const plan = await bot.service.ports.plans.read("warwickshire");
  expect(plan?.measures.find(({ ref }) => ref === "2.3.3-1")?.dates?.waiting).toMatchObject({ reason: "the tender was late", via: "chat" });
});

test("more time for one of several asks which, and then asks the board", async () => {
  const [which] = await lead.say("need until 31 January 2023 because the tender was late");
  const [go] = actionsOf(cardOf(which), "chooseForDate");
  await lead.press(which?.id ?? "", { ...go, ref: "2.3.3-1", date: nodeValue(cardOf(which), "date"), reason: nodeValue(cardOf(which), "reason") });

  const plan = await bot.service.ports.plans.read("warwickshire");
  expect(plan?.measures.find(({ ref }) => ref === "2.3.3-1")?.dates?.waiting?.due?.asWritten).toContain("31 January 2023");
});

test("a reply that quotes a measure is about it, whatever else the plan asks", async () => {
  const html =
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri">Drumbeat</strong><p itemprop="preview">2.3.3-1 Services are co-produced</p></blockquote><p>green, both posts are filled</p>';
  await lead.post({
    type: "message",
    text: "2.3.3-1 Services are co-produced green, both posts are filled",
    attachments: [{ contentType: "text/html", content: html }],
    conversation: personal(),
  });

  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Green", narrative: "both posts are filled" }]);
});

test("a forwarded mail of forty lines is kept as a draft", async () => {
  const mail = Array.from({ length: 40 }, (_, n) => `Line ${n} of what the provider wrote, green and red.`).join("\n");
  const [asked] = await lead.say(mail);

  expect(nodeValue(cardOf(asked), "narrative")).toContain("Line 39 of what the provider wrote");
  expect(await history("2.3.3-1")).toEqual([]);
});

test("words beside a file are heard, and the file is kept with them by reference", async () => {
  const [answer] = await lead.sendFiles([{ name: "minutes.pdf", url: "https://contoso-my.sharepoint.com/x" }], "2.3.3-1 green, see attached minutes");

  expect(await eventually(async () => (await history("2.3.3-1"))[0])).toMatchObject({
    narrative: "see attached minutes",
    evidence: [{ kind: "file", name: "minutes.pdf", address: "https://contoso-my.sharepoint.com/personal/someone/Documents/minutes.pdf" }],
  });
  expect(answer).toBeDefined();
});

test("commands win, also in a sentence; a sentence that only begins like one is heard", async () => {
  expect(saying(await lead.say("please show me the summary"))).toContain("Warwickshire");
  expect(saying(await lead.say("his post is filled at last and training starts"))).toContain("Which measure do you mean?");
  await lead.say("update 2.3.3-1 green both posts are filled");

  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Green", narrative: "both posts are filled" }]);
});

test.each([
  ["no sorry amber", "Amber"],
  ["actually amber", "Amber"],
  ["that should have been amber", "Amber"],
  ["sorry, meant amber", "Amber"],
  ["i meant green", "Green"],
])("%j right after an update opens that update to be changed, though another measure waits", async (words, rating) => {
  await lead.say("update 2.3.1-4");
  await lead.say("2.3.3-1 red. families are angry");
  const [asked] = await lead.say(words);

  const card = cardOf(asked);
  const [save] = actionsOf(card, "saveUpdate");
  expect(save).toMatchObject({ ref: "2.3.3-1", amends: "000001" });
  expect([nodeValue(card, "rating"), nodeValue(card, "narrative")]).toEqual([rating, "families are angry"]);
  expect(wordsOf(card)).toContain(`${rating} instead of Red? Nothing is changed yet`);
  expect(await history("2.3.3-1")).toHaveLength(1);
  await lead.press(asked?.id ?? "", { ...save, rating, narrative: "families are angry" });
  expect((await history("2.3.3-1")).at(-1)).toMatchObject({ rating, amends: "000001" });
  expect(await history("2.3.1-4")).toEqual([]);
});

test.each([
  "sorry i meant 2.3.1-4",
  "no, that was for 2.3.1-4",
  "oops wrong measure, should be 2.3.1-4",
  "wrong one. it should have been 2.3.1-4 not 2.3.3-1",
  "not 2.3.3-1, I meant 2.3.1-4",
  "can you move that to 2.3.1-4 please",
])("%j right after an update offers to move it there, and one press does", async (words) => {
  await lead.say("2.3.3-1 red. families are angry");
  const [asked] = await lead.say(words);

  expect(wordsOf(cardOf(asked))).toContain("Was that for 2.3.1-4?");
  expect(await history("2.3.1-4")).toEqual([]);
  const move = actionsOf(cardOf(asked), "moveUpdate")[0];
  for (const _ of [1, 2]) expect(wordsOf((await lead.press(asked?.id ?? "", move)).body.value)).toContain("Moved from 2.3.3-1 to 2.3.1-4");
  expect(await history("2.3.1-4")).toMatchObject([{ kind: "report", rating: "Red", narrative: "families are angry" }]);
  expect((await history("2.3.3-1")).map(({ kind }) => kind)).toEqual(["report", "withdrawal"]);
  expect(wordsOf((await coLead.press(asked?.id ?? "", move)).body.value)).toContain("stays as it is");
});

test.each(["so 2.3.1-4", "oh 2.3.1-4 please", "2.3.1-4 actually green, all are trained", "so 2.3.1-4 is next: amber, waiting for the tender"])(
  "%j after an update of another measure is about its own",
  async (words) => {
    await lead.say("2.3.3-1 red. families are angry");

    expect(actionsOf(cardOf((await lead.say(words))[0]), "moveUpdate")).toEqual([]);
  },
);

test("a correction that names the very measure is one of its update", async () => {
  await lead.say("2.3.3-1 green, all posts are filled");
  const [asked] = await lead.say("2.3.3-1: change to amber");

  expect(actionsOf(cardOf(asked), "saveUpdate")[0]).toMatchObject({ ref: "2.3.3-1", amends: "000001" });
  expect(nodeValue(cardOf(asked), "rating")).toBe("Amber");
  expect(await history("2.3.3-1")).toHaveLength(1);
});

test("what a correction adds stands below the earlier words", async () => {
  await lead.say("2.3.3-1 red. families are angry");
  const [asked] = await lead.say("correction: amber, most families are calm again");

  expect(nodeValue(cardOf(asked), "narrative")).toBe("families are angry\nmost families are calm again");
});

test.each(["that was wrong", "hold on, that was wrong", "wrong measure", "wrong one, undo that"])(
  "%j offers the last update to be taken back or changed",
  async (words) => {
    await lead.say("2.3.1-4 green, 64 of 80 trained");
    await lead.say("2.3.3-1 red. families are angry");
    const [shown] = await lead.say(words);

    const card = cardOf(shown);
    expect(actionsOf(card, "openForm")).toMatchObject([{ ref: "2.3.3-1", amends: "000001" }]);
    expect(await history("2.3.3-1")).toHaveLength(1);
    await lead.press(shown?.id ?? "", actionsOf(card, "undoUpdate")[0]);
    expect((await history("2.3.3-1")).map(({ kind }) => kind)).toEqual(["report", "withdrawal"]);
  },
);

test("of several recorded together a correction asks which", async () => {
  await lead.say("2.3.3-2 green, the form is out");
  await lead.say("2.3.3-1 amber two posts vacant\n2.3.1-4 red no trainer at all");
  const [shown] = await lead.say("sorry, meant green");

  const refs: string[] = actionsOf(cardOf(shown), "openForm").map(({ ref }) => ref);
  expect(refs.toSorted()).toEqual(["2.3.1-4", "2.3.3-1"]);
});

test("a correction is none where nothing was recorded a moment ago, a measure is named, or the talk went on", async () => {
  const amends = async (words: string) => actionsOf(cardOf((await lead.say(words))[0]), "saveUpdate").map((save) => [save.ref, save.amends]);

  expect(saying(await lead.say("no sorry amber"))).toContain("Which measure do you mean?");
  await lead.say("update 2.3.3-1");
  expect(await amends("no, sorry, still amber because two posts are vacant")).toEqual([["2.3.3-1", undefined]]);
  await lead.say("2.3.3-1 red. families are angry");
  expect(await amends("2.3.1-4 actually amber")).toEqual([["2.3.1-4", undefined]]);
  await lead.say("update 2.3.1-4");
  expect(await amends("actually amber")).toEqual([["2.3.1-4", undefined]]);
  await lead.say("2.3.1-4 red, no trainer at all");
  await coLead.say("2.3.1-4 green, a trainer was found");
  expect(await amends("actually amber")).toEqual([]);
});

test("what follows a question about another measure is no correction of the update before it", async () => {
  await lead.say("2.3.3-1 red. families are angry");
  await lead.say("2.3.1-4 the trainer starts on Monday");
  const [answer] = await lead.say("sorry, amber");

  expect(actionsOf(cardOf(answer), "saveUpdate").filter(({ amends }) => amends)).toEqual([]);
  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Red" }]);
});

test("where more could be taken back than is shown, undo says how many and how", async () => {
  for (const ref of ["2.3.3-1", "2.3.3-2", "2.3.1-4", "2.3.1-1"]) await lead.say(`${ref} green, it goes to plan`);
  const card = cardOf((await lead.say("undo"))[0]);

  expect(actionsOf(card, "undoUpdate").map(({ ref }) => ref)).toEqual(["2.3.1-1", "2.3.1-4", "2.3.3-2"]);
  expect(wordsOf(card)).toContain("and 1 more: write “undo” and the reference");
});

test("a correction of yesterday's update is none", async () => {
  await lead.say("2.3.3-1 red. families are angry");
  await bot.person(managerId, "Programme Manager").say("clock 2022-11-20");

  expect(saying(await lead.say("no sorry amber"))).toContain("Which measure do you mean?");
});

test("for a mistyped reference their own measures are offered, those of the same action first", async () => {
  await lead.say("2.3.3-1 green, both posts are filled");
  const [asked] = await lead.say("2.3.3-9 green, all done and dusted");

  expect(wordsOf(cardOf(asked))).toContain("has no measure 2.3.3-9");
  expect(actionsOf(cardOf(asked), "saveDraft")[0]?.among).toEqual(["2.3.3-1", "2.3.3-2", "2.3.1-4", "2.3.1-1"]);
});

test("in a channel plain words are no answers", async () => {
  await lead.addToTeam(steeringGroup);
  const answer = saying(await lead.mention(steeringGroup, "2.3.3-1 green, both posts are filled"));

  expect(answer).toContain("I did not understand");
  expect(await history("2.3.3-1")).toEqual([]);
});

test("somebody with no part in a plan gets the nearest commands", async () => {
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");

  expect(saying(await stranger.say("all my green bottles"))).toContain("“help”");
});

function personal(person: TeamsPerson = lead) {
  return { id: person.conversationId, conversationType: "personal", tenantId: "a0a0a0a0-0000-4000-8000-000000000001" };
}

/** What an input of a card holds. */
function nodeValue(node: unknown, id: string): unknown {
  if (typeof node !== "object" || node === null) return undefined;
  if (!Array.isArray(node) && "id" in node && node.id === id && "type" in node && String(node.type).startsWith("Input."))
    return "value" in node ? node.value : undefined;
  return Object.values(node)
    .map((below) => nodeValue(below, id))
    .find((found) => found !== undefined);
}

test("an answer that begins with the name of a command is heard as an answer", async () => {
  const opened = "Which measure do you mean?";
  for (const words of [
    "Email sent to all schools, green",
    "Report submitted to the board on Friday, green",
    "Confidential discussions with the family continue, amber",
    "Changes made to the pathway, green",
    "Pause until recruitment completes, amber",
    "Release date agreed with the trust, green",
  ])
    expect([words, saying(await lead.say(words))]).toEqual([words, expect.stringContaining(opened)]);
});

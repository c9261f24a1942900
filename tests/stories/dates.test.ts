import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { chairId, coLeadId, leadId, leadOf, startCouncil } from "../support/council.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, importSample, type RunningBot, said, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const otherChairId = "55555555-5555-5555-5555-555555555555";
const sroId = "66666666-6666-6666-6666-666666666666";
const ref = "3.2.1-5";

let bot: RunningBot;
let lead: TeamsPerson;
let coLead: TeamsPerson;
let chair: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  ({ bot, lead, chair, manager } = await startCouncil("School Improvement Commissioning Lead", "Commissioning Lead"));
  coLead = await leadOf(bot, "School Improvement Lead Commissioner (Education)", coLeadId, "Lead Commissioner");
});
afterEach(() => bot.close());

const planNow = () => storedPlan(bot);
const measureNow = async (one = ref) => (await planNow()).measures.find((measure) => measure.ref === one);
const dateRows = (one = ref) => bot.service.ports.plans.entries("warwickshire", "dates", one);
const atNine = () => manager.say("clock 2022-11-23");
const aboutDates = (person: TeamsPerson) =>
  bot.connector.shown(person.conversationId).filter(({ activity }) => /new date for|was decided|were decided/.test(activity.summary ?? ""));

/** The update form, and on it the button that asks for a date. */
async function dateForm(person: TeamsPerson, one = ref): Promise<{ message: string; form: Card; ask: Card }> {
  const [shown] = await person.say(`update ${one}`);
  const answer = await person.press(shown?.id ?? "", actionsOf(cardOf(shown), "openDate")[0]);
  return { message: shown?.id ?? "", form: answer.body.value, ask: actionsOf(answer.body.value, "askForDate")[0] ?? {} };
}

async function askFor(person: TeamsPerson, date = "31 January 2023", reason = "Two trainers left.", one = ref): Promise<Card> {
  const { message, ask } = await dateForm(person, one);
  return (await person.press(message, { ...ask, date, reason })).body.value;
}

/** What waits, as the chair sees it. */
async function decision(person: TeamsPerson): Promise<{ message: string; card: Card; answers: Record<string, Card> }> {
  const [shown] = await person.say("dates");
  const card = cardOf(shown);
  const answers = Object.fromEntries(actionsOf(card, "decideDate").map((data) => [data.how, data]));
  return { message: shown?.id ?? "", card, answers };
}

test("a lead asks from the update form; until it is decided the old date counts; the chair accepts and the lead is told", async () => {
  await lead.install();
  await chair.install();
  const receipt = wordsOf(await askFor(lead));
  expect(receipt).toContain("31 January 2023: 31 days (1 month) later");
  expect(receipt).toContain("Until the chair decides, 31 December 2022 counts");
  expect(await measureNow()).toMatchObject({ due: { on: "2022-12-31" }, dates: { waiting: { reason: "Two trainers left." } } });
  expect(aboutDates(chair)).toEqual([]);

  await atNine();
  const notice = await eventually(() => aboutDates(chair)[0]);
  const card = cardOf(notice);
  const words = wordsOf(card);
  for (const one of ["31 December 2022", "31 January 2023", "never", "Commissioning Lead", "Two trainers left."]) expect(words).toContain(one);

  const accept = actionsOf(card, "decideDate").find(({ how }) => how === "accept");
  const answer = await chair.press(notice.id, accept);
  expect(wordsOf(answer.body.value)).toContain(`${ref}: 31 January 2023 was accepted`);
  expect(await measureNow()).toMatchObject({ due: { on: "2023-01-31" }, dateMoves: [{ from: { asWritten: "December 2022" } }] });

  const heard = bot.connector.shown(chair.conversationId).length;
  const news = await eventually(() => aboutDates(lead)[0]);
  expect(wordsOf(cardOf(news))).toContain("By Cath Chair");
  expect(wordsOf(cardOf(news))).toContain("What counts now: 31 January 2023; at first 31 December 2022, moved once, 31 days (1 month) later");
  await aWhile();
  expect(aboutDates(lead)).toHaveLength(1);
  expect(bot.connector.shown(chair.conversationId)).toHaveLength(heard);
});

test("law 1, 2: every decider is asked once by whoever runs the day, and again after a week while it waits", async () => {
  await manager.say(`role chair ${otherChairId}`);
  const otherChair = bot.person(otherChairId, "Olu Chair");
  for (const one of [chair, otherChair]) await one.install();
  await askFor(lead);
  const replica = await bot.replica();
  try {
    await atNine();
    for (const one of [chair, otherChair]) await eventually(() => aboutDates(one)[0]);
    await bot.restart();
    await aWhile();
    for (const one of [chair, otherChair]) expect(aboutDates(one)).toHaveLength(1);

    await manager.say("clock 2022-11-30");
    await eventually(() => aboutDates(chair).length === 2);
  } finally {
    await replica.close();
  }
});

test("what waits for somebody nobody has heard of goes out when they are first heard of", async () => {
  await askFor(lead);
  await atNine();
  await eventually(async () =>
    (await bot.store.notices.open("warwickshire")).some(({ state, notice }) => state.kind === "waiting" && notice.kind === "dateRequest"),
  );

  await chair.install();
  const notice = await eventually(() => aboutDates(chair)[0]);
  expect(wordsOf(cardOf(notice))).toContain("Two trainers left.");
});

test("a request that was decided before its notice went out is not asked about", async () => {
  await chair.install();
  await askFor(lead);
  const { message, answers } = await decision(chair);
  await chair.press(message, answers.accept);
  await atNine();
  await aWhile();

  expect(aboutDates(chair)).toEqual([]);
});

test.each([
  ["a past date", { date: "31 October 2022", reason: "Two trainers left." }, "31 October 2022 has gone by"],
  ["an unreadable date", { date: "when we can", reason: "Two trainers left." }, "could not be read as a date"],
  ["a day there is not", { date: "31/02/2023", reason: "Two trainers left." }, "There is no day"],
  ["no reason", { date: "January 2023", reason: " " }, "Say in a sentence or two why"],
])("%s is asked again, and what was typed is kept", async (_, typed, sentence) => {
  const { message, ask } = await dateForm(lead);
  const again = (await lead.press(message, { ...ask, ...typed })).body.value;

  expect(wordsOf(again)).toContain(sentence);
  expect(wordsOf(again)).toContain(typed.date);
  expect(wordsOf(again)).toContain(typed.reason);
  expect(await dateRows()).toEqual([]);
});

test("a date without a year is the next one, and that is said", async () => {
  expect(wordsOf(await askFor(lead, "until end of January"))).toContain("You wrote “until end of January”; it was read as 31 January 2023");
});

test.each([
  ["the date asked for", "accept", ""],
  ["another in its place", "acceptOther", "30 September 2023"],
])("of a measure with several dates one is moved, and the others stay: %s", async (_, how, otherDate) => {
  await linkLead(bot.service.ports, await planNow(), { lead: "Associate Director for LD and Autism", objectId: leadId });
  const { message, form, ask } = await dateForm(lead, "1.1.1-1");
  expect(wordsOf(form)).toContain("30 June 2023 (125 weeks)");
  await lead.press(message, { ...ask, which: "2023-06-30", date: how === "accept" ? "September 2023" : "March 2025", reason: "Recruitment." });
  const { message: at, answers } = await decision(chair);
  await chair.press(at, { ...answers[how], otherDate });

  expect((await measureNow("1.1.1-1"))?.due).toMatchObject({
    kind: "milestones",
    steps: [
      { on: "2022-09-30", target: "177 weeks" },
      { on: "2023-09-30", target: "125 weeks" },
      { on: "2024-03-31", target: "13 weeks" },
    ],
  });
});

test("more time is counted from the date there is; words that would make it earlier are asked about first", async () => {
  const [asked] = await lead.say(`${ref} need another fortnight because two trainers left`);
  expect(wordsOf(cardOf(asked))).toContain("14 January 2023");
  await lead.press(asked?.id ?? "", actionsOf(cardOf(asked), "withdrawDate")[0]);
  const before = (await dateRows()).length;
  const [sooner] = await lead.say(`${ref} can we have until 10 December 2022 because two trainers left`);
  expect(wordsOf(cardOf(sooner))).toContain("That would be earlier than it is due now. Nothing is asked for yet");
  expect(await dateRows()).toHaveLength(before);
  expect(wordsOf(cardOf((await lead.say(`${ref} can we have until 10 December 2022`))[0]))).toContain("That would be earlier");
  const ask = actionsOf(cardOf(sooner), "askForDate")[0];
  await lead.press(sooner?.id ?? "", { ...ask, date: "10 December 2022", reason: "Two trainers left." });
  expect(await dateRows()).toHaveLength(before + 1);
});

test("another date is accepted, or the request refused with words; each needs what it needs", async () => {
  await askFor(lead);
  const first = await decision(chair);
  const unsaid = await chair.press(first.message, { ...first.answers.refuse, comment: " " });
  expect(wordsOf(unsaid.body.value)).toContain("Say why, so that the lead knows what to do now.");
  const both = await chair.press(first.message, { ...first.answers.accept, otherDate: "15 January 2023" });
  expect(wordsOf(both.body.value)).toContain("You wrote another date as well.");
  const empty = await chair.press(first.message, { ...first.answers.acceptOther, comment: "Sooner." });
  expect(wordsOf(empty.body.value)).toContain("Write the new date");
  expect(wordsOf(empty.body.value)).toContain("Sooner.");

  const refused = await chair.press(first.message, { ...first.answers.refuse, comment: "No more slips." });
  expect(wordsOf(refused.body.value)).toContain("the new date was refused");
  expect(await measureNow()).toMatchObject({ due: { on: "2022-12-31" } });
  expect((await measureNow())?.dateMoves).toBeUndefined();

  await askFor(lead, "28 February 2023", "Still two trainers short.");
  const second = await decision(chair);
  await chair.press(second.message, { ...second.answers.acceptOther, otherDate: "15 January", comment: "Mid-month, please." });
  expect(await measureNow()).toMatchObject({ due: { on: "2023-01-15" }, dateMoves: [{ reason: "Still two trainers short. (accepted by Cath Chair)" }] });
});

test("decided twice, or by two people at the same moment: the first stands, and the other is told who decided what", async () => {
  await manager.say(`role chair ${otherChairId}`);
  const otherChair = bot.person(otherChairId, "Olu Chair");
  await askFor(lead);
  const [mine, theirs] = [await decision(chair), await decision(otherChair)];
  const answers = await Promise.all([
    chair.press(mine.message, mine.answers.accept),
    otherChair.press(theirs.message, { ...theirs.answers.refuse, comment: "No." }),
  ]);

  const rows = await dateRows();
  expect(rows.map(({ kind }) => kind)).toHaveLength(2);
  const words = answers.map(({ body }) => wordsOf(body.value));
  expect(words.filter((one) => one.includes("decided it first, and that stands"))).toHaveLength(1);

  const first = rows[1]?.by.objectId === chairId ? { by: chair, was: mine } : { by: otherChair, was: theirs };
  const how = rows[1]?.kind === "acceptance" ? first.was.answers.accept : { ...first.was.answers.refuse, comment: "No." };
  const again = await first.by.press(first.was.message, how);
  expect(wordsOf(again.body.value)).toContain(`Decided: ${ref}`);
  expect(await dateRows()).toHaveLength(2);
});

test("law 4: the same form sent twice is one request; with other words, or behind another's, it is shown and nothing is lost", async () => {
  const mine = await dateForm(lead);
  const theirs = await dateForm(coLead);
  const typed = { ...mine.ask, date: "31 January 2023", reason: "Two trainers left." };
  await lead.press(mine.message, typed);
  const twice = await lead.press(mine.message, typed);
  expect(wordsOf(twice.body.value)).toContain("New date asked for");
  const other = await lead.press(mine.message, { ...typed, date: "28 February 2023" });
  expect(wordsOf(other.body.value)).toContain("28 February 2023");
  expect(await dateRows()).toHaveLength(1);

  const behind = await coLead.press(theirs.message, { ...theirs.ask, date: "31 March 2023", reason: "The room is gone." });
  const words = wordsOf(behind.body.value);
  for (const one of ["Commissioning Lead", "asked for 31 January 2023", "31 March 2023", "The room is gone."]) expect(words).toContain(one);
  expect(await dateRows()).toHaveLength(1);

  await coLead.press(theirs.message, { ...actionsOf(behind.body.value, "askForDate")[0], date: "31 March 2023", reason: "The room is gone." });
  expect((await measureNow())?.dates?.waiting).toMatchObject({ reason: "The room is gone.", by: { name: "Lead Commissioner" } });
});

test("a decision on a request that another took the place of shows the other, and decides nothing", async () => {
  await askFor(lead);
  const { message, answers } = await decision(chair);
  await askFor(coLead, "31 March 2023", "The room is gone.");

  const shown = await chair.press(message, { ...answers.accept, comment: "Agreed." });
  const words = wordsOf(shown.body.value);
  for (const one of ["This changed after the card was shown", "31 March 2023", "The room is gone.", "Agreed."]) expect(words).toContain(one);
  expect((await measureNow())?.due).toMatchObject({ on: "2022-12-31" });
  await chair.press(message, actionsOf(shown.body.value, "decideDate")[0]);
  expect((await measureNow())?.due).toMatchObject({ on: "2023-03-31" });
});

test("a request can be taken back while it waits, and is not decided then", async () => {
  const receipt = await askFor(lead);
  const { message, answers } = await decision(chair);
  const undone = await lead.press(message, actionsOf(receipt, "withdrawDate")[0]);
  expect(wordsOf(undone.body.value)).toContain("31 December 2022 counts, as before");

  const late = await chair.press(message, answers.accept);
  expect(wordsOf(late.body.value)).toContain("Commissioning Lead, 22 November 2022: took the request for a new date back");
  expect(said(await chair.say("dates"))).toContain("No new date waits");
});

test("law 5: only who may answer asks, only who decides decides, and `dates` shows others no buttons", async () => {
  const { message, ask } = await dateForm(lead);
  const notTheirs = await lead.press(message, { ...ask, ref: "1.1.1-1", date: "31 January 2024", reason: "Mischief." });
  expect(wordsOf(notTheirs.body.value)).toContain("is led by Associate Director for LD and Autism");
  expect(wordsOf(notTheirs.body.value)).toContain("Mischief.");
  await askFor(lead);
  const { answers } = await decision(chair);
  for (const person of [lead, manager]) {
    const refused = await person.press(message, answers.accept);
    const sentence = person === lead ? "Dates are decided by the chair" : `New dates of ${ref} are decided by the chair.`;
    expect(wordsOf(refused.body.value)).toContain(sentence);
    const shown = await decision(person);
    expect([...actionsOf(shown.card, "decideDate"), ...actionsOf(shown.card, "openDateDecision")]).toEqual([]);
    expect(wordsOf(shown.card)).toContain("Waits for the chair.");
  }
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");
  expect(said(await stranger.say("dates"))).not.toContain(ref);
  expect(wordsOf((await stranger.press(message, answers.accept)).body.value)).toContain("I have no plan I may show you");

  await manager.mention(steeringGroup, "use this channel");
  const [inChannel] = await chair.mention(steeringGroup, "dates");
  expect(wordsOf(cardOf(inChannel))).toContain("Waits for the chair.");
  expect(actionsOf(cardOf(inChannel), "openDateDecision")).toEqual([]);
  const there = await chair.post({
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", data: answers.accept } },
    replyToId: inChannel?.id,
    conversation: { id: `${steeringGroup.channelId};messageid=1`, conversationType: "channel", isGroup: true },
    channelData: { team: { id: steeringGroup.teamId }, channel: { id: steeringGroup.channelId } },
  });
  expect(await there.text()).toContain("one to one");
  expect(await dateRows()).toHaveLength(1);
});

test("without a chair the programme manager decides; the plan may name the area's SRO, who may also ask for a lead", async () => {
  await manager.say(`role none ${chairId}`);
  await askFor(lead);
  expect(Object.keys((await decision(manager)).answers)).toHaveLength(3);

  await manager.say(`role sro 3 ${sroId}`);
  expect(said(await lead.say("dates decided by sro"))).toContain("for the plan's programme manager to say");
  expect(said(await manager.say("dates decided by sro"))).toContain("by the area’s senior responsible officer. Nobody holds that role for Area 1");
  const sro = bot.person(sroId, "Sri SRO");
  expect(Object.keys((await decision(manager)).answers)).toHaveLength(0);
  const { message, answers } = await decision(sro);
  await sro.press(message, { ...answers.refuse, comment: "Not this time." });
  await askFor(sro, "28 February 2023", "Asked by phone.");
  expect((await dateRows()).at(-1)).toMatchObject({ onBehalfOf: expect.stringContaining("School Improvement Commissioning Lead"), by: { name: "Sri SRO" } });
  const elsewhere = await sro.press(message, { verb: "openDate", plan: "warwickshire", ref: "1.1.1-1" });
  expect(wordsOf(elsewhere.body.value)).toContain("is led by");
});

test("every view tells the first date, the one in force and how often it moved; overdue can go by the first", async () => {
  await askFor(lead);
  const { message, answers } = await decision(chair);
  await chair.press(message, answers.accept);
  await askFor(lead, "31 March 2023", "Snow.");
  const slip = "At first 31 December 2022, moved once: 31 days (1 month) later";

  expect(said(await lead.say("mine"))).toContain(slip);
  expect(said(await lead.say("mine"))).toContain("Asked for and not decided: 31 March 2023");
  expect(said(await lead.say(`update ${ref}`))).toContain(slip);
  const history = said(await chair.say(`history ${ref}`));
  expect(history).toContain("31 January 2023 (at first December 2022, moved once: 31 days (1 month) later)");
  const order = ["Asked for 31 March 2023; waits for a decision", "Accepted 31 January 2023", "Asked for 31 January 2023"].map((one) => history.indexOf(one));
  expect(order.every((at) => at >= 0)).toBe(true);
  expect(order).toEqual(order.toSorted((a, b) => a - b));

  await manager.say("clock 2023-01-10");
  expect(said(await chair.say("overdue 3"))).not.toContain(ref);
  expect(said(await chair.say("overdue original 3"))).toContain(ref);
  expect(said(await chair.say("overdue original 3"))).toContain("by the dates at first");
  await manager.say("clock 2023-02-10");
  const overdue = said(await chair.say("overdue 3"));
  expect(overdue).toContain(`${ref} · 10 days overdue · date moved once`);
  expect(overdue).toContain("Was due 31 January 2023 (at first 31 December 2022: 31 days (1 month) later)");
});

test("a decided date outlives the next import of the file, and the first stays known", async () => {
  await askFor(lead);
  const { message, answers } = await decision(chair);
  await chair.press(message, answers.accept);
  const before = await measureNow();
  await importSample(bot);
  await importSample(bot);

  expect(await measureNow()).toEqual(before);
  await askFor(lead, "31 March 2023", "Snow.");
  const next = await decision(chair);
  expect(wordsOf(next.card)).toContain("once, 31 days (1 month) later than at first");
  await chair.press(next.message, next.answers.accept);
  expect((await measureNow())?.dateMoves?.map(({ from }) => from.asWritten)).toEqual(["December 2022", "31 January 2023"]);
  await importSample(bot);
  expect((await measureNow())?.due).toMatchObject({ on: "2023-03-31" });
});

test("a date decided while an import is being written is not lost", async () => {
  await askFor(lead);
  const { message, answers } = await decision(chair);
  const bytes = new TextEncoder().encode(
    `Area,Action Ref,Action,Lead,Completion date\nArea 3,${ref},Train staff,School Improvement Commissioning Lead,June 2023\n`,
  );
  const [outcome] = await Promise.all([
    importPlan(bot.service.ports, { files: [{ name: "plan.csv", bytes }], plan: "warwickshire", asOf: day("2022-11-22") }),
    chair.press(message, answers.accept),
  ]);

  expect(outcome.kind).toBe("imported");
  expect(await measureNow()).toMatchObject({ due: { on: "2023-01-31" } });
  expect((await measureNow())?.dateMoves?.[0]?.from.asWritten).toBe("December 2022");
});

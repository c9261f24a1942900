import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { chairId, coLeadId, leadId, leadOf, startCouncil } from "../support/council.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, aWhile, cardOf, eventually, type RunningBot, said, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const sroId = "66666666-6666-6666-6666-666666666666";
/** Due on 31 December 2022, led by both leads. */
const ref = "3.2.1-5";

let bot: RunningBot;
let lead: TeamsPerson;
let coLead: TeamsPerson;
let chair: TeamsPerson;
let sro: TeamsPerson;
let manager: TeamsPerson;

beforeEach(async () => {
  ({ bot, lead, chair, manager } = await startCouncil("School Improvement Commissioning Lead", "Commissioning Lead"));
  coLead = await leadOf(bot, "School Improvement Lead Commissioner (Education)", coLeadId, "Lead Commissioner");
  sro = bot.person(sroId, "Sri SRO");
  const plan = await planNow();
  for (const area of plan.areas) await setRole(bot.service.ports, plan, sroId, "sro", area.ref);
});
afterEach(() => bot.close());

const planNow = () => storedPlan(bot);
const about = (person: TeamsPerson, pattern: RegExp) =>
  bot.connector.shown(person.conversationId).filter(({ activity }) => pattern.test(activity.summary ?? ""));
const reminders = (person: TeamsPerson) => about(person, /^Your updates/);
const escalations = (person: TeamsPerson) => about(person, /obody answers for/);
/** To nine on a day, or to a moment. */
const clock = async (to: string) => (to.includes("T") ? bot.service.ports.moveClock?.(instantOf(to)) : manager.say(`clock ${to}`));

test("a lead says when to be asked again, from the reminder; until then there is nothing, and on the day one card", async () => {
  await lead.install();
  await clock("2022-12-16");
  const reminder = await eventually(() => reminders(lead)[0]);
  const opened = (await lead.press(reminder.id, actionsOf(cardOf(reminder), "openLater")[0])).body.value as Card;
  expect(wordsOf(opened)).toContain("When shall I ask you again?");

  const onADay = actionsOf(opened, "askLater").find(({ how }) => how === "day");
  const fault = (await lead.press(reminder.id, { ...onADay, date: "when it snows" })).body.value as Card;
  expect(wordsOf(fault)).toContain("“when it snows” could not be read as a day");
  expect(wordsOf(fault)).toContain("when it snows");
  const stored = (await lead.press(reminder.id, { ...onADay, date: "27 December" })).body.value as Card;
  expect(wordsOf(stored)).toContain("I will ask you again on Wednesday 28 December 2022");
  expect(wordsOf(stored)).toContain("Nobody works on Tuesday 27 December 2022");
  const twice = (await lead.press(reminder.id, { ...onADay, date: "27 December" })).body.value as Card;
  expect(wordsOf(twice)).toContain("28 December 2022");
  expect(await bot.service.ports.plans.entries("warwickshire", "asking", leadId)).toHaveLength(1);

  await clock("2022-12-23");
  await aWhile();
  // The reminder itself now shows what was pressed on it.
  expect(reminders(lead)).toEqual([]);
  await clock("2022-12-28");
  await eventually(() => reminders(lead)[0]);
});

test("in words: remind me on Monday, seen, fewer reminders; each is stored and told back", async () => {
  await lead.install();
  await clock("2022-12-16");
  await eventually(() => reminders(lead)[0]);
  expect(said(await lead.say("remind me on monday"))).toContain("I will ask you again on Monday 19 December 2022");
  expect(said(await lead.say("later"))).toContain("When shall I ask you again?");
  expect(said(await lead.say("seen it"))).toContain("Noted: you have seen it");
  expect(said(await lead.say("fewer reminders"))).toContain("Only the last reminder");
  expect(said(await lead.say("reminders"))).toContain("I ask you 1 day before a date");

  const { asking, arrangements } = (await planNow()).matters;
  expect(asking[leadId]?.later[ref]).toMatchObject({ remindOn: "2022-12-19" });
  expect(asking[leadId]?.seen[ref]).toBe("2022-12-16");
  expect(arrangements[leadId]?.onlyLast).toBe(true);
  expect(said(await lead.say("all reminders"))).toContain("14, 7 and 1 days before a date");
  expect((await planNow()).matters.arrangements[leadId]?.onlyLast).toBe(false);
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");
  expect(said(await stranger.say("seen"))).not.toContain("Noted");
});

test("silence over an overdue measure goes to the SRO, then the chair, then as a list for a body without an account; an answer ends it", async () => {
  for (const one of [lead, coLead, chair, sro, manager]) await one.install();
  expect(said(await manager.say("settings patience 2"))).toContain("After 2 working days of silence");
  expect(said(await manager.say("settings escalate the Health and Wellbeing Board"))).toContain("Above the chair the Health and Wellbeing Board gets a list");
  expect(said(await lead.say("settings patience 20"))).not.toContain("Changed");
  // Due on 31 December, a Saturday; Monday is a bank holiday.
  await clock("2023-01-03");
  await eventually(() => reminders(lead)[0] && reminders(coLead)[0]);
  await clock("2023-01-04");
  await aWhile();
  expect(escalations(sro)).toEqual([]);

  await clock("2023-01-05");
  const told = await eventually(() => escalations(sro)[0]);
  expect(wordsOf(cardOf(told))).toContain(`${ref}: `);
  expect(wordsOf(cardOf(told))).toContain("Asked on 3 January 2023; no answer since.");
  await aWhile();
  expect(escalations(sro)).toHaveLength(1);
  const form = actionsOf(cardOf(told), "openForm").find((one) => one.ref === ref);
  expect(wordsOf((await sro.press(told.id, form)).body.value)).toContain("You are answering on behalf of");
  expect(escalations(chair)).toEqual([]);

  await clock("2023-01-09");
  const toChair = await eventually(() => escalations(chair)[0]);
  expect(wordsOf(cardOf(toChair))).toContain(`${ref}: `);
  expect(actionsOf(cardOf(toChair), "openForm")).toEqual([]);

  const agenda = said(await chair.say("agenda"));
  for (const one of [" measures escalated", `Escalated: ${ref}`, "no answer since 3 January 2023, escalated on 9 January 2023; it waits for the chair."])
    expect(agenda).toContain(one);

  await lead.say(`${ref} amber, two trainers have left and the tender is out again`);
  await clock("2023-01-11");
  const toForward = await eventually(() => escalations(manager).find((one) => wordsOf(cardOf(one)).includes("To forward to the Health and Wellbeing Board")));
  expect(wordsOf(cardOf(toForward))).not.toContain(`${ref}, `);
  await clock("2023-01-12");
  expect(said(await chair.say("agenda"))).not.toContain(`Escalated: ${ref}`);
  expect(said(await chair.say("silent 3"))).not.toContain(`${ref}:`);
});

test("a notice that waited while its measures were answered, or for somebody who is chair no more, tells nothing", async () => {
  for (const one of [lead, coLead]) await one.install();
  await manager.say("settings patience 1");
  await clock("2023-01-03");
  await eventually(() => reminders(lead)[0]);
  await clock("2023-01-06");
  await eventually(async () =>
    (await bot.store.notices.open("warwickshire")).some(
      ({ notice, state }) => state.kind === "waiting" && notice.kind === "escalation" && notice.to === chairId,
    ),
  );
  await manager.say(`role none ${chairId}`);
  await chair.install();
  await aWhile();

  expect(escalations(chair)).toEqual([]);
});

test("quiet hours hold what nobody waits for until the morning; answers come at once", async () => {
  expect(said(await manager.say("settings quiet 18:00-08:00"))).toContain("Between 18:00 and 08:00 nothing is sent");
  await clock("2022-12-16");
  await eventually(async () =>
    (await bot.store.notices.open("warwickshire")).some(({ notice, state }) => notice.kind === "reminder" && notice.to === leadId && state.kind === "waiting"),
  );
  await clock("2022-12-16T19:00:00Z");
  expect(await lead.install()).not.toEqual([]);
  expect(said(await lead.say("mine"))).toContain(ref);
  await aWhile();
  expect(reminders(lead)).toEqual([]);

  await clock("2022-12-17T08:15:00Z");
  await eventually(() => reminders(lead)[0]);
  await aWhile();
  expect(reminders(lead)).toHaveLength(1);
});

test("a round: shown first, started once, and then who answered, who saw, who is silent and who could not be reached", async () => {
  await lead.install();
  const [offer] = await manager.say("round now 3");
  expect(wordsOf(cardOf(offer))).toMatch(/Ask 2 people about \d+ measures\?/);
  expect(wordsOf(cardOf(offer))).toContain("nobody is linked to");
  expect(await bot.service.ports.plans.entries("warwickshire", "rounds", "plan")).toEqual([]);
  expect(said(await manager.say("round"))).toContain("No round was started yet");

  const start = actionsOf(cardOf(offer), "startRound")[0];
  const started = (await manager.press(offer?.id ?? "", start)).body.value as Card;
  expect(wordsOf(started)).toContain("2 people are asked");
  expect(wordsOf(started)).toContain("at 09:00");
  await manager.press(offer?.id ?? "", start);
  expect(await bot.service.ports.plans.entries("warwickshire", "rounds", "plan")).toHaveLength(1);
  expect(said(await manager.say("round now 3"))).toContain("Nobody is left to ask");

  await clock("2022-11-22T09:15:00Z");
  await eventually(() => reminders(lead)[0]);
  await aWhile();
  expect(reminders(lead)).toHaveLength(1);
  await eventually(async () => said(await manager.say("round")).includes("waits until they first open Drumbeat"));
  const [state] = await manager.say("round");
  const words = wordsOf(cardOf(state));
  for (const one of ["0 of 2 answered", "Commissioning Lead", "No answer for less than a day", "Could not be reached"]) expect(words).toContain(one);

  const forward = actionsOf(cardOf(state), "showForward");
  const text = wordsOf(
    (
      await manager.press(
        state?.id ?? "",
        forward.find(({ to }) => to === coLeadId),
      )
    ).body.value,
  );
  for (const one of [ref, "31 December 2022", "Green: On track", "Programme Manager puts your answer into the plan"]) expect(text).toContain(one);
  const ofLead = wordsOf(
    (
      await manager.press(
        state?.id ?? "",
        forward.find((one) => one.lead),
      )
    ).body.value,
  );
  expect(ofLead).toContain("You are named in the Warwickshire");
  const notTheirs = await lead.press(state?.id ?? "", forward[0]);
  expect(wordsOf(notTheirs.body.value)).toContain("That is for the plan's programme manager");

  await lead.say("seen");
  expect(said(await manager.say("round"))).toContain("Has seen it");
  await lead.say("all on track, the training runs as planned in every school");
  await lead.say(`${ref} green, the training runs as planned`);
  const left = (await planNow()).matters.rounds.plan?.asked.find(({ to }) => to === leadId)?.refs ?? [];
  for (const one of left) await lead.say(`${one} green, the training runs as planned`);
  expect(said(await manager.say("round"))).toContain("1 of 2 answered");
});

test("where nobody is linked to the leads, nobody is said to be silent, and nothing is said to be well", async () => {
  await manager.install();
  expect(said(await manager.say("unlink School Improvement Commissioning Lead"))).toContain("is linked to nobody now");
  await clock("2022-12-16");
  await eventually(async () => (/could not be asked/.test(said(await chair.say("silent"))) ? true : undefined));

  const words = said(await chair.say("silent"));
  expect(words).toMatch(/\d+ leads could not be asked/);
  expect(words).not.toContain("Nobody is silent");
});

test("who is silent can be asked by everybody who reads the plan, and in its channel", async () => {
  await lead.install();
  expect(said(await chair.say("silent"))).toMatch(/Nobody is silent[\s\S]*Nobody is linked to \d+ leads, who are not asked until somebody is\./);
  await clock("2022-12-16");
  await eventually(() => reminders(lead)[0]);
  await clock("2022-12-20");
  const words = said(await chair.say("silent 3"));
  for (const one of ["School Improvement Commissioning Lead", `${ref}: 4 days without an answer, asked on 16 December 2022`]) expect(words).toContain(one);
  expect(said(await chair.say("silent"))).toMatch(
    /At the end: \d+ leads could not be asked\.[\s\S]*Nobody is linked to this lead, so nobody could be asked about \d/,
  );
  const forwards = async (person: TeamsPerson) => (await person.say("silent")).flatMap((shown) => actionsOf(cardOf(shown), "showForward"));
  expect(await forwards(chair)).toEqual([]);
  expect((await forwards(manager)).length).toBeGreaterThan(0);
  await manager.mention(steeringGroup, "use this channel");
  expect(said(await chair.mention(steeringGroup, "silent 3"))).toContain("School Improvement Commissioning Lead");

  await coLead.say(`${ref} green, three schools are left and booked`);
  expect(said(await chair.say("silent 3"))).not.toContain(`${ref}:`);
});

test("a measure that waits is shown so and not chased; when what it waits for is signed off its lead is told, once, that it can start", async () => {
  const file = [
    "Area,Action Ref,Action,Lead,Completion date,Depends on,RAG",
    "Area 1,7.1,Buy the case system,RISE Head of Service,March 2024,,Green",
    "Area 1,7.2,Train everybody in it,School Improvement Commissioning Lead,December 2022,7.1,Grey",
    "Area 1,7.4,Name a lead,RISE Head of Service,May 2022,,Blue",
    "Area 1,7.3,Say how families are told,School Improvement Commissioning Lead,To be agreed by 16 December 2022,,Grey",
  ].join("\n");
  const outcome = await importPlan(bot.service.ports, {
    files: [{ name: "plan.csv", bytes: new TextEncoder().encode(file) }],
    plan: "dependent",
    title: "Dependent plan",
    asOf: day("2022-11-22"),
  });
  expect(outcome.kind).toBe("imported");
  const plan = await storedPlan(bot, "dependent");
  await bot.service.ports.plans.unlink("warwickshire", { lead: "School Improvement Commissioning Lead", objectId: leadId });
  await linkLead(bot.service.ports, plan, { lead: "School Improvement Commissioning Lead", objectId: leadId });
  await linkLead(bot.service.ports, plan, { lead: "RISE Head of Service", objectId: coLeadId });
  await setRole(bot.service.ports, plan, chairId, "chair");
  await lead.install();
  const [mine] = await lead.say("mine");
  expect(wordsOf(cardOf(mine))).toContain("Waits for 7.1: nothing is asked until then");

  await clock("2022-12-16");
  const reminder = await eventually(() => reminders(lead)[0]);
  const words = wordsOf(cardOf(reminder));
  expect(words).toContain("A date is to be agreed by 16 December 2022");
  expect(words).not.toContain("Train everybody");
  const say = actionsOf(cardOf(reminder), "openDate").find((one) => one.ref === "7.3");
  const form = (await lead.press(reminder.id, say)).body.value as Card;
  const asked = { ...actionsOf(form, "askForDate")[0], date: "28 February 2023", reason: "Agreed with the parent carer forum." };
  expect(wordsOf((await lead.press(reminder.id, asked)).body.value)).toContain("New date asked for");

  const { ports } = bot.service;
  const done = { ref: "7.1", at: ports.clock.now(), on: day("2022-12-16"), by: { objectId: coLeadId, name: "Lead Commissioner" }, via: "chat" as const };
  const report = { ...done, id: "000001", kind: "report" as const, rating: "Blue", narrative: "Live since Monday.", nonce: "the-report" };
  const signOff = { ...done, id: "000002", kind: "signOff" as const, narrative: "", nonce: "the-sign-off" };
  await ports.plans.record("dependent", report, { rating: "Green", proposedComplete: true, latest: report, lastUpdate: report.id });
  await clock("2022-12-19");
  await aWhile();
  expect(reminders(lead)).toEqual([]);
  await ports.plans.record("dependent", signOff, { rating: "Blue", latest: report, lastUpdate: signOff.id });
  await clock("2022-12-20");
  const told = await eventually(() => reminders(lead)[0]);
  expect(wordsOf(cardOf(told))).toContain("Can start now: 7.1 is complete");
  await clock("2022-12-21");
  await aWhile();
  expect(reminders(lead)).toHaveLength(1);
});

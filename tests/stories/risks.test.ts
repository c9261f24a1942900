import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { setRole } from "../../src/flows/knowPeople.ts";
import { startCouncil } from "../support/council.ts";
import { actionsOf, cardOf, type RunningBot, said, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const ref = "3.2.1-5";

let bot: RunningBot;
let lead: TeamsPerson;
let manager: TeamsPerson;
let chair: TeamsPerson;

beforeEach(async () => {
  ({ bot, lead, manager, chair } = await startCouncil("School Improvement Commissioning Lead", "Commissioning Lead"));
});
afterEach(() => bot.close());

const planNow = () => storedPlan(bot);
const risksNow = async () => Object.values((await planNow()).matters.risks);

test("a risk named in an update goes into the log with one press, once however often it is pressed", async () => {
  const [receipt] = await lead.say(
    `${ref} Rating: Amber. Narrative: two trainers left, we are recruiting. Risk: winter closes schools. Mitigation: online sessions`,
  );
  const press = actionsOf(cardOf(receipt), "logRisk")[0];
  const shown = wordsOf((await lead.press(receipt?.id ?? "", press)).body.value);
  expect(shown).toContain("Risk R1 is in the log now");
  expect(shown).toContain("online sessions");
  expect(wordsOf((await lead.press(receipt?.id ?? "", { ...press, nonce: "pressed-once-more" })).body.value)).toContain("Risk R1 stands in the log");

  expect(await risksNow()).toMatchObject([{ risk: "R1", ref, update: "000001", owner: expect.stringContaining("School Improvement Commissioning Lead") }]);
  expect(said(await chair.say("risks"))).toContain(`R1 · ${ref} · open for 0 days`);
  expect(said(await chair.say("summary 3"))).toContain("Open risks: 1 (R1): type risks 3");
});

test("a risk is added, changed, closed and opened again, and its history tells who, when and why", async () => {
  expect(said(await lead.say(`risk ${ref} Winter vacancies, owner SENCO lead, mitigation agency cover`))).toContain("Owner: SENCO lead");
  expect(said(await lead.say(`risk ${ref} winter vacancies`))).toContain("Risk R1 stands in the log already");

  const [shown] = await lead.say("risks R1");
  const form = (await lead.press(shown?.id ?? "", actionsOf(cardOf(shown), "openRisk")[0])).body.value;
  const save = actionsOf(form, "saveRisk").find(({ how }) => how === "save");
  const close = actionsOf(form, "saveRisk").find(({ how }) => how === "close");
  const typed = { words: "Winter vacancies in two teams", owner: "Head of Service", mitigation: "agency cover", reason: "" };
  expect(wordsOf((await lead.press(shown?.id ?? "", { ...close, ...typed })).body.value)).toContain("Say why.");
  expect(wordsOf((await lead.press(shown?.id ?? "", { ...save, ...typed })).body.value)).toContain("Risk R1 was changed");
  expect(wordsOf((await lead.press(shown?.id ?? "", { ...save, ...typed })).body.value)).toContain("Risk R1 was changed");
  const reworded = wordsOf((await lead.press(shown?.id ?? "", { ...save, ...typed, mitigation: "agency cover until May" })).body.value);
  expect(reworded).toContain("Nothing you typed is lost");
  expect(reworded).toContain("agency cover until May");
  const [newer] = await lead.say("risks R1");
  const changing = (await lead.press(newer?.id ?? "", actionsOf(cardOf(newer), "openRisk")[0])).body.value;
  const closing = actionsOf(changing, "saveRisk").find(({ how }) => how === "close");
  const kept = wordsOf((await lead.press(newer?.id ?? "", { ...closing, ...typed, mitigation: "all posts filled", reason: "Done." })).body.value);
  expect(kept).toContain("You changed what it says as well. Save that first, then close it.");
  expect(kept).toContain("all posts filled");
  const behind = wordsOf((await manager.press(shown?.id ?? "", { ...close, ...typed, nonce: "an-older-card", reason: "Filled." })).body.value);
  expect(behind).toContain("Nothing you typed is lost");
  expect(behind).toContain("Filled.");

  expect(said(await lead.say("close R1 because two people started"))).toContain("Closed on 22 November 2022 by Commissioning Lead: two people started");
  expect(said(await chair.say("risks"))).toContain("No risk is open");
  expect(said(await chair.say("risks all"))).toContain(`R1 · ${ref} · closed on 22 November 2022`);
  expect(said(await lead.say("reopen risk R1 because one left again"))).toContain("Risk R1 is open again");
  const history = said(await chair.say("risks R1"));
  for (const one of [
    "raised it: Winter vacancies",
    "changed it: Winter vacancies in two teams",
    "closed it: two people started",
    "opened it again: one left again",
  ])
    expect(history).toContain(one);
  expect(said(await chair.say(`history ${ref}`))).toContain("Risk R1: closed it: two people started");
  expect(said(await chair.say("history this month"))).toContain("Risk R1: opened it again: one left again");
});

test("who does not answer for the measure may read and not write; a confidential measure's risks stay out of the channel", async () => {
  await manager.say(`risk ${ref} Winter vacancies`);
  expect(said(await chair.say(`risk ${ref} Strikes`))).toContain("That is for the plan's leads");
  const sro = bot.person("66666666-6666-6666-6666-666666666666", "Sarah SRO");
  await setRole(bot.service.ports, await planNow(), sro.objectId, "sro", "Area 1");
  expect(said(await sro.say("close R1 because I say so"))).toContain(`Risks of ${ref} are written by its leads`);
  // A card that names a measure of one's own does not open another's risk.
  const forged = {
    verb: "saveRisk",
    plan: "warwickshire",
    ref: "1.1.1-1",
    risk: "R1",
    basis: "000001",
    nonce: "a-forged-press",
    how: "save",
    words: "Mine now",
  };
  expect(wordsOf((await sro.press("none", forged)).body.value)).toContain(`Risks of ${ref} are written by its leads`);

  await manager.addToTeam(steeringGroup);
  await manager.mention(steeringGroup, "use this channel");
  expect(said(await manager.mention(steeringGroup, "risks"))).toContain("Winter vacancies");
  await manager.say(`confidential ${ref} because a school would be known`);
  expect(said(await manager.mention(steeringGroup, "risks"))).not.toContain("Winter vacancies");
  expect(said(await manager.say("risks"))).toContain("Winter vacancies");
});

test("two who add a risk at the same moment both find theirs in the log", async () => {
  await Promise.all([lead.say(`risk ${ref} Winter vacancies`), manager.say("risk 1.1.1-1 Late data"), manager.say("risk 2.1.1-1 Flood")]);

  expect((await risksNow()).map(({ words }) => words).toSorted()).toEqual(["Flood", "Late data", "Winter vacancies"]);
  expect((await risksNow()).map(({ risk }) => risk).toSorted()).toEqual(["R1", "R2", "R3"]);
});

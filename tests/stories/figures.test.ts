import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { importPlan } from "../../src/flows/importPlan.ts";
import { setRole } from "../../src/flows/knowPeople.ts";
import { startCouncil } from "../support/council.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, cardOf, eventually, type RunningBot, said, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
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
const measureNow = async () => (await planNow()).measures.find((measure) => measure.ref === ref);
const heard = (person: TeamsPerson, words: RegExp) => bot.connector.shown(person.conversationId).find(({ activity }) => words.test(activity.summary ?? ""));

async function figureForm(person: TeamsPerson): Promise<{ message: string; card: Card; save: Card }> {
  const [shown] = await person.say(`figures ${ref}`);
  const message = shown?.id ?? "";
  const card = (await person.press(message, actionsOf(cardOf(shown), "openFigures")[0])).body.value;
  return { message, card, save: actionsOf(card, "saveFigures")[0] ?? {} };
}

test("a lead proposes figures in words; they count once the manager agrees, and both are told", async () => {
  await lead.install();
  await manager.install();

  const receipt = said(await lead.say(`figures ${ref} baseline 20 of 190, target 154 of 190 because the provider counted again`));
  expect(receipt).toContain("It counts once the programme manager agrees");
  expect((await measureNow())?.due).not.toHaveProperty("target");

  await manager.say("clock 2022-11-23");
  const notice = await eventually(() => heard(manager, /figures of 3\.2\.1-5 wait/));
  expect(wordsOf(cardOf(notice))).toContain("the provider counted again");
  const agree = actionsOf(cardOf(notice), "decideFigures").find(({ how }) => how === "agree");
  const refuse = actionsOf(cardOf(notice), "decideFigures").find(({ how }) => how === "refuse");
  expect(wordsOf((await manager.press(notice.id, refuse)).body.value)).toContain("Say why");
  const decided = wordsOf((await manager.press(notice.id, { ...agree, comment: "Thank you." })).body.value);
  expect(decided).toContain(`${ref}: agreed by Programme Manager`);
  expect(await measureNow()).toMatchObject({ due: { on: "2022-12-31", target: "154 of 190" }, figures: { baseline: "20 of 190" } });
  const late = wordsOf((await manager.press(notice.id, { ...refuse, nonce: "an-older-card", comment: "They counted twice." })).body.value);
  expect(late).toContain("agreed by Programme Manager");
  expect(late).toContain("What you wrote was not kept\nThey counted twice.");
  // Pressed again, it says what became of it.
  expect(wordsOf((await manager.press(notice.id, agree)).body.value)).toContain("agreed by Programme Manager");

  expect(await eventually(() => heard(lead, /figures of 3\.2\.1-5 were decided/))).toBeDefined();
  expect(said(await lead.say(`update ${ref}`))).toContain("154 of 190");
  await lead.say(`${ref} amber 120 of 190 schools are trained, two trainers left, recruiting now; else the target is missed`);
  const kpi = said(await chair.say("kpi area 3"));
  expect(kpi).toContain("Latest: 120 of 190 on 23 November 2022: 34 to go to the 154 of 190 wanted by 31 December 2022");
  expect(said(await chair.say(`history ${ref}`))).toContain("Proposed baseline 20 of 190, target 154 of 190 by 31 December 2022 (before: 100%)");
});

test("a manager's change counts at once, and the form brings back what a fault or somebody's change left unsaved", async () => {
  const { message, card, save } = await figureForm(manager);
  expect(wordsOf(card)).toContain("What you save counts at once.");

  const faulty = (await manager.press(message, { ...save, baseline: "soon", step0: "154 of 190", reason: "The audit." })).body.value;
  expect(wordsOf(faulty)).toContain("“soon” has no number");
  expect(wordsOf(faulty)).toContain("154 of 190");
  expect(await bot.service.ports.plans.entries("warwickshire", "figures", ref)).toEqual([]);

  const again = {
    ...actionsOf(faulty, "saveFigures")[0],
    baseline: "20 of 190",
    step0: "154 of 190",
    more: "120 of 190 by 15 December 2022",
    reason: "The audit.",
  };
  const saved = wordsOf((await manager.press(message, again)).body.value);
  expect(saved).toContain("No date of 3.2.1-5 falls on 15 December 2022");
  expect(wordsOf((await manager.press(message, again)).body.value)).toContain("Figures of 3.2.1-5 changed");
  expect(await bot.service.ports.plans.entries("warwickshire", "figures", ref)).toHaveLength(1);
  expect(await measureNow()).toMatchObject({ due: { kind: "day", on: "2022-12-31" }, trajectory: [{ on: "2022-12-15", target: "120 of 190" }] });

  const other = wordsOf((await manager.press(message, { ...again, reason: "The audit of June." })).body.value);
  expect(other).toContain("Nothing you typed is lost");
  expect(other).toContain("The audit of June.");

  const behind = wordsOf((await manager.press(message, { ...save, nonce: "another-nonce", baseline: "25 of 190", reason: "A recount." })).body.value);
  expect(behind).toContain("Nothing you typed is lost");
  expect(behind).toContain("25 of 190");
});

test("whose measure it is not may look and not change; in the channel nobody changes anything", async () => {
  const reader = bot.person("77777777-7777-7777-7777-777777777777", "Robin Reader");
  await setRole(bot.service.ports, await planNow(), reader.objectId, "reader");
  expect(said(await reader.say(`figures ${ref}`))).toContain(`Figures of ${ref}`);
  expect(said(await reader.say(`figures ${ref} baseline 1 week`))).toContain("for its leads and the programme manager to change");
  expect(said(await reader.say("figures"))).toContain("Of which measure?");

  await manager.addToTeam(steeringGroup);
  await manager.mention(steeringGroup, "use this channel");
  expect(said(await manager.mention(steeringGroup, `figures ${ref} baseline 1 week`))).toContain("Figures are changed one to one");
});

test("a file with another figure than the one agreed is reported and changes nothing, until it is let have its way", async () => {
  await manager.say("figures 1.1.1-1 target 170 weeks by 30 September 2022 because the provider counted again");
  const bytes = await readFile(new URL("../../samples/warwickshire-wsoa-2022-11.csv", import.meta.url));
  const again = (takeFile?: true) => importPlan(bot.service.ports, { files: [{ name: "plan.csv", bytes }], plan: "warwickshire", takeFile });
  const firstStep = async () => (await planNow()).measures.find((one) => one.ref === "1.1.1-1")?.due;

  expect(await again()).toMatchObject({ report: { changed: 0, keptFromChat: [{ ref: "1.1.1-1", field: "figures", chat: "170 weeks", file: "177 weeks" }] } });
  expect(await firstStep()).toMatchObject({ steps: [{ target: "170 weeks" }, {}, {}] });

  expect(await again(true)).toMatchObject({ report: { keptFromChat: [] } });
  expect(await firstStep()).toMatchObject({ steps: [{ target: "177 weeks" }, {}, {}] });
  expect(said(await manager.say("figures 1.1.1-1"))).toContain("set target 170 weeks by 30 September 2022 (before: 177 weeks)");
});

test("the KPI challenge is posted with baseline, targets and distance; a confidential measure is not in it", async () => {
  await manager.addToTeam(steeringGroup);
  await manager.mention(steeringGroup, "use this channel");
  await manager.say(`figures ${ref} baseline 20 of 190, target 154 of 190`);
  await manager.say("figures 3.2.1-4 baseline 11 of 190");
  await manager.say("confidential 3.2.1-4 because a school would be known");
  const [shown] = await manager.say("cadence kpi every month from 2022-11-23");
  const save = shown?.activity.attachments ? actionsOf(cardOf(shown), "saveCadence")[0] : undefined;
  if (save) await manager.press(shown?.id ?? "", save);
  await manager.say("clock 2022-11-23");

  const posted = await eventually(() => bot.connector.shown(steeringGroup.channelId).find(({ activity }) => /KPI challenge/.test(activity.summary ?? "")));
  const words = wordsOf(cardOf(posted));
  expect(words).toContain("KPI challenge: 23 November 2022");
  const own = said(await manager.say("kpi area 3"));
  expect(own).toContain("Baseline: 11 of 190");
  for (const one of [words, said(await manager.mention(steeringGroup, "kpi area 3"))]) expect(one).not.toContain("11 of 190");
});

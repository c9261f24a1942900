import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { day } from "../../src/domain/localDate.ts";
import { setRole } from "../../src/flows/knowPeople.ts";
import { writeReport } from "../../src/flows/writeReport.ts";
import type { Shown } from "../support/standInConnector.ts";
import { actionsOf, importSample, type RunningBot, said, startBot, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const managerId = "33333333-3333-3333-3333-333333333333";
const ref = "1.2.1-1";

let bot: RunningBot;
let manager: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-26T10:00:00Z", admins: [managerId] }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  manager = bot.person(managerId, "Pat Manager");
});
afterEach(() => bot.close());

const plan = () => storedPlan(bot);

async function scrutinyReport(): Promise<string> {
  const { bytes } = await writeReport(bot.service.ports, await plan(), { kind: "scrutiny", format: "docx", asOf: day("2022-11-26") });
  return strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
}

/** The card on a measure, whatever was looked over before. */
async function cardAt(first: Shown | undefined, wanted: string): Promise<object> {
  return pressed(first, { verb: "showLookOver", plan: "warwickshire", ref: wanted });
}

async function pressed(first: Shown | undefined, data: object): Promise<object> {
  return (await manager.press(first?.id ?? "", data)).body.value as object;
}

test("a narrative goes into the scrutiny report only after the programme manager looked it over, in other words where they wrote some", async () => {
  const narrative = (await plan()).measures.find((measure) => measure.ref === ref)?.narrativeAsImported ?? "";
  const [first] = await manager.say("look over scrutiny");
  expect(said([first as Shown])).toMatch(/\d+ of \d+ still to look over/);

  const card = await cardAt(first, ref);
  expect(wordsOf(card)).toContain(narrative.slice(0, 40));
  const mayGoOut = actionsOf(card, "lookOver").find(({ how }) => how === "mayGoOut");
  const next = await pressed(first, { ...mayGoOut, instead: "Families get help sooner." });

  expect(wordsOf(next)).toContain(`${ref}: May go out in other words (Pat Manager, 26 November 2022)`);
  expect(actionsOf(next, "lookOver")[0]?.ref).not.toBe(ref);
  const { decided } = (await plan()).matters.lookedOver[ref] ?? {};
  expect(decided).toMatchObject({ kind: "mayGoOut", instead: "Families get help sooner.", narrative, by: { name: "Pat Manager" } });
});

test("what changed meanwhile is shown first, and what was typed comes back", async () => {
  const [first] = await manager.say("look over");
  const card = await cardAt(first, ref);
  const presses = actionsOf(card, "lookOver");
  const [mayGoOut, leaveOut] = presses;
  expect(wordsOf(await pressed(first, { ...leaveOut, instead: "Some words." }))).toContain("You wrote other words as well.");
  await pressed(first, { ...leaveOut, instead: "" });

  const again = await pressed(first, { ...mayGoOut, nonce: "another-nonce-altogether", instead: "Some words." });
  expect(wordsOf(again)).toContain("Somebody decided on it meanwhile: Left out (Pat Manager");
  expect(JSON.stringify(again)).toContain("Some words.");
  expect((await plan()).matters.lookedOver[ref]?.decided.kind).toBe("leaveOut");

  const stale = await pressed(first, { ...mayGoOut, seen: "0123456789abcdef", instead: "Some words." });
  expect(wordsOf(stale)).toContain("It says something else since");
});

test("the report gives the words that may go out and no others; only a programme manager looks them over, one to one", async () => {
  const narratives = (await plan()).measures
    .map(({ narrativeAsImported }) => narrativeAsImported.split("\n")[0]?.slice(0, 30) ?? "")
    .filter((one) => one.length === 30);
  const notIn = (report: string) => narratives.filter((one) => !report.includes(one)).length;
  expect(notIn(await scrutinyReport())).toBe(narratives.length);
  const [first] = await manager.say("look over scrutiny");
  const [mayGoOut] = actionsOf(await cardAt(first, ref), "lookOver");
  await pressed(first, { ...mayGoOut, instead: "" });
  const [other] = actionsOf(await cardAt(first, "1.2.2-1"), "lookOver");
  await pressed(first, { ...other, instead: "Families get help sooner." });

  const report = await scrutinyReport();

  expect(report).toContain("Families get help sooner.");
  expect(notIn(report)).toBe(narratives.length - 1);
  const chair = bot.person("11111111-1111-1111-1111-111111111111", "Cleo Chair");
  await setRole(bot.service.ports, await plan(), chair.objectId, "chair");
  expect(said(await chair.say("look over scrutiny"))).toContain("programme manager");
  await manager.mention(steeringGroup, "use this channel");
  expect(said(await manager.mention(steeringGroup, "look over scrutiny"))).toContain("one to one");
});

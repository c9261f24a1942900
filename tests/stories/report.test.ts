import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { readWorkbook } from "../../src/intake/readWorkbook.ts";
import { type FilePlace, startFilePlace } from "../support/filePlace.ts";
import type { Shown } from "../support/standInConnector.ts";
import { actionsOf, cardOf, eventually, importSample, type RunningBot, startBot, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import { type TeamsPerson, tenantId } from "../support/teamsPerson.ts";

let bot: RunningBot;
let place: FilePlace;
let chair: TeamsPerson;
let lead: TeamsPerson;
let stranger: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-26T10:00:00Z" }); // a Saturday: nobody is reminded meanwhile
  place = await startFilePlace();
  chair = bot.person("11111111-1111-1111-1111-111111111111", "Cleo Chair");
  lead = bot.person("22222222-2222-2222-2222-222222222222", "Lee Lead");
  stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stan Stranger");
  await importSample(bot);
  await setRole(bot.service.ports, await plan(), chair.objectId, "chair");
  await linkLead(bot.service.ports, await plan(), { lead: "RISE Head of Service", objectId: lead.objectId });
});
afterEach(async () => {
  await bot.close();
  await place.close();
});

const plan = () => storedPlan(bot);

/** Offers of files among messages, with what Teams sends back for each. */
function offers(messages: readonly Shown[]): { id: string; name: string; context: unknown }[] {
  return messages.flatMap(({ id, activity }) =>
    (activity.attachments ?? []).flatMap(({ contentType, name, content }) =>
      contentType.endsWith("card.file.consent") ? [{ id, name: name ?? "", context: content.acceptContext }] : [],
    ),
  );
}

function wordsIn(messages: readonly Shown[]): string {
  return messages.map(({ activity }) => activity.text ?? wordsOf(activity.attachments?.[0]?.content ?? {})).join("\n");
}

/** A press in a thread of the steering group's channel, as Teams posts it. */
function pressInChannel(messageId: string, data: unknown): object {
  const { teamId, channelId, name } = steeringGroup;
  return {
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", data }, trigger: "manual" },
    replyToId: messageId,
    conversation: { id: `${channelId};messageid=1`, conversationType: "channel", isGroup: true },
    channelData: { tenant: { id: tenantId }, team: { id: teamId }, channel: { id: channelId, name } },
  };
}

async function takes(person: TeamsPerson, offer: { id: string; context: unknown } | undefined) {
  const before = place.put.length;
  await person.answerOffer(offer?.id ?? "", offer?.context, place.uploadUrl);
  const file = await eventually(() => place.put[before], 30);
  const book = await readWorkbook(file.bytes, "report");
  if (book.kind === "refused") throw new Error(JSON.stringify(book.problems));
  return book.sheets;
}

test("a chair who asks for the full report one to one gets it as a file, with the figures of the plan", async () => {
  const [offer] = offers(await chair.say("report full"));

  const tables = await takes(chair, offer);

  expect(offer?.name).toBe("warwickshire-full.docx");
  const all = tables.flatMap(({ rows }) => rows).find(({ cells }) => cells[0] === "All");
  expect(all?.cells.slice(2)).toEqual(["72", "20", "38", "5", "0", "9"]);
});

test("the report can be a workbook, and of a day gone by", async () => {
  const [offer] = offers(await lead.say("report exception as excel as of 21 November 2022"));

  const tables = await takes(lead, offer);

  expect(offer?.name).toBe("warwickshire-exception-2022-11-21.xlsx");
  expect(tables[0]?.rows[0]?.cells[0]).toBe("Warwickshire Written Statement of Action: Exception report, as of 21 November 2022");
});

test("report alone offers the kinds; what is none, and a day to come, is said in a sentence", async () => {
  const [shown] = await chair.say("report");
  expect(actionsOf(cardOf(shown), "say").map(({ words }) => words)).toEqual([
    "report exception",
    "report full",
    "report scrutiny",
    "report kpi",
    "report on-a-page",
    "report stocktake",
  ]);

  const said = async (words: string) => JSON.stringify((await chair.say(words))[0]?.activity);
  expect(await said("report quarterly")).toContain("There is no report “quarterly”");
  expect(await said("report full as of 1 March 2031")).toContain("has not come yet");
  expect(await said("report full as of whenever")).toContain("is no day I can read");
});

test("what a report cannot be is said, and nothing else is sent in its place", async () => {
  const said = async (words: string) => wordsIn(await chair.say(words));
  expect(await said("report full as pdf")).toContain("The full report is written for Word or for Excel, not as “pdf”.");
  expect(await said("report full zip")).toContain("not as “zip”");
  expect(await said("report stocktake as excel")).toContain("The stocktake report is written as one zip, not as “excel”.");
  expect(await said("report full word excel")).toContain("ask for one of them");
  expect(await said("report full as of 21 November 2022 for the board")).toContain("“21 November 2022 for the board” is no day I can read");
  expect(await said("report full as of November 2022")).toContain("“November 2022” is no day I can read");

  const [offer] = offers(await chair.say("report full as of 21 November 2022 as excel"));
  expect(offer?.name).toBe("warwickshire-full-2022-11-21.xlsx");
});

test("a confidential report without its kind asks for it, and forgets nothing", async () => {
  await chair.say("confidential 1.2.5-1 because the family would be known");
  const [shown] = await chair.say("report confidential as of 21 November 2022");
  const [say] = actionsOf(cardOf(shown), "say");

  expect(say?.words).toBe("report exception confidential as of 2022-11-21");
  expect(offers(await chair.say(String(say?.words)))[0]?.name).toBe("warwickshire-exception-confidential-2022-11-21.docx");
});

test("in the channel a button sends it one to one to whoever presses, and to nobody without a part in the plan", async () => {
  await setRole(bot.service.ports, await plan(), chair.objectId, "manager");
  await chair.addToTeam(steeringGroup);
  await chair.mention(steeringGroup, "use this channel");
  await lead.install();
  const [card] = await chair.mention(steeringGroup, "report full");
  const [press] = actionsOf(cardOf(card), "sendReport");

  const pressed = (person: TeamsPerson) => person.post(pressInChannel(card?.id ?? "", press));
  await pressed(lead);

  const [offer] = await eventually(() => offers(bot.connector.shown(lead.conversationId)));
  expect((await takes(lead, offer)).length).toBeGreaterThan(3);
  expect(JSON.stringify(cardOf(card))).not.toContain("consent");
  expect(await (await pressed(stranger)).text()).toContain("people who have a part in the plan");
  expect(offers(bot.connector.shown(stranger.conversationId))).toEqual([]);
});

test("law 5: who holds another's offer gets nothing by it", async () => {
  const [offer] = offers(await chair.say("report full"));
  await stranger.say("hello");

  await stranger.answerOffer("1", offer?.context, place.uploadUrl);

  await eventually(() => bot.connector.shown(stranger.conversationId).find(({ activity }) => activity.text?.includes("people who have a part in the plan")));
  expect(place.put).toEqual([]);
});

test("the reply in the channel says where the report will come", async () => {
  await setRole(bot.service.ports, await plan(), chair.objectId, "manager");
  await chair.addToTeam(steeringGroup);
  await chair.mention(steeringGroup, "use this channel");

  const [card] = await chair.mention(steeringGroup, "report");

  expect(wordsOf(cardOf(card))).toContain("A report comes to you one to one");
  expect(actionsOf(cardOf(card), "sendReport").map(({ report, format }) => `${report} ${format}`)).toEqual([
    "exception docx",
    "full docx",
    "scrutiny docx",
    "kpi docx",
    "on-a-page docx",
    "stocktake zip",
  ]);
});

test("the plan's own abbreviations, told by its programme manager, are explained in its reports", async () => {
  await setRole(bot.service.ports, await plan(), chair.objectId, "manager");
  const said = async (words: string) => (await chair.say(words))[0]?.activity.text;

  expect(await said("glossary")).toContain("the plan has added none");
  expect(await said("glossary WPCV is Warwickshire Parent Carer Voice")).toContain("from now on");
  const [offer] = offers(await chair.say("report full excel"));
  const rows = (await takes(chair, offer)).flatMap((table) => table.rows);
  expect(rows.map(({ cells }) => cells.join(": "))).toContain("WPCV: Warwickshire Parent Carer Voice");

  expect(await said("glossary forget WPCV")).toContain("no abbreviation of the plan’s own any more");
  expect((await plan()).settings.glossary).toEqual({});
});

test("a report with confidential items goes one to one to those entitled to all of them, and to nobody by another's offer", async () => {
  expect(JSON.stringify(await chair.say("report full confidential"))).toContain("Nothing of the plan is confidential");
  await chair.say("confidential 1.2.5-1 because the family would be known");

  const [offer] = offers(await chair.say("report full confidential"));
  const tables = await takes(chair, offer);

  expect(offer?.name).toBe("warwickshire-full-confidential.docx");
  expect(JSON.stringify(tables)).toContain("Confidential: Emotional wellbeing");
  const open = await takes(chair, offers(await chair.say("report full"))[0]);
  expect(JSON.stringify(open)).not.toContain("1.2.5-1");
  await setRole(bot.service.ports, await plan(), chair.objectId, "manager");
  await chair.mention(steeringGroup, "use this channel");
  expect(JSON.stringify(await chair.mention(steeringGroup, "report full confidential"))).toContain("one to one");

  const reader = bot.person("66666666-6666-6666-6666-666666666666", "Rea Reader");
  await setRole(bot.service.ports, await plan(), reader.objectId, "reader");
  expect(JSON.stringify(await reader.say("report full confidential"))).toContain("entitled to all of them");
  const taken = place.put.length;
  await reader.answerOffer("1", offer?.context, place.uploadUrl);
  await eventually(() => JSON.stringify(bot.connector.shown(reader.conversationId)).includes("entitled to all of them"));
  expect(place.put).toHaveLength(taken);
});

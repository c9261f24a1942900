import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { instantOf } from "../../src/domain/localDate.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { ratingOf } from "../../src/domain/standing.ts";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { type FilePlace, startFilePlace } from "../support/filePlace.ts";
import type { Shown } from "../support/standInConnector.ts";
import { actionsOf, cardOf, eventually, importSample, type RunningBot, startBot, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import { type TeamsPerson, teamsPerson } from "../support/teamsPerson.ts";

const managerId = "11111111-1111-1111-1111-111111111111";
const adminId = "22222222-2222-2222-2222-222222222222";
const sampleUrl = new URL("../../samples/warwickshire-wsoa-2022-11.csv", import.meta.url);

let bot: RunningBot;
let place: FilePlace;
let manager: TeamsPerson;
let admin: TeamsPerson;
let sample: string;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z", admins: [adminId] }); // a Saturday: nobody is reminded meanwhile
  place = await startFilePlace();
  manager = bot.person(managerId, "Mo Manager");
  admin = bot.person(adminId, "Ada Admin");
  sample = await readFile(sampleUrl, "utf8");
});
afterEach(async () => {
  await bot.close();
  await place.close();
});

/** The sample plan, and somebody who manages it. */
async function knownPlan(): Promise<void> {
  await importSample(bot);
  await setRole(bot.service.ports, await stored(), managerId, "manager");
}

const stored = (id?: string) => storedPlan(bot, id);

const send = (person: TeamsPerson, text: string, words?: string, name = "plan.csv") =>
  person.sendFiles([{ name, url: place.add(name, Buffer.from(text)) }], words);

const only = (card: object, verb: string) => actionsOf(card, verb)[0];

/** The sample, one of its leads called otherwise. */
function changedSample(): string {
  return sample.replace(/RISE Head of Service/g, "The new service");
}

function ratingNow(plan: Plan): string | undefined {
  const measure = plan.measures.find(({ ref }) => ref === "2.3.3-1");
  return measure && ratingOf(measure, plan.scheme)?.label;
}

test("a first plan comes in by an admin: named, shown, stored at Import and not before", async () => {
  const [asked] = await send(admin, sample, "", "Warwickshire WSoA.csv");
  expect(wordsOf(cardOf(asked))).toContain("There is no plan yet");
  expect(wordsOf(cardOf(asked))).toContain("warwickshire-wsoa");

  const shown = await admin.press(asked?.id ?? "", { ...only(cardOf(asked), "showImport"), planTitle: "Warwickshire WSoA", planId: "warwickshire" });
  const words = wordsOf(shown.body.value);
  expect(words).toContain("5 areas, 19 actions, 72 measures");
  expect(words).toContain("Blue 20, Green 38, Amber 5, Red 0, Grey 9");
  expect(words).toContain("26 November 2022");
  expect(words).toMatch(/Rows? 7/i);
  expect(await bot.service.ports.plans.list()).toEqual([]);

  const done = await admin.press(asked?.id ?? "", only(shown.body.value, "acceptImport"));
  expect(wordsOf(done.body.value)).toContain("Warwickshire WSoA is stored: 5 areas, 19 actions and 72 measures.");
  expect(wordsOf(done.body.value)).toContain("linked to nobody yet");
  expect((await stored()).measures).toHaveLength(72);
  const [summary] = await admin.say("summary");
  expect(wordsOf(cardOf(summary))).toContain("Warwickshire WSoA");
});

test("the day the ratings speak of is said beside the file, or after it, shown, and stored with the plan", async () => {
  await knownPlan();
  const [shown] = await send(manager, changedSample(), "import for warwickshire as of 14 November 2022");
  expect(wordsOf(cardOf(shown))).toContain("14 November 2022, the day the ratings speak of");

  const [again] = await manager.say("import as of 15 November 2022");
  expect(wordsOf(cardOf(again))).toContain("15 November 2022, the day the ratings speak of");
  await manager.press(again?.id ?? "", only(cardOf(again), "acceptImport"));
  expect((await stored()).importedAsOf).toBe("2022-11-15");

  const [refused] = await send(manager, sample, "as of November 2022");
  expect(wordsOf(refused ?? {})).toContain("no day I can read");
});

test("pressed again, by two presses at once, by an old Teams and after a restart, Import gives the same answer and stores nothing twice", async () => {
  await knownPlan();
  const [shown] = await send(manager, changedSample());
  const accept = only(cardOf(shown), "acceptImport");

  const answers = await Promise.all([manager.press(shown?.id ?? "", accept), manager.press(shown?.id ?? "", accept)]);
  const importedAt = (await stored()).importedAt;
  await bot.restart();
  const again = await manager.press(shown?.id ?? "", accept);
  await manager.submit(shown?.id ?? "", accept);

  const [old] = bot.connector.shown(manager.conversationId).filter(({ id }) => id === shown?.id);
  expect(wordsOf(cardOf(old))).toBe(wordsOf(again.body.value));
  expect(answers.map(({ body }) => wordsOf(body.value))).toEqual(Array(2).fill(wordsOf(again.body.value)));
  expect(wordsOf(again.body.value)).toContain("Imported");
  expect((await stored()).importedAt).toBe(importedAt);
});

test("what waits is in the store: after a restart, another replica shows it and stores it", async () => {
  await knownPlan();
  const [shown] = await send(manager, changedSample());
  const replica = await bot.replica();
  await bot.service.close();
  try {
    const there = teamsPerson({ connector: bot.connector, botUrl: replica.url, objectId: managerId, name: "Mo Manager" });
    const done = await there.press(shown?.id ?? "", only(cardOf(shown), "acceptImport"));

    expect(wordsOf(done.body.value)).toContain("changed");
    expect((await stored()).measures.some(({ leads }) => leads.includes("The new service"))).toBe(true);
  } finally {
    await replica.close();
  }
});

test("what it changes is told: new, changed field by field, and gone, which is withdrawn and not deleted", async () => {
  await knownPlan();
  const rows = sample.trimEnd().split(/\r?\n(?=Area \d)/);
  const gone = rows.at(-1) ?? "";
  const [shown] = await send(
    manager,
    rows
      .slice(0, -1)
      .join("\r\n")
      .replace(/RISE Head of Service/g, "The new service"),
  );
  const words = wordsOf(cardOf(shown));

  expect(words).toMatch(/What it changes: \d gone, \d+ changed/);
  expect(words).toMatch(/Gone: \d/);
  expect(words).toContain("The new service");
  expect(words).toContain("send both files in one message");
  const all = await manager.press(shown?.id ?? "", only(cardOf(shown), "showImportChanges"));
  expect(wordsOf(all.body.value)).toMatch(/leads “RISE Head of Service/);
  await manager.press(shown?.id ?? "", only(cardOf(shown), "acceptImport"));
  const plan = await stored();
  expect(plan.measures.length).toBeLessThan(72);
  expect(gone).toContain(plan.withdrawn?.measures[0]?.words.slice(0, 20) ?? "nothing was withdrawn");
});

test("where chat is newer it stays in force, unless the manager lets the file overwrite it", async () => {
  await knownPlan();
  await linkLead(bot.service.ports, await stored(), { lead: "C&F Social Work Operational Team Leader", objectId: managerId });
  const [form] = await manager.say("update 2.3.3-1");
  await manager.press(form?.id ?? "", { ...only(cardOf(form), "saveUpdate"), rating: "Red", narrative: "Stopped in chat." });
  const field = sample.split(/\r?\n(?=Area \d)/).find((row) => row.includes(",2.3.3,")) ?? "";
  const file = sample.replace(field, field.replace(/,Green,/, ",Amber,"));
  expect(file).not.toBe(sample);

  const [shown] = await send(manager, file);
  expect(wordsOf(cardOf(shown))).toContain("2.3.3-1 rating: chat says “Red”, the file “Amber”");
  await manager.press(shown?.id ?? "", { ...only(cardOf(shown), "acceptImport"), takeFile: "false" });
  expect(ratingNow(await stored())).toBe("Red");

  const [again] = await send(manager, file);
  await manager.press(again?.id ?? "", { ...only(cardOf(again), "acceptImport"), takeFile: "true" });
  expect(ratingNow(await stored())).toBe("Amber");
  expect((await bot.service.ports.plans.history("warwickshire", "2.3.3-1")).map(({ narrative }) => narrative)).toEqual(["Stopped in chat."]);
});

test("a column is corrected by choosing and by typing, is shown corrected, and is remembered for the plan", async () => {
  await knownPlan();
  const file = sample.replace("Resources", "Zebra");
  const [shown] = await send(manager, file);
  expect(wordsOf(cardOf(shown))).toContain("“Zebra”");
  const columns = await manager.press(shown?.id ?? "", actionsOf(cardOf(shown), "showImportColumns")[0]);
  const next = await manager.press(
    shown?.id ?? "",
    actionsOf(columns.body.value, "showImportColumns").find(({ page }) => page === 2),
  );
  const map = [columns, next].flatMap(({ body }) => actionsOf(body.value, "mapImportColumns")).find(({ headings }) => headings.includes("Zebra"));

  const corrected = await manager.press(shown?.id ?? "", { ...map, [`column${map?.headings.indexOf("Zebra")}`]: "resources" });
  expect(wordsOf(corrected.body.value)).not.toContain("“Zebra”");
  expect(wordsOf(corrected.body.value)).toContain("It changes nothing");
  const [typed] = await manager.say("map Zebra=keep");
  expect(wordsOf(cardOf(typed))).toContain("“Zebra”");
  const [unknown] = await manager.say("map Zebar=resources");
  expect(wordsOf(cardOf(unknown))).toContain("I left the columns as they were: No column is headed “Zebar”");
  const [wrong] = await manager.say("map Zebra");
  expect(wrong?.activity.text).toContain("such as map When=due");

  const [last] = await manager.say("map Zebra=resources");
  await manager.press(last?.id ?? "", only(cardOf(last), "acceptImport"));
  expect((await stored()).columnMap).toMatchObject({ Zebra: "resources" });
});

test("what export gave comes back as a file and changes nothing", async () => {
  await knownPlan();
  const [offer] = await manager.say("export");
  await manager.answerOffer(offer?.id ?? "", offered([offer as Shown])?.context, place.uploadUrl);
  const [file] = await eventually(() => (place.put.length > 0 ? place.put : undefined));

  const [shown] = await manager.sendFiles([{ name: "plan.xlsx", url: place.add("plan.xlsx", file?.bytes ?? Buffer.alloc(0)) }]);

  expect(wordsOf(cardOf(shown))).toContain("It changes nothing");
});

test("the same file again changes nothing, and says so before anybody presses", async () => {
  await knownPlan();

  const [shown] = await send(manager, sample);

  expect(wordsOf(cardOf(shown))).toContain("It changes nothing");
});

test("a file of another plan is shown with a warning before anything else, a file of this one is not", async () => {
  await knownPlan();

  const [own] = await send(manager, changedSample());
  const [other] = await send(manager, await readFile(new URL("../../samples/walsall-engagement-plan.csv", import.meta.url), "utf8"));

  expect(wordsOf(cardOf(own))).not.toContain("If it is another plan");
  expect(wordsOf(cardOf(other))).toContain(
    "None of the 72 measures of Warwickshire Written Statement of Action is in this file, so Import would withdraw them.",
  );
  const all = await manager.press(other?.id ?? "", only(cardOf(other), "showImportChanges"));
  expect(wordsOf(all.body.value)).toContain("It is not in the file.");
});

test("a column's meaning can be typed as people know it, and what it can mean is told so", async () => {
  await knownPlan();
  await send(manager, sample.replace(/Completion date/, "By when it is to be"));

  const [mapped] = await manager.say("map By when it is to be = completion date");
  const [unknown] = await manager.say("map By when it is to be = banana");

  expect(wordsOf(cardOf(mapped))).toContain("70 read, 2 not readable");
  expect(unknown?.activity.text).toContain("Senior Responsible Officer");
});

test("a file of a plan that changed after the card was shown is shown anew, not stored", async () => {
  await knownPlan();
  const [first] = await send(manager, changedSample());
  const [second] = await send(manager, sample.replace(/RISE/g, "The service"));
  await manager.press(second?.id ?? "", only(cardOf(second), "acceptImport"));
  const importedAt = (await stored()).importedAt;

  const anew = await manager.press(first?.id ?? "", only(cardOf(first), "acceptImport"));

  expect(wordsOf(anew.body.value)).toContain("This plan changed after the card was shown");
  expect((await stored()).importedAt).toBe(importedAt);
  const done = await manager.press(first?.id ?? "", only(anew.body.value, "acceptImport"));
  expect(wordsOf(done.body.value)).toContain("Imported");
});

test("Cancel stores nothing and forgets the file", async () => {
  await knownPlan();
  const [shown] = await send(manager, changedSample());

  const cancelled = await manager.press(shown?.id ?? "", only(cardOf(shown), "cancelImport"));
  const late = await manager.press(shown?.id ?? "", only(cardOf(shown), "acceptImport"));

  expect(wordsOf(cancelled.body.value)).toContain("Nothing of plan.csv was stored");
  expect(wordsOf(late.body.value)).toContain("You cancelled this one");
  expect(await bot.store.pendingImports.files(only(cardOf(shown), "acceptImport")?.pending)).toBeUndefined();
});

test("after seven days the file is forgotten: send it again", async () => {
  await knownPlan();
  const [shown] = await send(manager, changedSample());
  const accept = only(cardOf(shown), "acceptImport");
  await bot.service.ports.moveClock?.(instantOf("2022-11-26T11:00:00Z"));

  const late = await manager.press(shown?.id ?? "", accept);

  expect(wordsOf(late.body.value)).toContain("Send the file to me again");
  await eventually(async () => (await bot.store.pendingImports.find(accept?.pending)) === undefined);
});

test("everything to look at can be paged through, and taken as a sheet", async () => {
  await knownPlan();
  const [shown] = await send(manager, sample);
  const page = await manager.press(shown?.id ?? "", only(cardOf(shown), "showImportProblems"));
  expect(wordsOf(page.body.value)).toMatch(/Row 7|row 7/);
  const back = await manager.press(shown?.id ?? "", only(page.body.value, "showImport"));
  expect(only(back.body.value, "acceptImport")).toBeDefined();

  await manager.press(shown?.id ?? "", only(page.body.value, "offerImportProblems"));
  const offer = await eventually(() => offered(bot.connector.shown(manager.conversationId)));
  await manager.answerOffer(offer.id, offer.context, place.uploadUrl);
  const [sheet] = await eventually(() => (place.put.length > 0 ? place.put : undefined));
  expect(String(sheet?.bytes)).toMatch(/^\ufeffSheet,Row,Column,As written,What is wrong\r\n/);
  expect(String(sheet?.bytes).split("\r\n").length).toBeGreaterThan(3);
});

test("of several plans one is asked for, and words beside the file name one", async () => {
  await knownPlan();
  await importSample(bot, "second-plan");
  await setRole(bot.service.ports, await stored("second-plan"), managerId, "manager");

  const [asked] = await send(manager, sample);
  expect(wordsOf(cardOf(asked))).toContain("Which plan is this?");
  const chosen = actionsOf(cardOf(asked), "showImport").find(({ plan }) => plan === "second-plan");
  const shown = await manager.press(asked?.id ?? "", chosen);
  expect(only(shown.body.value, "acceptImport")).toMatchObject({ plan: "second-plan" });

  const [named] = await send(manager, sample, "import for second-plan");
  expect(only(cardOf(named), "acceptImport")).toMatchObject({ plan: "second-plan" });
  const [unknown] = await send(manager, sample, "import for third");
  expect(unknown?.activity.text).toContain("none of your plans");
});

test("law 5: only a plan's manager brings in a file; for others it is not even fetched", async () => {
  await knownPlan();
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");
  const [refused] = await send(stranger, sample);
  expect(refused?.activity.text).toContain("Only a plan's programme manager");
  expect(place.asked()).toBe(0);

  const [shown] = await send(manager, changedSample());
  const accept = only(cardOf(shown), "acceptImport");
  for (const other of [stranger, admin]) {
    const answer = await other.press(shown?.id ?? "", accept);
    expect(wordsOf(answer.body.value)).not.toContain("Imported");
  }
  const elsewhere = await manager.press(shown?.id ?? "", { ...accept, plan: "second-plan" });
  expect(wordsOf(elsewhere.body.value)).toContain("Only a plan's programme manager");
});

test("in a channel the file is taken one to one only", async () => {
  await knownPlan();
  const before = bot.connector.shown(steeringGroup.channelId).length;
  await manager.post({
    type: "message",
    text: "",
    attachments: [{ contentType: "text/html", content: '<attachment id="1"></attachment>' }],
    conversation: { id: steeringGroup.channelId, conversationType: "channel", isGroup: true },
    channelData: { team: { id: steeringGroup.teamId }, channel: { id: steeringGroup.channelId } },
  });

  const answer = await eventually(() => bot.connector.shown(steeringGroup.channelId)[before]);
  expect(answer.activity.text).toContain("I take files one to one only");
});

test.each<[string, Buffer]>([
  ["an empty file", Buffer.alloc(0)],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3])],
  ["words that are no table", Buffer.from("Dear all, please find the plan attached.")],
])("%s is answered plainly, and nothing is stored", async (_name, bytes) => {
  await knownPlan();
  const importedAt = (await stored()).importedAt;

  const [answer] = await manager.sendFiles([{ name: "plan.csv", url: place.add("plan.csv", bytes) }]);

  const said = answer?.activity.text ?? wordsOf(cardOf(answer));
  expect(said).not.toContain("something went wrong");
  expect(said).toContain("plan.csv");
  expect((await stored()).importedAt).toBe(importedAt);
});

test("import without a file shows the one that waits, or says how to send one", async () => {
  await knownPlan();
  const [how] = await manager.say("import");
  expect(how?.activity.text).toContain("paper clip");

  await send(manager, changedSample());
  const [waits] = await manager.say("import");
  expect(only(cardOf(waits), "acceptImport")).toBeDefined();
});

test("export offers the plan as a file, which comes to the manager alone", async () => {
  await knownPlan();
  const [offer] = await manager.say("export csv");
  const { context } = offered([offer as Shown]) ?? {};

  await manager.answerOffer(offer?.id ?? "", context, place.uploadUrl);

  const [file] = await eventually(() => (place.put.length > 0 ? place.put : undefined));
  expect(String(file?.bytes).split("\r\n").length).toBeGreaterThan(72);
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");
  await stranger.say("hello");
  await stranger.answerOffer("1", context, place.uploadUrl);
  await eventually(() => bot.connector.shown(stranger.conversationId).find(({ activity }) => activity.text?.includes("programme manager")));
  expect(place.put).toHaveLength(1);
});

/** The offer of a file among messages, with what Teams sends back for it. */
function offered(messages: readonly Shown[]): { id: string; context: unknown } | undefined {
  for (const { id, activity } of messages) {
    const attachment = activity.attachments?.find(({ contentType }) => contentType.endsWith("card.file.consent"));
    if (attachment) return { id, context: attachment.content.acceptContext };
  }
  return undefined;
}

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type FilePlace, startFilePlace } from "../support/filePlace.ts";
import type { Shown } from "../support/standInConnector.ts";
import { cardOf, importSample, type RunningBot, startBot, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
let bot: RunningBot;
let place: FilePlace;
let admin: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z", admins: [id(1)] }); // a Saturday: nobody is reminded meanwhile
  place = await startFilePlace();
  await importSample(bot);
  admin = bot.person(id(1), "Ada Admin");
  await bot.person(id(2), "Priya Shah").install();
});
afterEach(async () => {
  await bot.close();
  await place.close();
});

const planNow = () => storedPlan(bot);
const send = (person: TeamsPerson, text: string) => person.sendFiles([{ name: "people.csv", url: place.add("people.csv", Buffer.from(text)) }]);
const saying = (shown: readonly Shown[]) => shown.map((one) => one.activity.text ?? wordsOf(cardOf(one))).join("\n");

const list = `Role,Lead as written,Name,E-mail,Object ID,Area,For
vice chair,,Vic Chair,vic@example.org,${id(3)},,
,RISE Head of Service,,,${id(4)},,
SRO,,Sam Officer,,${id(5)},2,
member,,Priya Shah,,,,
substitute,,Sue Stand,,${id(6)},,Priya Shah
king,,King,,${id(7)},,
chair,,Nobody Known,,,,
sro,,Una,,${id(8)},9,
,The wrong lead,Una,,${id(8)},,
member,,Ill,,not-an-id,,
,,Una,,${id(8)},,
`;

test("a list of people sent in chat links leads and gives roles; what is at fault is told by row, column and what was written", async () => {
  const answer = saying(await send(admin, list));

  const { links, roles } = await planNow();
  expect(links).toEqual([{ lead: "RISE Head of Service", objectId: id(4) }]);
  expect(roles).toHaveLength(4);
  expect(roles).toEqual(
    expect.arrayContaining([
      { objectId: id(3), role: "vice chair" },
      { objectId: id(5), role: "sro", area: "Area 2" },
      { objectId: id(2), role: "member" },
      { objectId: id(6), role: "substitute", standsFor: id(2) },
    ]),
  );
  expect(answer).toContain("5 links and roles stored");
  for (const fault of [
    "column Role, row 7, “king”: This is no role.",
    "column Name, row 8, “Nobody Known”: I know nobody",
    "column Area, row 9, “9”: ",
    "column Lead as written, row 10, “The wrong lead”: ",
    "column Object ID, row 11, “not-an-id”: This is no Entra object id",
    "row 12: This row gives neither a role nor a lead.",
  ])
    expect(answer).toContain(fault);
  expect(saying(await admin.say("people"))).toContain("Sue Stand: substitute of Priya Shah");

  // Sent again it changes nothing.
  await send(admin, list);
  expect((await planNow()).roles).toHaveLength(4);
});

test("only a programme manager sends one, and the last manager stays one", async () => {
  const outsider = bot.person(id(9), "Otto Outsider");
  expect(saying(await send(outsider, list))).toContain("Only a plan's programme manager");
  expect((await planNow()).roles).toEqual([]);

  // The configured admin is a manager too, so that a plan's own may go.
  await admin.say(`role manager ${id(2)}`);
  expect(saying(await admin.say("role Priya Shah none"))).toContain("has no role");
});

test("roles are given by name, by mention and in either order; a substitute stands for a board member alone", async () => {
  await admin.say(`role chair ${id(3)}`);
  expect(saying(await admin.say("role Priya Shah vice chair"))).toContain("Priya Shah is now vice chair");
  await admin.addToTeam(steeringGroup, "Team");
  expect(saying(await admin.say(`substitute ${id(6)} for Priya Shah`))).toContain("is now the substitute of Priya Shah");
  expect(saying(await admin.say(`substitute Priya Shah for ${id(8)}`))).toContain("is no chair, vice chair, member of this board");
  expect(saying(await admin.say("substitute Priya Shah for Priya Shah"))).toContain("can't be their own substitute");
  expect(saying(await admin.say("role Priya workstream lead 2"))).toContain("Priya Shah is now sro of Area 2");
  expect(saying(await admin.say("role Priya"))).toContain("Write a role");
});

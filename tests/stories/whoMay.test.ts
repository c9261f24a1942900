import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { CardAction } from "../../src/cards/cardAction.ts";
import { deedOfVerb } from "../../src/commands/deedOfVerb.ts";
import { commands } from "../../src/commands/registry.ts";
import { refusals } from "../../src/commands/requireDeed.ts";
import { day } from "../../src/domain/localDate.ts";
import type { Deed, Part } from "../../src/domain/permission.ts";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { smallestOf } from "../support/smallestOf.ts";
import { cardOf, importSample, type RunningBot, startBot, steeringGroup, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";
import { mayByTable, parts } from "../support/whoMay.ts";

const plan = "warwickshire";
const idOf = (part: Part | "nobody") => `10000000-0000-4000-8000-0000000000${10 + parts.indexOf(part)}`;
const refused = [...Object.values(refusals), "I have no plan", "Only a plan's programme manager"];

let bot: RunningBot;
let people: Readonly<Record<string, TeamsPerson>>;

/** One person for each part, and nobody. */
beforeAll(async () => {
  bot = await startBot({ at: "2022-11-22T08:00:00Z" });
  await importSample(bot);
  const { ports } = bot.service;
  const stored = await ports.plans.read(plan);
  if (!stored) throw new Error("no plan");
  await linkLead(ports, stored, { lead: "RISE Head of Service", objectId: idOf("lead") });
  for (const role of ["chair", "vice chair", "member", "manager", "reader"] as const) await setRole(ports, stored, idOf(role), role);
  await setRole(ports, stored, idOf("sro"), "sro", "Area 1");
  await setRole(ports, stored, idOf("substitute"), "substitute", idOf("member"));
  const leave = {
    id: "000001",
    at: ports.clock.now(),
    on: day("2022-11-22"),
    by: { objectId: idOf("lead"), name: "Lead" },
    via: "chat",
    nonce: "the-lead-is-away",
    person: idOf("lead"),
    change: { kind: "away", from: day("2022-11-21"), to: day("2022-12-21"), deputy: idOf("deputy") },
  } as const;
  await ports.plans.append(plan, "arrangements", leave, { last: leave.id, leaves: [leave.change] });
  await ports.people.save({ objectId: idOf("deputy"), plans: [plan] });
  people = Object.fromEntries(parts.map((part) => [part, bot.person(idOf(part), `The ${part}`)]));
});
afterAll(() => bot.close());

const isRefusal = (words: string) => refused.some((sentence) => words.includes(sentence));

/** What the table says of each part. */
const expected = (deed: Deed) => Object.fromEntries(parts.map((part) => [part, mayByTable(part, deed) ? "let in" : "refused"]));

async function answers(ask: (one: TeamsPerson) => Promise<string>): Promise<Record<string, string>> {
  const found = await Promise.all(parts.map(async (part) => [part, isRefusal(await ask(people[part] as TeamsPerson)) ? "refused" : "let in"]));
  return Object.fromEntries(found);
}

const guarded = commands.flatMap((command) => (command.deed ? [command] : []));
test.each(guarded.map((command) => [command.name, command] as const))("“%s” is answered to those the table allows it", async (name, { deed, where }) => {
  // A channel of each one's own, which no plan uses: in the plan's own everybody may read.
  const ask = async (one: TeamsPerson) => {
    const shown = where.includes("personal")
      ? await one.say(name)
      : await one.mention({ ...steeringGroup, channelId: `19:${one.objectId}@thread.tacv2` }, name);
    return shown.map((message) => message.activity.text ?? wordsOf(cardOf(message))).join("\n");
  };

  expect(await answers(ask)).toEqual(expected(deed));
});

const told = async (part: Part, words: string) =>
  (await people[part]?.say(words))?.map(({ activity }) => activity.text ?? wordsOf(activity.attachments?.[0]?.content ?? {})).join("\n");

test.each<readonly [Part, Deed, string]>([
  ["lead", "manage", "round now 2 14 days"],
  ["lead", "manage", "role Priya Shah vice chair"],
  ["lead", "manage", "settings reminders 21, 14, 3"],
  ["lead", "manage", "glossary EHE is elective home education"],
  ["lead", "manage", "cadence exception weekly"],
  ["lead", "signOff", "sign-off by the board"],
  ["lead", "oversee", "release area two because it is embedded"],
  ["chair", "answer", "pause until 1 March"],
  ["chair", "answer", "away from 1 December to 14 December"],
  ["chair", "answer", "email RISE Head of Service"],
  ["chair", "answer", "close risk R3 because the post is filled"],
  ["chair", "manage", "link RISE Head of Service to Priya Shah"],
])("the %s, who may not %s, is told whose deed “%s” is", async (part, deed, words) => {
  expect(await told(part, words)).toContain(refusals[deed]);
});

test("a lead's report that could be a command of the manager's is heard", async () => {
  expect(await told("lead", "Substitute teachers found for all schools, green")).toContain("For all of these?");
});

const verbs = CardAction.options.map((option) => [option.shape.verb.value, option] as const);
const pressed = verbs.flatMap(([verb, option]) => (deedOfVerb[verb] === "words" ? [] : [[verb, option, deedOfVerb[verb]] as const]));
test.each(pressed)("a press of “%s” is answered to those the table allows it", async (_verb, option, deed) => {
  const data = smallestOf(option, { plan, ref: "1.1.1-1", nonce: "a-nonce-of-its-own" });
  expect(CardAction.safeParse(data).error).toBeUndefined();

  expect(await answers(async (one) => JSON.stringify((await one.press("none", data)).body))).toEqual(expected(deed));
});

test("every verb says what it needs, and words on a button are judged as if they were typed", async () => {
  expect(Object.keys(deedOfVerb).toSorted()).toEqual(verbs.map(([verb]) => verb).toSorted());
  const say = async (one: TeamsPerson) => JSON.stringify((await one.press("none", { verb: "say", words: "people" })).body);

  expect(await answers(say)).toEqual(expected("manage"));
});

const inChannel = ["choosePlan", "showHistory", "findHistory", "sendReport", "decideAlone", "saveCadence"];
test("in a channel, where a card is everybody's copy, only what may stand there for all is answered to a press", async () => {
  const answered: string[] = [];
  for (const [verb, option] of pressed) {
    const data = smallestOf(option, { plan, ref: "1.1.1-1", nonce: "a-nonce-of-its-own" });
    const { body } = await (people.manager as TeamsPerson).press("none", data, steeringGroup);
    if (!/made one to one|brought in one to one/.test(JSON.stringify(body))) answered.push(verb);
  }

  expect(answered.toSorted()).toEqual(inChannel.toSorted());
});

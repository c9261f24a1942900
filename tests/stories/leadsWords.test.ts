import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { day } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import { answerInShort } from "../support/answerInShort.ts";
import { eventually, type RunningBot, startBot } from "../support/startBot.ts";
import { saidByLeads } from "./saidByLeads.ts";

interface Speaker {
  readonly said: string;
  readonly expected: string;
  readonly isAsked: boolean;
  readonly n: number;
}

/** Each sentence is said by a lead of its own. */
const speakers: readonly Speaker[] = saidByLeads
  .flatMap(([said, reminded, alone]) => [
    { said, expected: reminded, isAsked: true },
    ...(alone === undefined ? [] : [{ said, expected: alone, isAsked: false }]),
  ])
  .map((speaker, n) => ({ ...speaker, n: n + 1 }));

const managerId = "33333333-3333-3333-3333-333333333333";
const lead = (n: number) => ({ objectId: `10000000-0000-4000-8000-${String(n).padStart(12, "0")}`, name: `Lead ${n}`, asked: `7.${n}.1`, other: `7.${n}.2` });

let bot: RunningBot;
const answers = new Map<number, string>();

beforeAll(async () => {
  // A Sunday: whoever is asked is asked on the Monday.
  bot = await startBot({ at: "2022-11-20T10:00:00Z", admins: [managerId] });
  await importPlan(bot.service.ports, { files: [{ name: "plan.csv", bytes: planOfMany() }], plan: "words", title: "Plan", asOf: day("2022-11-20") });
  const plan = await bot.store.plans.read("words");
  for (const { n } of speakers) if (plan) await linkLead(bot.service.ports, plan, { lead: lead(n).name, objectId: lead(n).objectId });
  const asked = speakers.filter(({ isAsked }) => isAsked);
  for (const { n } of asked) await personOf(n).install();
  await bot.person(managerId, "Programme Manager").say("clock 2022-11-21");
  for (const { n } of asked) await eventually(async () => (await bot.store.notices.lastAsked("words", lead(n).objectId)).length > 0, 90);
  for (const speaker of speakers) answers.set(speaker.n, await answerTo(speaker));
}, 300_000);
afterAll(() => bot.close());

/** Each lead has one measure that is overdue and one due long after. */
function planOfMany(): Uint8Array {
  const rows = speakers
    .map(({ n }) => lead(n))
    .flatMap(({ name, asked, other }) => [
      `Training,${asked},Staff are trained,${name},31/10/2022,Green,Some are trained.`,
      `Training,${other},Posters are up,${name},31/12/2023,Green,Some are up.`,
    ]);
  const others = ["Blue", "Red", "Amber", "Grey"].map((rating, n) => `Training,9.9.${n},Something else ${n},Nobody,31/10/2021,${rating},As it is.`);
  return Buffer.from(["Area,Ref,Action,Lead,Due,Rating,Update", ...rows, ...others].join("\n"));
}

function personOf(n: number) {
  return bot.person(lead(n).objectId, lead(n).name);
}

async function answerTo({ n, said }: Speaker): Promise<string> {
  const { asked, other } = lead(n);
  const shown = await personOf(n).say(said.replace(/\bA\b/g, asked).replace(/\bB\b/g, other));
  const stored = [...(await bot.store.plans.history("words", asked)), ...(await bot.store.plans.history("words", other))];
  return answerInShort(shown, stored, { asked, other });
}

test.each(speakers.map((speaker) => [speaker.said, speaker.isAsked ? "after a reminder" : "to somebody nobody asked", speaker] as const))(
  "%j is answered, %s",
  (_said, _when, { n, expected }) => {
    expect(answers.get(n)).toBe(expected);
  },
);

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { checkCard } from "../../src/cards/checkCard.ts";
import { commands } from "../../src/commands/registry.ts";
import { day } from "../../src/domain/localDate.ts";
import { importPlan } from "../../src/flows/importPlan.ts";
import { linkLead, setRole } from "../../src/flows/knowPeople.ts";
import { planOfOneLead } from "../support/planOfOneLead.ts";
import type { Card, Shown } from "../support/standInConnector.ts";
import { type RunningBot, startBot } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

const ids = {
  lead: "11111111-1111-1111-1111-111111111111",
  manager: "33333333-3333-3333-3333-333333333333",
  chair: "44444444-4444-4444-4444-444444444444",
} as const;
const people = Object.keys(ids) as (keyof typeof ids)[];
/** A page more than anybody turns. */
const mostPages = 120;

let bot: RunningBot;
const person = (who: keyof typeof ids): TeamsPerson => bot.person(ids[who], who);

/** 500 measures of one lead: some said to be complete, of some a new date asked for, one not theirs, all in as many words as are taken. */
beforeAll(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z", admins: [ids.manager] });
  const { ports } = bot.service;
  await importPlan(ports, { files: [{ name: "plan.csv", bytes: planOfOneLead() }], plan: "large", title: "Large plan", asOf: day("2022-11-19") });
  const plan = await ports.plans.read("large");
  if (!plan) throw new Error("no plan");
  await linkLead(ports, plan, { lead: "Inclusion lead", objectId: ids.lead });
  await setRole(ports, plan, ids.chair, "chair");
  const long = "Every team has met and its notes were shared with families. ".repeat(18);
  const open = plan.measures.filter(({ ratingAsImported }) => ratingAsImported !== "Blue").map(({ ref }) => ref);
  for (const ref of open.slice(0, 25)) await person("lead").say(`${ref} blue ${long}`);
  for (const ref of open.slice(25, 50)) await person("lead").say(`${ref} need until 31 March 2023 because ${long.slice(0, 200)}`);
  for (const ref of open.slice(50, 55)) await person("lead").say(`${ref} not mine, it is the health lead's`);
}, 180_000);
afterAll(() => bot.close());

test("the plan is as large as it is meant to be", async () => {
  const plan = await bot.store.plans.read("large");

  expect(plan?.measures.filter(({ standing }) => standing?.proposedComplete)).toHaveLength(25);
  expect(plan?.measures.filter(({ dates }) => dates?.waiting)).toHaveLength(25);
  expect(Object.values(plan?.matters.claims ?? {})).toHaveLength(5);
});

/** Presses every button that goes on, until there is none. @returns the cards of all pages */
async function turned(who: TeamsPerson, [first]: readonly Shown[]): Promise<readonly Card[]> {
  const { text, attachments: [attachment] = [] } = first?.activity ?? {};
  expect(text ?? attachment).toBeTruthy();
  const card = attachment?.content;
  if (!first || card?.type !== "AdaptiveCard") return [];
  const pages = [card];
  for (let on = nextOf(card); on && pages.length < mostPages; on = nextOf(pages.at(-1))) {
    const page = (await who.press(first.id, on)).body?.value;
    expect(page?.type).toBe("AdaptiveCard");
    pages.push(page);
  }
  return pages;
}

// biome-ignore lint/suspicious/noExplicitAny: cards of every shape
function nextOf(node: any): Card | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if (node.type === "Action.Execute" && /^(?:Next|More)\b/.test(node.title ?? "")) return node.data;
  return Object.entries(node)
    .filter(([key]) => key !== "data" && key !== "fallback")
    .map(([, below]) => nextOf(below))
    .find((found) => found !== undefined);
}

const spoken = commands.filter(({ where, localOnly }) => where.includes("personal") && !localOnly);
const words = [
  ...spoken.map(({ name }) => name),
  "update 1.1",
  "history 1.1",
  "history of Inclusion lead",
  "summary 1",
  "overdue original",
  "round now",
  "amber",
  "who set this date?",
];

test.each(words)("with 500 measures of one lead every card of “%s” may be sent, to its last page", async (said) => {
  for (const who of people) {
    const answer = await person(who).say(said);
    expect(answer).not.toEqual([]);
    const pages = await turned(person(who), answer);

    expect(pages.length).toBeLessThan(mostPages);
    for (const page of pages) expect(() => checkCard(page)).not.toThrow();
    expect(new Set(pages.map((page) => JSON.stringify(page.body))).size).toBe(pages.length);
  }
});

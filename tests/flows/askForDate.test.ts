import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { askForDateInWords } from "../../src/flows/askForDate.ts";
import { atPlan } from "../../src/flows/atPlan.ts";
import { linkLead } from "../../src/flows/knowPeople.ts";
import type { Asker } from "../../src/ports.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, importSample, type RunningBot, startBot, wordsOf } from "../support/startBot.ts";
import { botId, tenantId } from "../support/teamsPerson.ts";

const objectId = "11111111-1111-1111-1111-111111111111";
const ref = "3.2.1-5";
let bot: RunningBot;

beforeAll(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z" });
  await importSample(bot);
  const plan = await bot.service.ports.plans.read("warwickshire");
  if (plan) await linkLead(bot.service.ports, plan, { lead: "School Improvement Commissioning Lead", objectId });
});
afterAll(() => bot.close());

async function ask(date: string, reason: string, nonce?: string): Promise<Card> {
  const { ports } = bot.service;
  const address = { serviceUrl: bot.connector.url, conversationId: "a", tenantId, botId };
  const asker: Asker = { objectId, name: "Commissioning Lead", where: { kind: "personal" }, address };
  const { card } = await askForDateInWords(ports, await atPlan(ports, asker, "warwickshire", []), ref, { date, reason, ...(nonce && { nonce }) });
  return card as Card;
}
const rows = () => bot.service.ports.plans.entries("warwickshire", "dates", ref);

test("what was said without a reason, or with a date in doubt, comes back in the form and nothing is stored", async () => {
  const noReason = await ask("until end of January", "");
  expect(wordsOf(noReason)).toContain("until end of January");
  expect(wordsOf(noReason)).toContain("Almost asked: say below why");
  const noDate = await ask("when the posts are filled", "Two posts are vacant.");
  expect(wordsOf(noDate)).toContain("Two posts are vacant.");
  expect(actionsOf(noDate, "askForDate")).toHaveLength(1);

  expect(await rows()).toEqual([]);
});

test("a date and a reason are stored at once and shown back, to be changed or taken back", async () => {
  const receipt = await ask("until end of January", "Two posts are vacant.");

  expect(wordsOf(receipt)).toContain("it was read as 31 January 2023");
  expect(actionsOf(receipt, "openDate")).toHaveLength(1);
  expect(actionsOf(receipt, "withdrawDate")).toHaveLength(1);
  expect(await rows()).toMatchObject([{ via: "chat", due: { on: "2023-01-31" }, typed: "until end of January", reason: "Two posts are vacant." }]);
});

test("a message that is told of again, by its own id or by another, is one request; other words are another", async () => {
  const before = (await rows()).length;
  for (const id of ["message 1", "message 1", "message 2"])
    expect(wordsOf(await ask("until 28 February 2023", "The training is late.", id))).toContain("28 February 2023");
  expect(await rows()).toHaveLength(before + 1);

  await ask("until 28 February 2023", "The trainer left as well.", "message 3");
  expect(await rows()).toHaveLength(before + 2);
});

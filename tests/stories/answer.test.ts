import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { coLeadId, leadId, leadOf } from "../support/council.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, cardOf, importSample, type RunningBot, startBot, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

let bot: RunningBot;
let lead: TeamsPerson;
let coLead: TeamsPerson;

beforeEach(async () => {
  bot = await startBot({ at: "2022-11-19T10:00:00Z" }); // a Saturday: nobody is reminded meanwhile
  await importSample(bot);
  lead = await leadOf(bot, "C&F Social Work Operational Team Leader", leadId, "Team Leader");
  coLead = await leadOf(bot, "Voice Influence and Change Development Officer", coLeadId, "Voice Officer");
});
afterEach(() => bot.close());

/** `mine`, then the form of a measure. */
async function openForm(person: TeamsPerson, ref: string): Promise<{ message: string; form: Card; save: Card }> {
  const [list] = await person.say("mine");
  const open = actionsOf(cardOf(list), "openForm").find((data) => data.ref === ref);
  const answer = await person.press(list?.id ?? "", open);
  const [save] = actionsOf(answer.body.value, "saveUpdate");
  return { message: list?.id ?? "", form: answer.body.value, save: save ?? {} };
}

const history = (ref: string) => bot.service.ports.plans.history("warwickshire", ref);

test("law 4: two measures are answered from one card, each stored before it is thanked, and ticked", async () => {
  const { message, form, save } = await openForm(lead, "2.3.1-4");
  const words = wordsOf(form);
  expect(words).toContain("On track, some concerns");
  expect(words).toMatch(/child or (a )?family/i);

  const first = await lead.press(message, { ...save, rating: "Amber", narrative: "Training runs late.", figure: "64%", help: "A trainer" });
  expect(await history("2.3.1-4")).toMatchObject([
    { rating: "Amber", narrative: "Training runs late.", figure: { value: 64 }, help: "A trainer", by: { objectId: leadId } },
  ]);
  expect(wordsOf(first.body.value)).toContain("Recorded for 2.3.1-4");
  expect(wordsOf(first.body.value)).toMatch(/1 of \d answered/);

  const next = actionsOf(first.body.value, "openForm").find(({ ref }) => ref === "2.3.3-1");
  const secondForm = await lead.press(message, next);
  const second = await lead.press(message, { ...actionsOf(secondForm.body.value, "saveUpdate")[0], rating: "Green", narrative: "On course." });
  expect(wordsOf(second.body.value)).toMatch(/2 of \d answered/);
});

test("“mine” says how many more are complete, so that nobody looks for them", async () => {
  const [before] = await lead.say("mine");
  expect(wordsOf(cardOf(before))).toContain("4 more are complete, wait for the board to say so, or are not monitored any more: nothing is asked of them.");

  await lead.say("2.3.3-1 blue, the pathway is in use and all posts are filled");

  const [after] = await lead.say("mine");
  expect(wordsOf(cardOf(after))).toContain("5 more are complete");
});

test("law 7: after answering, the message itself is updated to the same card", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  const answer = await lead.press(message, { ...save, rating: "Green", narrative: "On course." });
  await new Promise((resolve) => setTimeout(resolve, 300));

  const shown = bot.connector.shown(lead.conversationId).find(({ id }) => id === message);
  expect(cardOf(shown)).toEqual(answer.body.value);
});

test("what is wrong with a form is said beside what was typed, and nothing is stored", async () => {
  const { message, save } = await openForm(lead, "2.3.1-4");
  const answer = await lead.press(message, { ...save, rating: "Amber", narrative: " ", figure: "lots" });

  expect(wordsOf(answer.body.value)).toContain("Say in a sentence or two where this stands.");
  expect(wordsOf(answer.body.value)).toContain("“lots” does not");
  expect(await history("2.3.1-4")).toEqual([]);
});

test("law 4: the same nonce with the same content gives the same receipt, once stored", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  const typed = { ...save, rating: "Green", narrative: "On course." };
  const first = await lead.press(message, typed);
  const again = await lead.press(message, typed);

  expect(await history("2.3.3-1")).toHaveLength(1);
  expect(wordsOf(again.body.value)).toContain("Recorded for 2.3.3-1");
  expect(wordsOf(first.body.value)).toContain("Recorded for 2.3.3-1");
});

test("law 4: the same nonce with other content is offered as an amendment, and saving again makes it one", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  await lead.press(message, { ...save, rating: "Green", narrative: "On course." });
  const offered = await lead.press(message, { ...save, rating: "Red", narrative: "Stopped altogether." });

  expect(wordsOf(offered.body.value)).toContain("Stopped altogether.");
  expect(await history("2.3.3-1")).toHaveLength(1);

  const [amend] = actionsOf(offered.body.value, "saveUpdate");
  await lead.press(message, { ...amend, rating: "Red", narrative: "Stopped altogether." });
  expect(await history("2.3.3-1")).toMatchObject([{ id: "000001" }, { id: "000002", amends: "000001", rating: "Red" }]);
});

test("law 4: a card that is behind is told what changed and by whom, and nothing typed is lost", async () => {
  const mine = await openForm(lead, "2.3.1-4");
  const theirs = await openForm(coLead, "2.3.1-4");
  await coLead.press(theirs.message, { ...theirs.save, rating: "Red", narrative: "No trainer at all." });

  const behind = await lead.press(mine.message, { ...mine.save, rating: "Green", narrative: "All trained." });

  const words = wordsOf(behind.body.value);
  expect(words).toContain("Voice Officer");
  expect(words).toContain("No trainer at all.");
  expect(words).toContain("All trained.");
  expect(await history("2.3.1-4")).toHaveLength(1);
  await lead.press(mine.message, { ...actionsOf(behind.body.value, "saveUpdate")[0], rating: "Green", narrative: "All trained." });
  expect((await history("2.3.1-4")).map(({ rating }) => rating)).toEqual(["Red", "Green"]);
});

test("two people answering at the very same moment: one is stored, the other is told", async () => {
  const mine = await openForm(lead, "2.3.1-4");
  const theirs = await openForm(coLead, "2.3.1-4");
  const answers = await Promise.all([
    lead.press(mine.message, { ...mine.save, rating: "Green", narrative: "All trained." }),
    coLead.press(theirs.message, { ...theirs.save, rating: "Red", narrative: "No trainer." }),
  ]);

  expect(await history("2.3.1-4")).toHaveLength(1);
  expect(answers.map(({ body }) => wordsOf(body.value).includes("Recorded for")).sort()).toEqual([false, true]);
});

test("complete is only proposed: the rating stays until the board signs it off", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  const answer = await lead.press(message, { ...save, rating: "Blue", narrative: "All commissioning is co-produced." });

  expect(wordsOf(answer.body.value)).toMatch(/only proposed until the board signs it off/);
  const plan = await bot.service.ports.plans.read("warwickshire");
  expect(plan?.measures.find(({ ref }) => ref === "2.3.3-1")?.standing).toMatchObject({ rating: "Green", proposedComplete: true });
});

test("an update can be changed and taken back, each as a row of its own", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  const receipt = await lead.press(message, { ...save, rating: "Red", narrative: "Stuck." });
  const [undo] = actionsOf(receipt.body.value, "undoUpdate");
  const undone = await lead.press(message, undo);

  expect(wordsOf(undone.body.value)).toContain("taken back");
  expect(await history("2.3.3-1")).toMatchObject([{ rating: "Red" }, { kind: "withdrawal", amends: "000001" }]);
  const plan = await bot.service.ports.plans.read("warwickshire");
  expect(plan?.measures.find(({ ref }) => ref === "2.3.3-1")?.standing?.rating).toBe("Green");
});

test("once the receipt is gone, the ticked line still changes the lead's own update, also from a new list", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  await lead.press(message, { ...save, rating: "Red", narrative: "Stuck." });
  const [list] = await lead.say("mine!");
  const change = actionsOf(cardOf(list), "openForm").find(({ ref }) => ref === "2.3.3-1");

  expect(change).toMatchObject({ amends: "000001" });
  const form = await lead.press(list?.id ?? "", change);
  expect(wordsOf(form.body.value)).toContain("Stuck.");
});

test("history shows what was said, by whom, newest first, and what was imported", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  await lead.press(message, { ...save, rating: "Amber", narrative: "Two *bids* late." });
  const [shown] = await lead.say("history 2.3.3-1");

  const words = wordsOf(cardOf(shown));
  expect(words).toContain("Team Leader");
  expect(words).toMatch(/Two .*bids.* late/);
  expect(words.indexOf("Amber")).toBeLessThan(words.lastIndexOf("Green"));
});

test("law 5: somebody else's measure can't be answered, whatever the card data says", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  const stranger = bot.person("99999999-9999-9999-9999-999999999999", "Stranger");

  const refused = await stranger.press(message, { ...save, rating: "Red", narrative: "Mischief." });
  expect(wordsOf(refused.body.value)).toContain("I have no plan I may show you");
  const notTheirs = await lead.press(message, { ...save, ref: "1.1.1-1", rating: "Red", narrative: "Mischief." });
  expect(wordsOf(notTheirs.body.value)).toContain("is led by Associate Director for LD and Autism");
  expect(await history("2.3.3-1")).toEqual([]);
  expect(await history("1.1.1-1")).toEqual([]);
});

test("law 5: nobody changes another's update, whatever the card data says", async () => {
  const theirs = await openForm(coLead, "2.3.1-4");
  await coLead.press(theirs.message, { ...theirs.save, rating: "Red", narrative: "No trainer." });
  const mine = await openForm(lead, "2.3.1-4");

  const refused = await lead.press(mine.message, { ...mine.save, amends: "000001", rating: "Green", narrative: "All well." });
  expect(wordsOf(refused.body.value)).toContain("Only who made an update can change it");
  expect(wordsOf(refused.body.value)).toContain("All well.");
  const borrowed = await lead.press(mine.message, { ...theirs.save, rating: "Green", narrative: "All well." });
  expect(wordsOf(borrowed.body.value)).toContain("was updated after this form was opened");
  expect(await history("2.3.1-4")).toHaveLength(1);
});

test("a measure that is gone is answered with a sentence, and what was typed comes back", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  const answer = await lead.press(message, { ...save, rating: "Green", narrative: "Typed in vain?", ref: "9.9.9-9" });

  expect(wordsOf(answer.body.value)).toContain("is not in Warwickshire Written Statement of Action any more");
  expect(wordsOf(answer.body.value)).toContain("Typed in vain?");
});

test.each([
  ["a verb of a newer release", { verb: "sellPlan", narrative: "Typed in vain?" }],
  ["no data at all", undefined],
])("%s asks to press again in a minute, and leaves the card with what was typed as it is", async (_, data) => {
  const { message } = await openForm(lead, "2.3.3-1");
  const answer = await lead.press(message, data);

  expect(answer.body).toMatchObject({ type: "application/vnd.microsoft.activity.message", value: expect.stringContaining("Press again in a minute") });
});

test("an older client's Action.Submit is answered just the same", async () => {
  const { message, save } = await openForm(lead, "2.3.3-1");
  await lead.submit(message, { ...save, rating: "Green", narrative: "On course." });

  expect(await history("2.3.3-1")).toHaveLength(1);
});

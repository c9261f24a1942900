import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { startCouncil } from "../support/council.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, cardOf, type RunningBot, storedPlan, wordsOf } from "../support/startBot.ts";
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

/** The presses of a card that somebody's words bring up, with what is typed into it. */
async function presses(person: TeamsPerson, words: string, verb: string): Promise<(how: string, typed: Card) => Promise<string>> {
  const [shown] = await person.say(words);
  const message = shown?.id ?? "";
  const offered = actionsOf(cardOf(shown), verb);
  return async (how, typed) => wordsOf((await person.press(message, { ...offered.find((one) => one.how === how), ...typed })).body.value);
}

async function riskForm(person: TeamsPerson): Promise<{ message: string; press(how: string): Card }> {
  const [shown] = await person.say("risks R1");
  const message = shown?.id ?? "";
  const form = (await person.press(message, actionsOf(cardOf(shown), "openRisk")[0])).body.value;
  return { message, press: (how) => actionsOf(form, "saveRisk").find((one) => one.how === how) ?? {} };
}

test("law 4: a decision on a date pressed again with another button or another date does not say that it counted", async () => {
  await lead.say(`${ref} need until 31 March 2023 because two trainers left`);
  const decide = await presses(chair, "dates", "decideDate");
  expect(await decide("refuse", { otherDate: "15 January 2023", comment: "Sooner." })).toContain("You wrote another date as well.");
  expect(await decide("accept", { comment: "Fine." })).toContain(`Decided: ${ref}`);

  expect(await decide("accept", { comment: "Fine." })).toContain(`Decided: ${ref}`);
  const other = await decide("acceptOther", { otherDate: "15 January 2023", comment: "Fine." });
  expect(other).toContain("You have decided it, and that stands.");
  expect(other).toContain("Another date: 15 January 2023");
  expect(await decide("refuse", { comment: "Fine." })).toContain("You have decided it, and that stands.");
});

test("another date that was accepted is thanked for alike however often it is pressed", async () => {
  await lead.say(`${ref} need until 31 March 2023 because two trainers left`);
  const decide = await presses(chair, "dates", "decideDate");
  const typed = { otherDate: "15 January", comment: "Mid-month." };
  for (const _ of [1, 2]) expect(await decide("acceptOther", typed)).toContain(`Decided: ${ref}`);
});

test("law 4: a risk sent twice at once with different words is in the log with one of them, and the others come back", async () => {
  await lead.say(`risk ${ref} Something else`);
  const form = { verb: "saveRisk", plan: "warwickshire", ref, nonce: "the-same-form-of-it", how: "save", owner: "", mitigation: "" };
  const [one, other] = await Promise.all(
    ["Winter vacancies", "Spring vacancies"].map(async (words) => wordsOf((await lead.press("none", { ...form, words })).body.value)),
  );

  const raised = Object.values((await planNow()).matters.risks).filter(({ risk }) => risk !== "R1");
  expect(raised).toHaveLength(1);
  const left = raised[0]?.words === "Winter vacancies" ? { answer: other, words: "Spring vacancies" } : { answer: one, words: "Winter vacancies" };
  expect(left.answer).toContain(left.words);
  expect(left.answer).toMatch(/with other words|other words/);
});

test("law 4: a fault in a risk's form does not make it forget that somebody changed the risk since", async () => {
  await lead.say(`risk ${ref} Winter vacancies`);
  const mine = await riskForm(lead);
  const theirs = await riskForm(manager);
  const old = { words: "Winter vacancies", owner: "", mitigation: "", reason: "" };
  await manager.press(theirs.message, { ...theirs.press("save"), ...old, words: "Winter and spring vacancies" });
  const unsaid = (await lead.press(mine.message, { ...mine.press("close"), ...old })).body.value;
  expect(wordsOf(unsaid)).toContain("Say why.");
  const save = actionsOf(unsaid, "saveRisk").find(({ how }) => how === "save");

  expect(wordsOf((await lead.press(mine.message, { ...save, ...old, reason: "Filled." })).body.value)).toContain("A reason is for closing it");
  expect(wordsOf((await lead.press(mine.message, { ...save, ...old })).body.value)).toContain("was changed after this form was opened");
  expect((await planNow()).matters.risks.R1?.words).toBe("Winter and spring vacancies");
});

test("a risk raised once is known again as it was raised, though it was changed since", async () => {
  const form = { verb: "saveRisk", plan: "warwickshire", ref, nonce: "the-same-form-of-it", how: "save", owner: "", mitigation: "", words: "Winter vacancies" };
  await lead.press("none", form);
  const theirs = await riskForm(manager);
  await manager.press(theirs.message, { ...theirs.press("save"), words: "Winter and spring vacancies", owner: "", mitigation: "" });

  expect(wordsOf((await lead.press("none", form)).body.value)).toContain("Risk R1 is in the log");
});

test("law 4: figures pressed again with what cannot be read are not said to be changed", async () => {
  const [shown] = await manager.say(`figures ${ref}`);
  const form = (await manager.press(shown?.id ?? "", actionsOf(cardOf(shown), "openFigures")[0])).body.value;
  const save = { ...actionsOf(form, "saveFigures")[0], baseline: "20 of 190", reason: "The audit." };
  expect(wordsOf((await manager.press(shown?.id ?? "", save)).body.value)).toContain("changed");

  const unread = wordsOf((await manager.press(shown?.id ?? "", { ...save, step0: "soon" })).body.value);
  expect(unread).toContain("“soon” has no number");
});

test("law 4: a name typed beside “It stays with them” is asked about", async () => {
  await lead.say(`${ref} not mine`);
  const [list] = await manager.say("unclaimed");
  const form = (await manager.press(list?.id ?? "", actionsOf(cardOf(list), "openClaim")[0])).body.value;
  const stays = actionsOf(form, "decideClaim").find(({ how }) => how === "stays");

  const both = wordsOf((await manager.press(list?.id ?? "", { ...stays, words: "You chair it.", whoElse: "Priya Shah" })).body.value);
  expect(both).toContain("You wrote a name as well.");
  expect(both).toContain("Priya Shah");
});

test("law 4: all that was typed into a form comes back with the sentence, however long it is", async () => {
  await lead.say(`${ref} blue. all schools are trained, the last in October, kept up for a term`);
  await chair.say(`sign off ${ref}`);
  const save = { verb: "saveUpdate", plan: "warwickshire", ref, nonce: "a-form-of-before", basis: "000001", rating: "Amber" };
  const typed = { narrative: "long ".repeat(780), help: "A second trainer", risk: "Winter closes schools" };
  const answer = wordsOf((await lead.press("none", { ...save, ...typed })).body.value);

  for (const words of ["This was not saved", "What would help: A second trainer", "Risk: Winter closes schools"]) expect(answer).toContain(words);
});

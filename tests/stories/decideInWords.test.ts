import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setRole } from "../../src/flows/knowPeople.ts";
import { coLeadId, leadId, leadOf, startCouncil } from "../support/council.ts";
import type { Card } from "../support/standInConnector.ts";
import { actionsOf, cardOf, type RunningBot, said, steeringGroup, storedPlan, wordsOf } from "../support/startBot.ts";
import type { TeamsPerson } from "../support/teamsPerson.ts";

/** A new date of it waits. */
const ref = "3.2.1-5";
const [proposed, refused, quiet] = ["1.2.5-1", "1.2.5-2", "1.2.5-3"] as const;
/** Complete in the file. */
const complete = "2.2.1-2";

let bot: RunningBot;
let lead: TeamsPerson;
let chair: TeamsPerson;
let leadingChair: TeamsPerson;
let manager: TeamsPerson;

beforeAll(async () => {
  ({ bot, lead, chair, manager } = await startCouncil("School Improvement Commissioning Lead", "Robin Lead"));
  await leadOf(bot, "RISE Head of Service", leadId, "Robin Lead");
  leadingChair = await leadOf(bot, "School Improvement Lead Commissioner (Education)", coLeadId, "Vic Chair");
  await setRole(bot.service.ports, await storedPlan(bot), coLeadId, "vice chair");
  await askFor(refused);
  const decision = cardOf((await chair.say("dates"))[0]);
  await chair.press("1", { ...actionsOf(decision, "decideDate").find(({ how }) => how === "refuse"), comment: "No more slips." });
  const [form] = await lead.say(`update ${proposed}`);
  await lead.press(form?.id ?? "", { ...actionsOf(cardOf(form), "saveUpdate")[0], rating: "Blue", narrative: "It is done." });
  await askFor(ref);
});
afterAll(() => bot.close());

async function askFor(one: string): Promise<void> {
  const [form] = await lead.say(`update ${one}`);
  const opened = await lead.press(form?.id ?? "", actionsOf(cardOf(form), "openDate")[0]);
  await lead.press(form?.id ?? "", { ...actionsOf(opened.body.value, "askForDate")[0], date: "30 April 2023", reason: "Two trainers left." });
}

const rowsOf = (one: string) => bot.service.ports.plans.entries("warwickshire", "dates", one);
const saysOf = (one: string) => bot.service.ports.plans.history("warwickshire", one);

/** What a box of a card holds. */
function boxOf(node: unknown, id: string): unknown {
  if (typeof node !== "object" || node === null) return undefined;
  if ("id" in node && node.id === id && "value" in node) return node.value;
  return Object.values(node)
    .map((below) => boxOf(below, id))
    .find((found) => found !== undefined);
}

const boxes = (card: Card) => ({ otherDate: boxOf(card, "otherDate"), comment: boxOf(card, "comment") });

test.each([
  [`accept ${ref}`, "Accept", "", ""],
  [`Approve ${ref}.`, "Accept", "", ""],
  [`please accept ${ref}, thanks`, "Accept", "", ""],
  [`I approve the new date for ${ref}`, "Accept", "", ""],
  [`approve the date for ${ref}`, "Accept", "", ""],
  [`approve the new date for ${ref}`, "Accept", "", ""],
  [`accept the request for a new date of ${ref} because it is small`, "Accept", "", "it is small"],
  ["accept 3.2.1 - 5", "Accept", "", ""],
  ["accept 3.2.1", "Accept", "", ""],
  [`accept ${ref} until 30 April`, "Accept", "", ""],
  [`accept ${ref} until 31 January`, "Accept another date", "31 January 2023", ""],
  [`accept ${ref} until end of January instead, please`, "Accept another date", "31 January 2023", ""],
  [`approve ${ref} but only until 31 January, because families wait`, "Accept another date", "31 January 2023", "families wait"],
  [`refuse ${ref}`, "Refuse", "", ""],
  [`reject the new date for ${ref}`, "Refuse", "", ""],
  [`refuse ${ref} because families cannot wait`, "Refuse", "", "families cannot wait"],
  [`refuse ${ref}: families cannot wait`, "Refuse", "", "families cannot wait"],
  [`reject ${ref} families cannot wait`, "Refuse", "", "families cannot wait"],
])("“%s” shows whoever decides the request, with what was typed, and decides nothing", async (words, button, otherDate, comment) => {
  for (const person of [chair, leadingChair]) {
    const card = cardOf((await person.say(words))[0]);
    expect(wordsOf(card)).toContain(`${ref}: a new date is asked for`);
    expect(wordsOf(card)).toContain(`Nothing is decided yet: press “${button}” for what you typed.`);
    expect(boxes(card)).toEqual({ otherDate, comment });
    expect(actionsOf(card, "decideDate").map((data) => [data.ref, data.how])).toEqual(["accept", "acceptOther", "refuse"].map((how) => [ref, how]));
  }
  expect(await rowsOf(ref)).toHaveLength(1);
});

test("a date that cannot be given is said beside it, and what was typed is kept", async () => {
  const card = cardOf((await chair.say(`accept ${ref} until when they can because families wait`))[0]);

  expect(wordsOf(card)).toContain("could not be read as a date");
  expect(boxes(card)).toEqual({ otherDate: "when they can", comment: "families wait" });
});

test.each([`accept ${ref}`, `refuse ${ref} because families cannot wait`, `approve the new date for ${ref}`, `accept ${ref} until 31 January`])(
  "“%s” tells whoever may not decide who does, and what waits",
  async (words) => {
    for (const person of [lead, manager]) {
      const answer = said(await person.say(words));
      expect(answer).toContain(`New dates of ${ref} are decided by the chair.`);
      expect(answer).toContain("Robin Lead, 22 November 2022: asked for 30 April 2023: Two trainers left.");
    }
    expect(await saysOf(ref)).toEqual([]);
  },
);

test("where no request waits it is said what stands", async () => {
  const before = "No new date of 1.2.5-2 waits for a decision. What counts now: ";
  const last = "Decided last: Cath Chair, 22 November 2022: refused the new date: No more slips.";
  const toChair = said(await chair.say(`accept ${refused}`));
  expect(toChair).toContain(before);
  expect(toChair).toContain(last);
  expect(toChair).not.toContain("decided by the chair");
  expect(said(await lead.say(`accept ${refused}`))).toContain("New dates of 1.2.5-2 are decided by the chair.");
  expect(said(await chair.say(`refuse the new date for ${quiet}`))).toContain(`No new date of ${quiet} waits for a decision.`);
  expect(said(await chair.say(`approve ${complete}`))).toContain(`${complete} is complete and signed off, so nothing of it waits for a decision.`);
  expect(said(await chair.say("accept 9.9.9-9"))).toContain("has no measure “9.9.9-9”");
  expect(await saysOf(quiet)).toEqual([]);
});

test("a completion that waits is pointed to its sign-off, and refused by the form that sends it back", async () => {
  for (const words of [`accept ${proposed}`, `approve ${proposed}`, "approve 1.2.5"])
    expect(said(await chair.say(words))).toContain(`it is proposed complete. Type “sign off ${proposed}” to accept it`);
  const form = cardOf((await chair.say(`refuse ${proposed} because it has to last a term`))[0]);
  expect(wordsOf(form)).toContain(`${proposed}: send it back`);
  expect(boxOf(form, "reason")).toBe("it has to last a term");
  for (const words of [`accept ${proposed}`, `refuse ${proposed}`])
    expect(said(await lead.say(words))).toContain("are signed off by the chair and nobody else");
  expect(said(await chair.say(`refuse the new date for ${proposed}`))).toContain(`No new date of ${proposed} waits`);
  expect((await saysOf(proposed)).map(({ kind }) => kind)).toEqual(["report"]);
});

test("what is released from monitoring waits for no decision", async () => {
  await chair.say(`release ${quiet} because it is embedded`);

  expect(said(await chair.say(`accept ${quiet}`))).toContain(`${quiet} was released from monitoring, so nothing of it waits for a decision.`);
});

test("without a reference it shows all that waits; in a channel nothing of the plan", async () => {
  for (const words of ["accept", "refuse"]) {
    const card = cardOf((await chair.say(words))[0]);
    expect(actionsOf(card, "openDateDecision").map((data) => data.ref)).toEqual([ref]);
  }
  expect(said(await chair.mention(steeringGroup, `accept ${ref}`))).toContain("“accept” is for you alone");
});

test("a lead's report that something was accepted is heard as a report", async () => {
  await lead.say(`${ref} accepted by the board, green`);

  expect(await saysOf(ref)).toMatchObject([{ rating: "Green", narrative: "accepted by the board" }]);
});

test("a press on what was shown for words decides it", async () => {
  const [shown] = await chair.say(`accept ${ref} until 31 January because families wait`);
  const card = cardOf(shown);
  const other = actionsOf(card, "decideDate").find(({ how }) => how === "acceptOther");
  const answer = await chair.press(shown?.id ?? "", { ...other, ...boxes(card) });

  expect(wordsOf(answer.body.value)).toContain(`${ref}: another date was accepted, 31 January 2023`);
  expect((await rowsOf(ref)).at(-1)).toMatchObject({ kind: "acceptance", reason: "families wait" });
});

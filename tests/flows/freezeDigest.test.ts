import { beforeEach, expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { type ConfidenceChange, confidenceWith } from "../../src/domain/confidential.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { standpointOf } from "../../src/domain/permission.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Cadence } from "../../src/domain/planSettings.ts";
import { digestForPerson, freezeDigest } from "../../src/flows/freezeDigest.ts";
import type { Message, Ports } from "../../src/ports.ts";
import { planContent, settings, standingAfter, updateOf } from "../storage/planContent.ts";
import { wordsOf } from "../support/startBot.ts";
import { openTestStore } from "../support/testStore.ts";

const [chair, ref] = ["55555555-5555-5555-5555-555555555555", "1.1-1"];
const [first, second] = [day("2022-11-28"), day("2022-12-05")];

let ports: Pick<Ports, "plans" | "calendar" | "clock">;

/** Every measure is an exception, so that each is told. */
beforeEach(async () => {
  const { plans } = await openTestStore();
  const now = () => instantOf("2022-11-28T09:05:00Z");
  ports = { plans, calendar, clock: { now, realNow: now } };
  const content = planContent("plan", 4);
  const cadence: Cadence = { kind: "exception", rule: "FREQ=WEEKLY", starts: first };
  await plans.import(
    { ...content, measures: content.measures.map((measure) => ({ ...measure, ratingAsImported: "Red" })) },
    { ...settings, cadences: [cadence] },
    undefined,
  );
  await plans.giveRole("plan", { objectId: chair, role: "chair" });
});

async function planNow(): Promise<Plan> {
  const plan = await ports.plans.read("plan");
  if (!plan) throw new Error("no plan");
  return plan;
}

async function mark(): Promise<void> {
  const by = { objectId: chair, name: "Chair" };
  const row: ConfidenceChange = {
    ...{ id: "000001", at: ports.clock.now(), on: first, by, via: "chat", nonce: "mark" },
    ...{ ref, kind: "mark", reason: "The family would be known." },
  };
  await ports.plans.append("plan", "confidential", row, confidenceWith(row));
}

async function reportGreen(): Promise<void> {
  const update = { ...updateOf("1.2-1", "000001", "green"), rating: "Green" };
  await ports.plans.record("plan", update, standingAfter(update));
}

const digestOf = (on: typeof first) => ({ digest: "exception", on, late: false });
const posted = async (on: typeof first, plan?: Plan) => told(await freezeDigest(ports, plan ?? (await planNow()), digestOf(on), on));
async function toChair(on: typeof first): Promise<string> {
  const plan = await planNow();
  return told(await digestForPerson(ports, plan, standpointOf(plan, chair, [], on), digestOf(on), on));
}
const told = (message: Message | undefined) => wordsOf(message?.card ?? {});

test("a digest made before an item was marked confidential is not sent with it", async () => {
  expect(await posted(first)).toContain(ref);

  await mark();

  expect(await posted(first)).not.toContain(ref);
  expect(await posted(first)).toContain("Exception digest: 28 November 2022");
  expect(await toChair(first)).toContain(ref);
});

test("nor by whoever knew of it and was the second to make it", async () => {
  const before = await planNow();
  await mark();
  const since = await planNow();
  const entries = ports.plans.entries;
  let asked = 0;
  ports = { ...ports, plans: { ...ports.plans, entries: async (...of) => (asked++ === 0 ? [] : entries(...of)) } };
  await posted(first, before);
  asked = 0;

  expect(await posted(first, since)).not.toContain(ref);
});

test("one made when it was confidential already is sent as it was made", async () => {
  await mark();
  const made = await posted(first);
  await reportGreen();

  expect(made).not.toContain(ref);
  expect(await posted(first)).toBe(made);
});

test("a digest that only those get who see what is confidential is compared with by the next", async () => {
  await mark();
  await toChair(first);
  await reportGreen();

  expect(await toChair(second)).toContain("Since the digest of 28 November 2022: 1 Red to Green");
});

test("a person's own compares with the digest before, not with what the channel was sent of the same day", async () => {
  await mark();
  await posted(first);
  await reportGreen();
  expect(await posted(second)).toContain("Since the digest of 28 November 2022: 1 Red to Green");

  expect(await toChair(second)).toContain("Since the digest of 28 November 2022: 1 Red to Green");
});

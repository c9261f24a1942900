import { expect, test } from "@jest/globals";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { connect } from "../../src/storage/connection.ts";
import { openRange, openRow, planPartition } from "../../src/storage/planRows.ts";
import { openTestStore, openTestStoreWithTable, testConnection } from "../support/testStore.ts";
import { planContent, settings } from "./planContent.ts";

const { plans, notices, table } = await openTestStoreWithTable();
const now = instantOf("2022-11-21T09:00:00Z");
const sent: Delivery["state"] = { kind: "sent", at: now, activityId: "a", conversationId: "c" };

function deliveryOf(plan: string, key: string, state: Delivery["state"] = { kind: "owed" }): Delivery {
  return { plan, key, notice: { kind: "reminder", to: "p1", refs: ["1.1-1"] }, owedOn: day("2022-11-21"), state, attempts: 0 };
}

function noticed(plan: string, ...marks: string[]) {
  return { plan, marks: marks.map((key) => ({ key, ref: "1.1-1" })), digests: [] };
}

async function claimOf(plan: string, key = "d") {
  const found = await notices.find(plan, key);
  return found && notices.claim(found, now);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("law 2: what was posted is read with the plan; the same again writes nothing", async () => {
  await plans.import(planContent("twice", 4), settings, undefined);
  const digest = { digest: "exception", on: day("2022-11-21"), outcome: "owed" } as const;
  const first = deliveryOf("twice", "p1/2022-11-21 #1");

  expect(await notices.post(first, { ...noticed("twice", "m1", "m2"), digests: [digest] })).toBe(true);
  expect(await notices.post(deliveryOf("twice", "other"), noticed("twice", "m3", "m2"))).toBe(false);
  expect(await notices.post(first, noticed("twice", "m4"))).toBe(false);
  expect(await notices.post(undefined, { ...noticed("twice", "m5"), digests: [digest] })).toBe(false);

  const { noticed: soFar } = (await plans.readWithNoticed("twice")) ?? {};
  expect(soFar).toEqual({ marks: new Set(["m1", "m2"]), open: [first], finished: [], digests: [digest], markedOn: new Map() });
});

test("a delivery that is done and filed is not posted again: its mark stays", async () => {
  const plan = "done";
  await notices.post(deliveryOf(plan, "d"), noticed(plan, "m1"));
  const claim = await claimOf(plan);
  if (claim) await notices.record(claim, sent);
  await notices.file([{ ...deliveryOf(plan, "d", sent), attempts: 1 }]);

  expect(await notices.post(deliveryOf(plan, "d"), noticed(plan, "m1"))).toBe(false);
  expect(await table.range(planPartition(plan), openRange)).toEqual([]);
});

test("the last reminder that reached a person, and the last form they opened, are kept apart for each", async () => {
  const plan = "asked";
  const form = { to: "p1", by: "form", refs: ["1.1-2"], on: day("2022-11-21"), at: now } as const;
  for (const key of ["d1", "d2", "d3"])
    await notices.post({ ...deliveryOf(plan, key), notice: { kind: "reminder", to: "p1", refs: [key] } }, noticed(plan, key));
  const claims = [await claimOf(plan, "d1"), await claimOf(plan, "d2"), await claimOf(plan, "d3")];

  expect(await notices.lastAsked(plan, "p1")).toEqual([]);
  const states = [{ ...sent, at: instantOf(0) }, sent, { kind: "refused", at: now, why: "no" }] as const;
  for (const [n, claim] of claims.entries()) if (claim) await notices.record(claim, states[n] ?? sent);
  await notices.rememberOpened(plan, { ...form, refs: ["1.1-1"] });
  await notices.rememberOpened(plan, form);
  await notices.rememberOpened(plan, { ...form, to: "p2" });

  const asked = [form, { to: "p1", by: "reminder", refs: ["d2"], on: day("2022-11-21") }];
  expect(await notices.lastAsked(plan, "p1")).toEqual(asked);
  await notices.file((await Promise.all(["d2", "d1"].map((key) => notices.find(plan, key)))).flatMap((found) => found?.delivery ?? []));
  expect(await notices.lastAsked(plan, "p1")).toEqual(asked);
});

test("what is finished is read once more by the run that files it, whoever filed some of it meanwhile", async () => {
  const plan = "filed";
  await plans.import(planContent(plan, 4), settings, undefined);
  for (const key of ["d1", "d2", "d3"]) {
    await notices.post({ ...deliveryOf(plan, "d"), key }, noticed(plan, `m-${key}`));
    const claim = await claimOf(plan, key);
    if (claim) await notices.record(claim, sent);
  }
  const { finished } = (await plans.readWithNoticed(plan))?.noticed ?? {};
  await notices.file(finished?.slice(1, 2) ?? []);
  await notices.file(finished ?? []);

  expect(finished?.map(({ key }) => key)).toEqual(["d1", "d2", "d3"]);
  expect((await plans.readWithNoticed(plan))?.noticed).toMatchObject({ open: [], finished: [] });
  expect((await notices.find(plan, "d2"))?.delivery.state).toEqual(sent);
});

test("more is filed at once than a transaction holds", async () => {
  const many = Array.from({ length: 120 }, (_, n) => deliveryOf("heap", `d${n}`, sent));
  for (const delivery of many) await table.write([{ kind: "insert", row: openRow("heap", delivery) }]);

  await notices.file(many);

  expect(await table.range(planPartition("heap"), openRange)).toEqual([]);
  expect((await notices.find("heap", "d119"))?.delivery.state).toEqual(sent);
});

test("marks may be written without a delivery", async () => {
  expect(await notices.post(undefined, noticed("quiet", "m1"))).toBe(true);
  expect(await notices.post(undefined, noticed("quiet"))).toBe(true);
  expect(await notices.open("quiet")).toEqual([]);
});

test("100 rows are one transaction, 101 are refused", async () => {
  const marks = Array.from({ length: 100 }, (_, n) => `m${n}`);

  await expect(notices.post(deliveryOf("big", "d"), noticed("big", ...marks))).rejects.toThrow(RangeError);
  expect(await notices.post(deliveryOf("big", "d"), noticed("big", ...marks.slice(1)))).toBe(true);
});

test("law 3: of many claims at once one wins, and attempts are counted", async () => {
  await notices.post(deliveryOf("claims", "d"), noticed("claims", "m"));

  const claims = await Promise.all(Array.from({ length: 8 }, () => claimOf("claims")));

  const won = claims.filter((claim) => claim !== undefined);
  expect(won).toHaveLength(1);
  expect(won[0]?.delivery).toMatchObject({ attempts: 1, state: { kind: "attempting", attemptingSince: now } });
  expect(await claimOf("claims")).toBeUndefined();
});

test("law 3: an outcome is recorded once; whoever lost the claim is told", async () => {
  await notices.post(deliveryOf("lost", "d"), noticed("lost", "m"));
  const claim = await claimOf("lost");
  if (!claim) throw new Error("not claimed");
  const attempting = (await notices.find("lost", "d"))?.delivery;
  if (!attempting) throw new Error("not found");

  expect(await notices.move(attempting, { kind: "unknown", at: now, why: "nobody recorded an outcome" })).toBe(true);

  expect(await notices.record(claim, sent)).toBe(false);
  expect((await notices.find("lost", "d"))?.delivery.state.kind).toBe("unknown");
});

test.each([
  [sent, false],
  [{ kind: "overtaken", at: now }, false],
  [{ kind: "refused", at: now, why: "blocked" }, true],
  [{ kind: "unknown", at: now, why: "reset" }, true],
  [{ kind: "owed" }, true],
  [{ kind: "waiting" }, true],
] as const)("after the outcome %j a delivery is found, and open: %p", async (state, open) => {
  const plan = `outcome-${state.kind}`;
  await plans.import(planContent(plan, 4), settings, undefined);
  await notices.post(deliveryOf(plan, "d"), noticed(plan, "m"));
  const claim = await claimOf(plan);
  if (!claim) throw new Error("not claimed");

  expect(await notices.record(claim, state)).toBe(true);

  expect((await notices.find(plan, "d"))?.delivery).toMatchObject({ state, attempts: 1 });
  expect((await notices.open(plan)).map(({ key }) => key)).toEqual(open ? ["d"] : []);
  expect((await plans.readWithNoticed(plan))?.noticed.open).toHaveLength(open ? 1 : 0);
});

test("a delivery moves only from the state it was seen in", async () => {
  const waiting = deliveryOf("moves", "d", { kind: "waiting" });
  await notices.post(waiting, noticed("moves", "m"));

  expect(await notices.move(deliveryOf("moves", "d"), { kind: "overtaken", at: now })).toBe(false);
  expect(await notices.move(waiting, { kind: "owed" })).toBe(true);
  expect(await notices.move(waiting, { kind: "owed" })).toBe(false);
  expect(await notices.move(deliveryOf("moves", "nothing"), { kind: "owed" })).toBe(false);
});

test("several waiting deliveries become one owed one", async () => {
  const waiting = ["d1", "d2"].map((key) => deliveryOf("merge", key, { kind: "waiting" }));
  for (const delivery of waiting) await notices.post(delivery, noticed("merge", `m ${delivery.key}`));
  const into = deliveryOf("merge", "d1+d2");

  expect(await notices.merge(into, waiting)).toBe(true);

  expect(await notices.open("merge")).toEqual([into]);
  expect((await notices.find("merge", "d1"))?.delivery.state).toMatchObject({ kind: "overtaken", by: "d1+d2" });
});

test("nothing is merged when one of them moved meanwhile", async () => {
  const waiting = ["d1", "d2"].map((key) => deliveryOf("unmerged", key, { kind: "waiting" }));
  for (const delivery of waiting) await notices.post(delivery, noticed("unmerged", `m ${delivery.key}`));
  await notices.move(deliveryOf("unmerged", "d2", { kind: "waiting" }), { kind: "owed" });

  expect(await notices.merge(deliveryOf("unmerged", "both"), waiting)).toBe(false);

  expect((await notices.open("unmerged")).map(({ key, state }) => `${key} ${state.kind}`)).toEqual(["d1 waiting", "d2 owed"]);
});

test("a ticket is held by one taker until it is finished, put back, or its lease runs out", async () => {
  const board = (await openTestStore({ leaseSeconds: 1 })).notices;
  await board.post(deliveryOf("queue", "d & <b>"), noticed("queue", "m"));

  const [ticket] = await board.take(5);
  expect(ticket).toMatchObject({ plan: "queue", key: "d & <b>" });
  expect(await board.take(5)).toEqual([]);

  await pause(1_200);
  const [again] = await board.take(5);
  expect(again?.key).toBe("d & <b>");
  if (ticket) await board.finish(ticket);
  if (again) await board.putBack(again, 1);
  expect(await board.take(5)).toEqual([]);

  await pause(1_200);
  const [last] = await board.take(5);
  if (last) await board.finish(last);
  await pause(1_200);
  expect(await board.take(5)).toEqual([]);
});

test("what is posted side by side is of one message, which goes when all of it is done", async () => {
  const board = (await openTestStore({ leaseSeconds: 2 })).notices;
  const keys = ["d1", "d2", "d3"];
  await Promise.all(keys.map((key) => board.post(deliveryOf("together", key), noticed("together", `m ${key}`))));

  const tickets = await board.take(1);
  expect(tickets.map(({ key }) => key)).toEqual(keys);
  await Promise.all(tickets.slice(1).map((ticket) => board.finish(ticket)));
  await pause(2_200);
  const again = await board.take(5);
  expect(again.map(({ key }) => key)).toEqual(keys);
  for (const ticket of again) await board.finish(ticket);

  await pause(2_200);
  expect(await board.take(5)).toEqual([]);
});

test("of a message, what was put back comes up again as it was, at the time of the first of it", async () => {
  const board = (await openTestStore()).notices;
  const keys = ["d1", "d2", "d3"];
  await Promise.all(keys.map((key) => board.post(deliveryOf("back", key), noticed("back", `m ${key}`))));

  const [first, second, third] = await board.take(1);
  if (!first || !second || !third) throw new Error("they did not come together");
  await board.putBack(first, 30);
  await board.putBack(third, 1);
  await pause(1_200);
  expect(await board.take(5)).toEqual([]);
  await board.finish(second);

  expect(await board.take(5)).toEqual([]);
  await pause(1_200);
  const { plan, key, seen } = first;
  expect(await board.take(5)).toMatchObject([{ plan, key, seen }, { key: "d3" }]);
});

test("more than a message holds, in number or in length, is of several", async () => {
  const board = (await openTestStore()).notices;
  const refs = Array.from({ length: 1_000 }, (_, n) => `1.${n}`);
  const long = Array.from({ length: 3 }, (_, n) => ({ ...deliveryOf("several", `long${n}`), notice: { kind: "reminder", to: "p1", refs } }) as const);
  const short = Array.from({ length: 10 }, (_, n) => deliveryOf("several", `short${n}`));
  await Promise.all([...long, ...short].map((one) => board.post(one, noticed("several", `m ${one.key}`))));

  const [first, second, third] = [await board.take(1), await board.take(1), await board.take(1)];
  expect([first.length, second.length, third.length]).toEqual([1, 1, 8]);
  expect([...first, ...second, ...third, ...(await board.take(5))].map(({ key, seen }) => seen && key)).toEqual([...long, ...short].map(({ key }) => key));
});

test("posted side by side, each has its own answer: what is there before, or too large, holds up no other", async () => {
  const board = (await openTestStore()).notices;
  await board.post(deliveryOf("own", "before"), noticed("own", "m before"));
  const large = { ...deliveryOf("own", "large"), notice: { kind: "reminder", to: "p1", refs: ["x".repeat(600_000)] } } as const;
  const post = (delivery: Delivery, mark: string) => board.post(delivery, noticed("own", mark));

  const answers = await Promise.allSettled([
    post(deliveryOf("own", "d1"), "m1"),
    post(deliveryOf("own", "again"), "m before"),
    post(large, "m large"),
    post(deliveryOf("own", "d2"), "m2"),
    post(deliveryOf("own", "d3"), "m2"),
  ]);

  expect(answers.map((answer) => (answer.status === "fulfilled" ? answer.value : "failed"))).toEqual([true, false, "failed", true, false]);
  expect((await board.open("own")).map(({ key }) => key)).toEqual(["before", "d1", "d2"]);
});

test("only what is owed is queued", async () => {
  const board = (await openTestStore()).notices;

  await board.post(deliveryOf("waits", "d", { kind: "waiting" }), noticed("waits", "m"));

  expect(await board.take(5)).toEqual([]);
});

test("a ticket carries what it may be claimed by, unless its delivery changed or is too long for a message", async () => {
  const board = (await openTestStore()).notices;
  const long = { ...deliveryOf("seen", "long"), notice: { kind: "reminder", to: "p1", refs: Array.from({ length: 4_000 }, (_, n) => `1.${n}`) } } as const;
  for (const delivery of [deliveryOf("seen", "d1"), deliveryOf("seen", "d2"), long]) await board.post(delivery, noticed("seen", `m ${delivery.key}`));
  await board.move(deliveryOf("seen", "d2"), { kind: "waiting" });

  const tickets = new Map((await board.take(5)).map((ticket) => [ticket.key, ticket]));
  const claimBySight = async (key: string) => {
    const seen = tickets.get(key)?.seen;
    return seen && board.claim(seen, now);
  };

  expect((await claimBySight("d1"))?.delivery.state.kind).toBe("attempting");
  expect(await claimBySight("d1")).toBeUndefined();
  expect(await claimBySight("d2")).toBeUndefined();
  expect(tickets.get("long")).toMatchObject({ plan: "seen", key: "long" });
  expect(tickets.get("long")?.seen).toBeUndefined();
});

test("a message that is none of ours holds nobody up, and names nothing", async () => {
  const { notices: board, prefix } = await openTestStoreWithTable();
  const queue = (await connect(testConnection())).queue(`${prefix}drumbeat-deliveries`);
  const others = ["aGVsbG8=", '{"plan":1}', "null", "[]", "[null]", '[{"plan":1}]', '{"plan":"queue","key":"d"}'];
  for (const text of others) await queue.sendMessage(text);
  await board.post(deliveryOf("queue", "d"), noticed("queue", "m"));

  const tickets = await board.take(10);
  for (const ticket of tickets.filter(({ key }) => key !== "d")) expect(await board.find(ticket.plan, ticket.key)).toBeUndefined();
  for (const ticket of tickets) await board.finish(ticket);

  expect(tickets).toHaveLength(others.length + 1);
  expect(await board.take(10)).toEqual([]);
});

test("what is noticed of a lead with a very long name is kept apart from another's, too", async () => {
  const leads = ["A", "B"].map((end) => `${"Director of Children's Services (Interim), Education & Skills; ".repeat(9)}${end}`);
  for (const lead of leads) expect(await notices.post(deliveryOf("long", `2022-11-21|unlinked|${lead}`), noticed("long", `p1|${lead}|1.1-1`))).toBe(true);
  for (const lead of leads) expect(await notices.post(deliveryOf("long", `2022-11-21|unlinked|${lead}`), noticed("long", `p1|${lead}|1.1-1`))).toBe(false);

  expect((await notices.open("long")).map(({ key }) => key).sort()).toEqual(leads.map((lead) => `2022-11-21|unlinked|${lead}`));
});

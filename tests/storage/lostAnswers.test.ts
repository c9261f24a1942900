import { expect, test } from "@jest/globals";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import type { StoredDelivery } from "../../src/ports.ts";
import { connect } from "../../src/storage/connection.ts";
import { writeImport } from "../../src/storage/importRows.ts";
import { openNoticeBoard } from "../../src/storage/noticeBoard.ts";
import { openTestStoreWithTable, testConnection } from "../support/testStore.ts";
import { losingFirstAnswer, wordsOf } from "./importing.ts";
import { planContent, settings } from "./planContent.ts";

const { plans, notices, table } = await openTestStoreWithTable();
const now = instantOf("2022-11-21T09:00:00Z");

test("an import begins when its journal was opened and the answer was lost on the way", async () => {
  await writeImport(losingFirstAnswer(table), planContent("unheard", 4), settings, undefined, now);

  expect(wordsOf(await plans.read("unheard"))).toEqual(["first"]);
});

async function owed(plan: string, key: string): Promise<StoredDelivery> {
  const notice = { kind: "reminder", to: "p1", refs: ["1.1-1"] } as const;
  const delivery: Delivery = { plan, key, notice, owedOn: day("2022-11-21"), state: { kind: "owed" }, attempts: 0 };
  await notices.post(delivery, { plan, marks: [], digests: [] });
  const found = await notices.find(plan, key);
  if (!found) throw new Error("not found");
  return found;
}

async function losingBoard() {
  const queue = (await connect(testConnection())).queue("unused");
  return openNoticeBoard(losingFirstAnswer(table), queue, 60, () => now, 0);
}

test("law 3: a claim whose answer was lost on the way stands; somebody else's does not count for ours", async () => {
  const found = await owed("claimed", "d");
  const board = await losingBoard();

  const claim = await board.claim(found, now);

  expect(claim?.delivery).toMatchObject({ attempts: 1, state: { kind: "attempting" } });
  expect(await notices.claim(found, now)).toBeUndefined();
  expect(claim && (await board.record(claim, { kind: "sent", at: now, activityId: "a" }))).toBe(true);
});

test("law 3: nor is any lost of those claimed together, and nobody else has them", async () => {
  const found = [await owed("several", "d1"), await owed("several", "d2"), await owed("several", "d3")];
  const board = await losingBoard();

  const claims = await Promise.all(found.map((one) => board.claim(one, now)));

  expect(claims.map((claim) => claim?.delivery.key)).toEqual(["d1", "d2", "d3"]);
  expect(await Promise.all(found.map((one) => notices.claim(one, now)))).toEqual([undefined, undefined, undefined]);
  for (const claim of claims) expect(claim && (await board.record(claim, { kind: "sent", at: now, activityId: "a" }))).toBe(true);
});

import { expect, test } from "@jest/globals";
import type { Delivery } from "../../src/domain/delivery.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
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

test("law 3: a claim whose answer was lost on the way stands; somebody else's does not count for ours", async () => {
  const owed: Delivery = {
    plan: "claimed",
    key: "d",
    notice: { kind: "reminder", to: "p1", refs: ["1.1-1"] },
    owedOn: day("2022-11-21"),
    state: { kind: "owed" },
    attempts: 0,
  };
  await notices.post(owed, { plan: "claimed", marks: [], digests: [] });
  const found = await notices.find("claimed", "d");
  if (!found) throw new Error("not found");
  const queue = (await connect(testConnection())).queue("unused");
  const board = openNoticeBoard(losingFirstAnswer(table), queue, 60, () => now, 0);

  const claim = await board.claim(found, now);

  expect(claim?.delivery).toMatchObject({ attempts: 1, state: { kind: "attempting" } });
  expect(await notices.claim(found, now)).toBeUndefined();
  expect(claim && (await board.record(claim, { kind: "sent", at: now, activityId: "a" }))).toBe(true);
});

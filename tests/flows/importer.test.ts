import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { instantOf } from "../../src/domain/localDate.ts";
import { findWaiting, proposalFrom, targetOf } from "../../src/flows/importer.ts";
import type { Asker, Clock, PendingImport } from "../../src/ports.ts";
import { openTestStore } from "../support/testStore.ts";

const now = instantOf("2022-11-28T10:00:00Z");
const clock: Clock = { now: () => now, realNow: () => now };
const anna: Asker = {
  objectId: "anna",
  name: "Anna",
  where: { kind: "personal" },
  address: { serviceUrl: "http://127.0.0.1", conversationId: "a:anna", tenantId: "local", botId: "28:bot" },
};
const waiting: PendingImport = {
  id: "5b8c1f0a-6a39-4a43-9d0c-1f0f4b1f6f11",
  by: "anna",
  fileNames: ["plan.csv"],
  expiresAt: instantOf("2022-11-28T10:00:01Z"),
  state: "waiting",
};

test("a file is its sender's until it expires, whether or not it was swept; nobody else learns that there was one", async () => {
  const { pendingImports } = await openTestStore();
  const ports = { pendingImports, clock };
  await pendingImports.keep(waiting, [Buffer.from("x")]);
  await pendingImports.keep({ ...waiting, id: "0b8c1f0a-6a39-4a43-9d0c-1f0f4b1f6f11", expiresAt: now }, [Buffer.from("x")]);
  const notThere = "I do not have that file any more";

  expect(await findWaiting(ports, anna, waiting.id)).toEqual(waiting);
  await expect(findWaiting(ports, anna, "0b8c1f0a-6a39-4a43-9d0c-1f0f4b1f6f11")).rejects.toThrow(notThere);
  await expect(findWaiting(ports, { ...anna, objectId: "ben" }, waiting.id)).rejects.toThrow(notThere);
  await expect(findWaiting(ports, anna, "no such id")).rejects.toThrow(notThere);
});

test("only an admin makes a new plan, under a name that can be typed", async () => {
  const { plans } = await openTestStore();

  expect(await targetOf({ plans, clock, calendar }, anna, ["anna"], { id: "send-plan", title: " SEND plan " })).toEqual({
    id: "send-plan",
    title: "SEND plan",
  });
  await expect(targetOf({ plans, clock, calendar }, anna, ["anna"], { id: "SEND plan" })).rejects.toThrow("can't name a plan");
  await expect(targetOf({ plans, clock, calendar }, anna, [], { id: "send-plan" })).rejects.toThrow("Only a plan's programme manager");
});

test.each([
  ["SEND Plan v2.xlsx", "send-plan-v2", "SEND Plan v2"],
  ["improvement_plan__final (3).docx", "improvement-plan-final-3", "improvement plan final (3)"],
  ["Cyngor Môn.csv", "cyngor-mon", "Cyngor Môn"],
  ["….csv", "", "…"],
])("%s proposes %s", (file, id, title) => {
  expect(proposalFrom(file)).toEqual({ id, title });
});

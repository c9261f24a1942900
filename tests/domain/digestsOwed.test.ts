import { expect, test } from "@jest/globals";
import { calendar } from "../../src/clock/calendar.ts";
import { digestReaders, digestsOwed, nextDigest } from "../../src/domain/digestsOwed.ts";
import { day, type LocalDate } from "../../src/domain/localDate.ts";
import type { RoleHeld } from "../../src/domain/plan.ts";
import type { BoundChannel, Cadence } from "../../src/domain/planSettings.ts";
import { makePlan } from "../support/makePlan.ts";

const channel: BoundChannel = { teamId: "t", conversationId: "c", serviceUrl: "s", tenantId: "local", botId: "b", boundOn: day("2022-11-21") };
const isWorkingDay = (one: LocalDate) => calendar.isWorkingDay(one, "GB-ENG");
const weekly: Cadence = { kind: "exception", rule: "FREQ=WEEKLY", starts: day("2022-11-28") };

function planWith(cadences: readonly Cadence[], bound = channel) {
  const plan = makePlan([]);
  return { ...plan, channel: bound as BoundChannel | undefined, settings: { ...plan.settings, cadences } };
}
const owed = (plan: ReturnType<typeof planWith>, today: string, records: Parameters<typeof digestsOwed>[1] = []) =>
  digestsOwed(plan, records, day(today), calendar.occurrences, isWorkingDay);

test("a digest is owed on its day and not before", () => {
  expect(owed(planWith([weekly]), "2022-11-27")).toEqual([]);
  expect(owed(planWith([weekly]), "2022-11-28")).toMatchObject([{ digest: "exception", on: "2022-11-28", late: false, missed: [] }]);
});

test.each([
  ["2022-11-28", "08:59", 0],
  ["2022-11-28", "09:00", 1],
  ["2022-11-29", "08:59", 0],
  ["2022-11-29", "09:00", 1],
])("on %s at %s it waits for its hour, late or not", (today, time, count) => {
  expect(digestsOwed(planWith([weekly]), [], day(today), calendar.occurrences, isWorkingDay, time)).toHaveLength(count);
});

test("a digest that is recorded is owed never again", () => {
  expect(owed(planWith([weekly]), "2022-11-29", [{ digest: "exception", on: day("2022-11-28"), outcome: "owed" }])).toEqual([]);
});

test("law 1: of several missed only the latest is posted, marked late, the others recorded as missed", () => {
  expect(owed(planWith([weekly]), "2022-12-14")).toMatchObject([{ on: "2022-12-12", late: true, missed: ["2022-11-28", "2022-12-05"] }]);
});

test("law 1: a digest on a bank holiday is brought forward to the working day before", () => {
  const boxing = planWith([{ ...weekly, starts: day("2022-12-26") }]);

  expect(owed(boxing, "2022-12-22")).toEqual([]);
  expect(owed(boxing, "2022-12-23")).toMatchObject([{ on: "2022-12-26", postOn: "2022-12-23", late: false }]);
});

test("nothing is owed without a channel, nor what fell before it was bound", () => {
  expect(owed({ ...planWith([weekly]), channel: undefined }, "2022-12-14")).toEqual([]);
  expect(owed(planWith([weekly], { ...channel, boundOn: day("2022-12-10") }), "2022-12-12")).toMatchObject([{ on: "2022-12-12", missed: [] }]);
});

test("a rule somebody set promises nothing before that day, and nothing older than what was settled", () => {
  const plan = planWith([{ ...weekly, since: day("2022-12-14") }]);

  expect(owed(plan, "2022-12-15")).toEqual([]);
  expect(owed(plan, "2022-12-19")).toMatchObject([{ on: "2022-12-19", missed: [] }]);
  expect(owed(planWith([weekly]), "2022-12-14", [{ digest: "exception", on: day("2022-12-12"), outcome: "owed" }])).toEqual([]);
});

test("a substitute gets what substitutes get only while whom they stand for is on the board", () => {
  const substitute: RoleHeld = { objectId: "substitute", role: "substitute", standsFor: "member" };
  const readers = (...roles: readonly RoleHeld[]) => digestReaders(makePlan([], { roles }), { roles: ["substitute"], people: ["somebody"] });

  expect(readers(substitute, { objectId: "member", role: "member" })).toEqual(["substitute", "somebody"]);
  expect(readers(substitute)).toEqual(["somebody"]);
});

test("a new plan reports by exception six-weekly and in full quarterly", () => {
  const plan = { ...makePlan([]), channel };

  expect(nextDigest(plan, "exception", day("2022-11-21"), calendar.occurrences, isWorkingDay)?.postOn).toBe("2022-11-28");
  expect(nextDigest(plan, "exception", day("2022-11-28"), calendar.occurrences, isWorkingDay)?.postOn).toBe("2023-01-09");
  expect(nextDigest(plan, "full", day("2022-11-21"), calendar.occurrences, isWorkingDay)).toMatchObject({ on: "2023-01-02", postOn: "2022-12-30" });
});

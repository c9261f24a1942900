import { expect, test } from "@jest/globals";
import { dueCommand } from "../../src/cli/dueCommand.ts";
import { historyCommand } from "../../src/cli/historyCommand.ts";
import type { CliPorts } from "../../src/cli/readPlan.ts";
import { calendar } from "../../src/clock/calendar.ts";
import { type DateChange, datesAfter } from "../../src/domain/dateChange.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { openLog } from "../../src/log.ts";
import { planContent, settings } from "../storage/planContent.ts";
import { openTestStore } from "../support/testStore.ts";

const store = await openTestStore();
const now = () => instantOf("2023-01-10T10:00:00Z");
const ports: CliPorts = { ...store, clock: { now, realNow: now }, calendar, log: openLog("silent") };

function change(id: string, on: string, more: Partial<DateChange>): DateChange {
  return {
    id,
    ref: "1.1-1",
    at: instantOf(`${on}T10:00:00Z`),
    on: day(on),
    by: { objectId: "p", name: "Priya" },
    via: "card",
    kind: "request",
    due: readDuePhrase("31 March 2023"),
    reason: "Vacancies.",
    nonce: `nonce-${id}`,
    ...more,
  };
}

const rows = [change("000001", "2022-12-01", {}), change("000002", "2022-12-05", { kind: "acceptance", answers: "000001", reason: "" })];
await store.plans.import(planContent("shire", 4), settings, undefined);
for (const [n, row] of rows.entries()) {
  const dates = datesAfter(rows.slice(0, n + 1));
  if (dates) await store.plans.append("shire", "dates", row, dates);
}

test("due goes by the date in force, says what moved, and by the dates at first where asked", async () => {
  const moved = [{ ref: "1.1-1", original: "2022-12-31", current: "2023-03-31", moves: 1 }];

  expect((await dueCommand(ports, "shire", {})).json).toMatchObject({
    overdue: ["1.2-1", "2.1-1", "2.10-1"],
    ahead: [{ ref: "1.1-1", on: "2023-03-31" }],
    moved,
  });
  expect((await dueCommand(ports, "shire", { original: true })).json).toMatchObject({
    overdue: ["1.1-1", "1.2-1", "2.1-1", "2.10-1"],
    ahead: [],
    moved,
    original: true,
  });
  expect((await dueCommand(ports, "shire", {})).text).toContain("moved: 1.1-1 (2022-12-31 to 2023-03-31, moves: 1)");
});

test("as of a day before the decision the date had not moved", async () => {
  const { json } = await dueCommand(ports, "shire", { asOf: "2022-12-04" });

  expect(json).toMatchObject({ ahead: expect.arrayContaining([{ ref: "1.1-1", on: "2022-12-31" }]) });
  expect(json).not.toHaveProperty("moved");
});

test("history tells what was asked and decided in order, and the dates", async () => {
  const { json, text } = await historyCommand(ports, "shire", "1.1-1");

  expect(json).toMatchObject({
    dates: [{ asWritten: "31 March 2023", current: "2023-03-31", moves: 1, original: "2022-12-31", originalAsWritten: "December 2022" }],
    dateChanges: [
      { id: "000001", by: "Priya", kind: "request", asWritten: "31 March 2023", date: "2023-03-31", reason: "Vacancies." },
      { id: "000002", kind: "acceptance", answers: "000001" },
    ],
  });
  expect(text).toContain("2022-12-01 10:00 Priya: asked for 31 March 2023. Vacancies.");
  expect(text.indexOf("asked for")).toBeLessThan(text.indexOf("accepted 31 March 2023"));
});

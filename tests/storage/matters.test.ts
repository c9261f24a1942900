import { expect, test } from "@jest/globals";
import { type DateChange, datesAfter, datesWith } from "../../src/domain/dateChange.ts";
import { day, instantOf } from "../../src/domain/localDate.ts";
import { readDuePhrase } from "../../src/domain/readDuePhrase.ts";
import { exportPlan } from "../../src/flows/exportPlan.ts";
import { restorePlan } from "../../src/flows/restorePlan.ts";
import { openLog } from "../../src/log.ts";
import { openTestStore } from "../support/testStore.ts";
import { planContent, settings, standingAfter, updateOf } from "./planContent.ts";

const { plans, people } = await openTestStore();

function changeOf(id: string, kind: DateChange["kind"], more: Partial<DateChange> = {}): DateChange {
  const at = instantOf(`2022-11-2${Number(id)}T10:00:00Z`);
  const due = kind === "refusal" || kind === "withdrawal" ? {} : { due: readDuePhrase("31 March 2023") };
  return {
    id,
    ref: "1.1-1",
    at,
    on: day(at.slice(0, 10)),
    by: { objectId: "p1", name: "Priya" },
    via: "card",
    kind,
    reason: "Vacancies.",
    nonce: `nonce-${id}`,
    ...due,
    ...more,
  };
}

const request = changeOf("000001", "request");
const acceptance = changeOf("000002", "acceptance", { answers: "000001" });

async function withRequest(id: string): Promise<void> {
  await plans.import(planContent(id, 4), settings, undefined);
  await plans.append(id, "dates", request, datesWith(undefined, request));
}

const measureOf = async (id: string) => (await plans.read(id))?.measures.find(({ ref }) => ref === "1.1-1");

test("a request leaves the date, an acceptance moves it; both stand in the history beside the updates", async () => {
  await withRequest("moved");
  expect(await measureOf("moved")).toMatchObject({ due: { asWritten: "December 2022" }, dates: { waiting: request } });
  const update = updateOf("1.1-1", "000001", "nonce-update");
  await plans.record("moved", update, standingAfter(update));

  await plans.append("moved", "dates", acceptance, datesWith(datesWith(undefined, request), acceptance));

  expect(await measureOf("moved")).toMatchObject({
    due: { asWritten: "31 March 2023" },
    dateMoves: [{ from: { asWritten: "December 2022" }, reason: "Vacancies. (accepted by Priya)", decision: "000002" }],
    standing: { rating: "Amber" },
  });
  expect(await plans.entries("moved", "dates", "1.1-1")).toEqual([request, acceptance]);
  expect(await plans.history("moved", "1.1-1")).toEqual([update]);
  expect(await plans.entries("moved", "dates", "1.1")).toEqual([]);
});

test("of two who write the same number one is stored; the same press twice is known by its nonce", async () => {
  await withRequest("raced");
  const refusal = changeOf("000002", "refusal", { answers: "000001", nonce: "nonce-other", by: { objectId: "p2", name: "Olu" } });
  const dates = datesWith(undefined, request);

  const outcomes = await Promise.all([acceptance, refusal].map((one) => plans.append("raced", "dates", one, datesWith(dates, one))));

  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["behind", "stored"]);
  const history = await plans.entries("raced", "dates", "1.1-1");
  expect(history).toHaveLength(2);
  expect((await measureOf("raced"))?.dates).toEqual(datesAfter(history));
  const again = history[1] as DateChange;
  expect(await plans.append("raced", "dates", again, datesWith(dates, again))).toEqual({ kind: "repeated", earlier: again });
});

test("a change of dates is seen in the directory, so that whoever is owed a word of it gets it", async () => {
  await plans.import(planContent("seen", 4), settings, undefined);
  const changedAt = async () => (await plans.list()).find(({ id }) => id === "seen")?.changedAt;
  const before = await changedAt();
  await new Promise((resolve) => setTimeout(resolve, 2));

  await plans.append("seen", "dates", request, datesWith(undefined, request));

  expect(await changedAt()).not.toBe(before);
});

test("a plan saved and restored has its requests, decisions and moved dates again, and none that came between", async () => {
  await withRequest("saved");
  await plans.append("saved", "dates", acceptance, datesWith(datesWith(undefined, request), acceptance));
  const before = await plans.read("saved");
  const [file] = await exportPlan({ plans, people }, before as NonNullable<typeof before>, "json");
  const later = changeOf("000003", "request");
  await plans.append("saved", "dates", later, datesWith(datesAfter([request, acceptance]), later));

  await restorePlan({ plans, people, log: openLog("silent") }, file.bytes, true);

  expect((await plans.read("saved"))?.measures).toEqual(before?.measures);
  expect(await plans.allEntries("saved")).toEqual({ dates: [request, acceptance] });
});

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { calendar } from "../../src/clock/calendar.ts";
import type { Arrangement } from "../../src/domain/arrangement.ts";
import { addDays, day, type LocalDate } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan, RoleHeld } from "../../src/domain/plan.ts";
import type { PlanSettings } from "../../src/domain/planSettings.ts";
import { aLead, aManager, anotherLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";
import { runDays } from "../support/runDays.ts";

const inEngland = (one: LocalDate) => calendar.isWorkingDay(one, "GB-ENG");
const sro: RoleHeld = { objectId: "sro", role: "sro", area: "Area 1" };
const chair: RoleHeld = { objectId: "chair", role: "chair" };
const november = makeMeasure("1.1.1-1", "30/11/2022");

interface Given {
  readonly measures?: readonly Measure[];
  readonly roles?: readonly RoleHeld[];
  readonly settings?: Partial<PlanSettings>;
  readonly arrangements?: Readonly<Record<string, Arrangement>>;
  readonly links?: Plan["links"];
  readonly assignments?: Plan["matters"]["assignments"];
}

function planOf({ measures = [november], roles = [sro, chair], settings, arrangements = {}, assignments = {}, links }: Given = {}): Plan {
  const plan = makePlan(measures, { roles, matters: { ...nothingSaid, arrangements, assignments }, ...(links && { links }) });
  return { ...plan, settings: { ...plan.settings, ...settings } };
}

/** `2022-12-15 sro: 1.1.1-1 sro`, day by day. */
function escalations(plan: Plan | ((today: LocalDate) => Plan), to = "2023-03-01", from = "2022-11-21"): string[] {
  const planOn = typeof plan === "function" ? plan : () => plan;
  return runDays(planOn, from, to, inEngland).flatMap(({ on, notice }) =>
    notice.kind === "escalation" ? [`${on} ${notice.to}: ${notice.measures.map(({ ref, level }) => `${ref} ${level}`).join(", ")}`] : [],
  );
}

const hwb = { escalatesTo: { kind: "words", words: "the Health and Wellbeing Board" } } as const;

describe("who is told of silence, and when", () => {
  test.each<[string, Given, string[]]>([
    [
      "ten working days after the first chase the SRO, ten more the chair, over Christmas; nobody above is named",
      {},
      ["2022-12-15 sro: 1.1.1-1 sro", "2023-01-03 chair: 1.1.1-1 chair"],
    ],
    [
      "after as much again whom the plan names: a list for a programme manager to forward",
      { settings: hwb },
      ["2022-12-15 sro: 1.1.1-1 sro", "2023-01-03 chair: 1.1.1-1 chair", `2023-01-17 ${aManager}: 1.1.1-1 above`],
    ],
    [
      "or its whole board, of which the chair knows",
      { roles: [sro, chair, { objectId: "member", role: "member" }], settings: { escalatesTo: { kind: "role", role: "board" } } },
      ["2022-12-15 sro: 1.1.1-1 sro", "2023-01-03 chair: 1.1.1-1 chair", "2023-01-17 member: 1.1.1-1 above"],
    ],
    ["the plan's own patience", { settings: { patience: 5 } }, ["2022-12-08 sro: 1.1.1-1 sro", "2022-12-15 chair: 1.1.1-1 chair"]],
    ["where a level has nobody the next is told, and not again in its own turn", { roles: [chair] }, ["2022-12-15 chair: 1.1.1-1 sro"]],
    ["an SRO of another area is not told", { roles: [{ ...sro, area: "Area 2" }, chair] }, ["2022-12-15 chair: 1.1.1-1 sro"]],
    ["without anybody the programme manager, once", { roles: [] }, [`2022-12-15 ${aManager}: 1.1.1-1 sro`]],
    [
      "who gets the list to forward in its turn all the same",
      { roles: [], settings: hwb },
      [`2022-12-15 ${aManager}: 1.1.1-1 sro`, `2023-01-17 ${aManager}: 1.1.1-1 above`],
    ],
    ["who is both SRO and chair hears once", { roles: [sro, { ...chair, objectId: "sro" }] }, ["2022-12-15 sro: 1.1.1-1 sro"]],
    [
      "one card with all measures",
      { measures: [november, makeMeasure("1.1.1-2", "30/11/2022"), makeMeasure("1.1.1-3", "31/01/2023")] },
      [
        "2022-12-15 sro: 1.1.1-1 sro, 1.1.1-2 sro",
        "2023-01-03 chair: 1.1.1-1 chair, 1.1.1-2 chair",
        "2023-02-15 sro: 1.1.1-3 sro",
        "2023-03-01 chair: 1.1.1-3 chair",
      ],
    ],
    ["leads nobody is linked to are silent too", { links: [] }, ["2022-12-15 sro: 1.1.1-1 sro", "2023-01-03 chair: 1.1.1-1 chair"]],
    ["what is complete alarms nobody", { measures: [{ ...november, ratingAsImported: "Blue" }] }, []],
    ["nor what waits for another", { measures: [{ ...november, waitsFor: ["1.1.1-2"] }, makeMeasure("1.1.1-2", "31/01/2024")] }, []],
  ])("%s", (_, given, expected) => {
    expect(escalations(planOf(given))).toEqual(expected);
  });

  test("Good Friday and Easter Monday are no working days", () => {
    const march = makeMeasure("1.1.1-1", "31/03/2023"); // a Friday; first chased on Monday 3 April

    expect(escalations(planOf({ measures: [march] }), "2023-04-30", "2023-03-01")).toEqual(["2023-04-19 sro: 1.1.1-1 sro"]);
  });

  test("a plan that comes in with dates long gone by alarms nobody before its leads were asked and had their time", () => {
    const old = makeMeasure("1.1.1-1", "May 2021", { ratingAsImported: undefined, narrativeAsImported: "" });

    expect(escalations(planOf({ measures: [old] }), "2022-12-10")[0]?.slice(0, 10) ?? "").toBe("2022-12-05");
  });

  test.each<[string, Record<string, Arrangement>, string]>([
    ["nobody away", {}, "2022-12-15"],
    ["away for a working week without a deputy", { [aLead]: { last: "000001", leaves: [{ from: day("2022-12-05"), to: day("2022-12-09") }] } }, "2022-12-22"],
    [
      "away with a deputy, who is asked",
      { [aLead]: { last: "000001", leaves: [{ from: day("2022-12-05"), to: day("2022-12-09"), deputy: anotherLead }] } },
      "2022-12-15",
    ],
    ["paused for it", { [aLead]: { last: "000001", pausedOn: day("2022-12-05"), pausedUntil: day("2022-12-10") } }, "2022-12-22"],
    ["back since", { [aLead]: { last: "000002", absences: [{ from: day("2022-12-05"), to: day("2022-12-09") }] } }, "2022-12-22"],
  ])("the clock stands still while nobody can be asked: %s", (_, arrangements, expected) => {
    expect(escalations(planOf({ arrangements }), "2022-12-31")[0]?.slice(0, 10)).toBe(expected);
  });

  test("it goes on while one of joint leads is there", () => {
    const links = [aLead, anotherLead].map((objectId) => ({ lead: "RISE Head of Service", objectId }));
    const arrangements = { [aLead]: { last: "000001", leaves: [{ from: day("2022-12-05"), to: day("2022-12-09") }] } };

    expect(escalations(planOf({ arrangements, links }), "2022-12-31")[0]?.slice(0, 10)).toBe("2022-12-15");
  });

  test.each<[string, (today: LocalDate) => Given]>([
    ["linked", (today) => ({ links: today < "2022-12-12" ? [] : undefined })],
    ["given it", (today) => (today < "2022-12-12" ? {} : { assignments: { "1.1.1-1": { last: "000001", given: [anotherLead], relieved: [], alone: true } } })],
    ["linked in another's place", (today) => ({ links: [{ lead: "RISE Head of Service", objectId: today < "2022-12-12" ? aLead : anotherLead }] })],
  ])("nobody inherits a silence: who was %s on 12 December had their own time", (_, given) => {
    // Asked on the 12th itself; ten working days on, over Christmas.
    expect(escalations((today) => planOf(given(today)), "2022-12-31")).toEqual(["2022-12-28 sro: 1.1.1-1 sro"]);
  });

  test("a joint lead's silence goes on beside who joins them", () => {
    const joined = { "1.1.1-1": { last: "000001", given: [anotherLead], relieved: [], alone: false } };

    expect(escalations((today) => planOf(today < "2022-12-12" ? {} : { assignments: joined }), "2022-12-31")).toEqual(["2022-12-15 sro: 1.1.1-1 sro"]);
  });

  test("an answer ends the silence; the next begins with the next chase, and a level told once is not told again", () => {
    const answered = (on: string) => ({ ...november, standing: { rating: "Amber", lastUpdate: "000001", latest: makeUpdate("000001", { on: day(on) }) } });
    // Chased on 1 and 8 December and every week after; answered on 12 December, so silent from the chase of the 15th.
    expect(escalations((today) => planOf({ measures: [today < "2022-12-12" ? november : answered("2022-12-12")] }), "2023-01-31")).toEqual([
      "2023-01-03 sro: 1.1.1-1 sro",
      "2023-01-17 chair: 1.1.1-1 chair",
    ]);
    expect(escalations((today) => planOf({ measures: [today < "2022-12-19" ? november : answered("2022-12-19")] }), "2023-01-18")).toEqual([
      "2022-12-15 sro: 1.1.1-1 sro",
    ]);
  });
});

test("law 1, 2: whatever days are missed, nobody hears twice, and each level reached is told by the last run", () => {
  const levels = [sro.objectId, chair.objectId, aManager];
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 150, maxLength: 150 }), (up) => {
      const isUp = (one: LocalDate) => up.some((isIt, i) => isIt && addDays(day("2022-11-21"), i) === one);
      const told = runDays(() => planOf({ settings: hwb }), "2022-11-21", "2023-04-19", inEngland, isUp).filter(({ notice }) => notice.kind === "escalation");
      const marked = told.flatMap(({ notice }) => (notice.kind === "escalation" ? notice.measures.map(({ level }) => level) : []));

      expect(new Set(marked).size).toBe(marked.length);
      expect(marked).toEqual(["sro", "chair", "above"].slice(0, marked.length));
      expect(told.map(({ notice }) => (notice.kind === "escalation" ? notice.to : ""))).toEqual(levels.slice(0, marked.length));
      const runs = up.filter((isIt, i) => isIt && inEngland(addDays(day("2022-11-21"), i)) && i > 70).length;
      // Asked at the first run after 30 November; thirty working days and a run on, everybody was told.
      if (runs > 1 && up.slice(10, 25).some((isIt, i) => isIt && inEngland(addDays(day("2022-12-01"), i)))) expect(marked).toHaveLength(3);
    }),
    { numRuns: 15 },
  );
});

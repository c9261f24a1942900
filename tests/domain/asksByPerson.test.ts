import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { calendar } from "../../src/clock/calendar.ts";
import { type Arrangement, type ArrangementChange, arrangementAfter, isAbsent } from "../../src/domain/arrangement.ts";
import { type AskingWish, wishesAfter } from "../../src/domain/askingWish.ts";
import { addDays, day, instantOf, type LocalDate } from "../../src/domain/localDate.ts";
import { nothingSaid } from "../../src/domain/matters.ts";
import type { Measure } from "../../src/domain/measure.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { planRound } from "../../src/domain/planRound.ts";
import type { Cadence } from "../../src/domain/planSettings.ts";
import { pairsIn, type RoundStart, roundAfter, roundsOf } from "../../src/domain/round.ts";
import { silentSince, timesAsked } from "../../src/domain/silence.ts";
import { aLead, anotherLead, makeMeasure, makePlan, makeUpdate } from "../support/makePlan.ts";
import { runDays } from "../support/runDays.ts";

const inEngland = (one: LocalDate) => calendar.isWorkingDay(one, "GB-ENG");
const january = makeMeasure("1.1.1-1", "13/01/2023"); // a Friday
const by = { objectId: aLead, name: "Lead" };

function wish(on: string, said: AskingWish["wish"], refs = ["1.1.1-1"]): AskingWish {
  return { id: "000001", on: day(on), at: instantOf(`${on}T10:00:00Z`), by, via: "card", nonce: on, refs, wish: said };
}
const later = (on: string, remindOn: string) => wish(on, { kind: "later", remindOn: day(remindOn) });

interface Said {
  readonly wishes?: readonly AskingWish[];
  readonly arrangement?: Arrangement;
  readonly rounds?: readonly RoundStart[];
}

function planOf(measures: readonly Measure[], { wishes = [], arrangement, rounds = [] }: Said = {}, more: Partial<Plan> = {}): Plan {
  const asking = wishesAfter(wishes);
  const standing = roundAfter(rounds);
  return makePlan(measures, {
    matters: {
      ...nothingSaid,
      ...(asking && { asking: { [aLead]: asking } }),
      ...(arrangement && { arrangements: { [aLead]: arrangement } }),
      ...(standing && { rounds: { plan: standing } }),
    },
    ...more,
  });
}

/** The days on which somebody is reminded. */
function reminders(plan: Plan | ((today: LocalDate) => Plan), to = "2023-02-03", from = "2022-12-01", person = aLead): string[] {
  const planOn = typeof plan === "function" ? plan : () => plan;
  return runDays(planOn, from, to, inEngland).flatMap(({ on, notice }) => (notice.kind === "reminder" && notice.to === person ? [on as string] : []));
}

const asThePlanSays = ["2022-12-30", "2023-01-06", "2023-01-12", "2023-01-16", "2023-01-20", "2023-01-27", "2023-02-03"];

describe("when a lead is asked about a measure due on Friday 13 January 2023", () => {
  test.each<[string, Said, string[]]>([
    ["as the plan says", {}, asThePlanSays],
    ["without early reminders: never without the last, nor the chases", { arrangement: { last: "000001", onlyLast: true } }, asThePlanSays.slice(2)],
    [
      "reminded on a day they chose, and until then only by the last one",
      { wishes: [later("2022-12-30", "2023-01-11")] },
      ["2022-12-30", "2023-01-11", ...asThePlanSays.slice(2)],
    ],
    [
      "reminded after it is overdue: of the chases before only the first",
      { wishes: [later("2022-12-30", "2023-01-25")] },
      ["2022-12-30", "2023-01-12", "2023-01-16", "2023-01-25", "2023-01-27", "2023-02-03"],
    ],
    ["seen stops nothing but that day's", { wishes: [wish("2023-01-06", { kind: "seen" })] }, ["2022-12-30", "2023-01-09", ...asThePlanSays.slice(2)]],
    ["seen on another day stops nothing", { wishes: [wish("2023-01-03", { kind: "seen" })] }, asThePlanSays],
    [
      "away without a deputy: asked nothing, and one card on return",
      { arrangement: { last: "000001", leaves: [{ from: day("2022-12-28"), to: day("2023-01-15") }] } },
      asThePlanSays.slice(3),
    ],
    [
      "paused: asked nothing before the day",
      { arrangement: { last: "000001", pausedOn: day("2022-12-28"), pausedUntil: day("2023-01-09") } },
      ["2023-01-09", ...asThePlanSays.slice(2)],
    ],
  ])("%s", (_, said, expected) => {
    // Each day is run in the morning, before anybody says anything.
    const saidBefore = (today: LocalDate) => ({ ...said, wishes: said.wishes?.filter(({ on, wish: { kind } }) => on < today || kind === "seen") });

    expect(reminders((today) => planOf([january], saidBefore(today)))).toEqual(expected);
  });

  test("who answers is not reminded of what they had put off", () => {
    const answered = {
      ...january,
      standing: { rating: "Green", lastUpdate: "000001", latest: makeUpdate("000001", { on: day("2023-01-03"), at: instantOf("2023-01-03T10:00:00Z") }) },
    };
    const plan = planOf([answered], { wishes: [later("2022-12-30", "2023-01-11")] });

    expect(reminders(plan, "2023-01-13", "2023-01-03")).toEqual(["2023-01-03", "2023-01-06", "2023-01-12"]);
  });

  test("a deputy is asked in their place, on those days", () => {
    const plan = planOf([january], { arrangement: { last: "000001", leaves: [{ from: day("2023-01-05"), to: day("2023-01-13"), deputy: anotherLead }] } });

    expect(reminders(plan, "2023-01-20", "2022-12-01", anotherLead)).toEqual(["2023-01-05", "2023-01-06", "2023-01-12"]);
    expect(reminders(plan, "2023-01-20")).toEqual(["2022-12-30", "2023-01-16", "2023-01-20"]);
  });

  test("what has no date is reminded of on the day they chose", () => {
    expect(reminders(planOf([makeMeasure("1.1.1-1", "Ongoing")], { wishes: [later("2022-12-05", "2022-12-20")] }))).toEqual(["2022-12-20"]);
  });
});

describe("a round", () => {
  const start: RoundStart = {
    id: "000001",
    on: day("2022-12-06"),
    at: instantOf("2022-12-06T09:30:00Z"),
    by,
    via: "card",
    nonce: "n",
    asked: [{ to: aLead, refs: ["1.1.1-1", "1.1.1-2"] }],
  };
  const open = [makeMeasure("1.1.1-1", "Ongoing"), makeMeasure("1.1.1-2", "Ongoing")];

  test("asks once, today, and whoever was away when they are back, for a fortnight", () => {
    const away = (to: string) => ({ rounds: [start], arrangement: { last: "000001", leaves: [{ from: day("2022-12-01"), to: day(to) }] } });
    expect(reminders(planOf(open, { rounds: [start] }), "2023-01-31", "2022-12-06")).toEqual(["2022-12-06"]);
    expect(reminders(planOf(open, away("2022-12-11")), "2023-01-31", "2022-12-06")).toEqual(["2022-12-12"]);
    expect(reminders(planOf(open, away("2022-12-23")), "2023-01-31", "2022-12-06")).toEqual([]);
  });

  test("asks nobody who is no lead of the measure, and nothing that was answered since", () => {
    const answered = { rating: "Green", lastUpdate: "000001", latest: makeUpdate("000001", { on: start.on, at: instantOf("2022-12-06T09:45:00Z") }) };
    const plan = planOf([...open.slice(0, 1), makeMeasure("1.1.1-2", "Ongoing", { standing: answered })], { rounds: [start] });

    expect(runDays(() => plan, "2022-12-06", "2022-12-06", inEngland).map(({ notice }) => notice)).toEqual([
      { kind: "reminder", to: aLead, refs: ["1.1.1-1"] },
    ]);
    expect(reminders({ ...plan, links: [] }, "2022-12-31", "2022-12-06")).toEqual([]);
  });
  test("a second one does not end the first: both ask, in one card, and neither asks twice", () => {
    const second = { ...start, id: "000002", at: instantOf("2022-12-06T09:40:00Z"), asked: [{ to: aLead, refs: ["1.1.1-3"] }] };
    const plan = planOf([...open, makeMeasure("1.1.1-3", "Ongoing")], { rounds: [start, second] });

    expect(runDays(() => plan, "2022-12-06", "2023-01-31", inEngland)).toEqual([
      { on: "2022-12-06", notice: { kind: "reminder", to: aLead, refs: ["1.1.1-1", "1.1.1-2", "1.1.1-3"] } },
    ]);
    expect(planRound(plan, day("2022-12-06"), { days: 7 })).toMatchObject({ asked: [], askedToday: ["1.1.1-1", "1.1.1-2", "1.1.1-3"] });
  });

  test.each<[string, string, readonly string[], number]>([
    ["is kept while it is under way", "2022-12-20", ["1.1.1-3"], 2],
    ["is over after a fortnight", "2022-12-21", ["1.1.1-3"], 1],
    ["keeps what the second does not ask again", "2022-12-07", ["1.1.1-2"], 2],
    ["is forgotten where the second asks all of it again", "2022-12-07", ["1.1.1-1", "1.1.1-2"], 1],
  ])("the first %s", (_, on, refs, kept) => {
    const rounds = roundsOf(roundAfter([start, { ...start, id: "000002", on: day(on), asked: [{ to: aLead, refs }] }]));

    expect(rounds).toHaveLength(kept);
    const asked = rounds.flatMap((round) => pairsIn(round.asked));
    expect(asked).toEqual([...new Set(asked)]);
  });
});

describe("the round before a digest", () => {
  const open = [makeMeasure("1.1.1-1", "Ongoing"), makeMeasure("1.1.1-2", "31/12/2024")];
  const withCadence = (measures: readonly Measure[], more: Partial<Cadence> = {}) => {
    const plan = makePlan(measures);
    const cadence = { kind: "full", meetings: [day("2022-12-14")], sentBefore: 2, roundBefore: 3, to: { people: ["chair"] }, ...more } as const;
    return { ...plan, settings: { ...plan.settings, cadences: [cadence as Cadence] } };
  };

  test("asks every lead about all that is open, near a date or not, once, from its day until the digest is sent", () => {
    const ran = runDays(() => withCadence(open), "2022-12-01", "2022-12-31", inEngland);

    expect(ran).toEqual([{ on: "2022-12-07", notice: { kind: "reminder", to: aLead, refs: ["1.1.1-1", "1.1.1-2"] } }]);
  });

  test("asks nobody for a digest that nobody gets", () => {
    expect(reminders(withCadence(open, { to: { channel: true } }))).toEqual([]);
  });

  test("leaves whoever does not answer silent since that day", () => {
    const times = timesAsked(new Map([[`${aLead}|own|1.1.1-1|2022-12-14|round for health and wellbeing board`, day("2022-12-07")]]));
    const plan = withCadence(open);

    expect(plan.measures.map((measure) => silentSince(plan, measure, times))).toEqual(["2022-12-07", undefined]);
  });
});

describe("leave and pauses, as they are arranged", () => {
  const row = (id: string, on: string, change: ArrangementChange["change"]): ArrangementChange => ({
    id,
    on: day(on),
    at: instantOf(`${on}T10:00:00Z`),
    by,
    via: "chat",
    nonce: id,
    person: aLead,
    change,
  });
  const leave = row("000001", "2022-12-01", { kind: "away", from: day("2022-12-05"), to: day("2022-12-16") });

  test.each<[string, ArrangementChange[], string, string[]]>([
    ["leave", [leave], "2022-12-04 2022-12-05 2022-12-16 2022-12-17", ["2022-12-05", "2022-12-16"]],
    ["back sooner", [leave, row("000002", "2022-12-12", { kind: "back" })], "2022-12-05 2022-12-11 2022-12-12", ["2022-12-05", "2022-12-11"]],
    ["cancelled before it began", [leave, row("000002", "2022-12-02", { kind: "leaves", leaves: [] })], "2022-12-05 2022-12-11", []],
    [
      "with a deputy from the second week",
      [leave, row("000002", "2022-12-12", { kind: "away", from: day("2022-12-05"), to: day("2022-12-16"), deputy: anotherLead })],
      "2022-12-09 2022-12-12",
      ["2022-12-09"],
    ],
    [
      "a pause",
      [row("000001", "2022-12-01", { kind: "pause", until: day("2022-12-12") })],
      "2022-11-30 2022-12-01 2022-12-11 2022-12-12",
      ["2022-12-01", "2022-12-11"],
    ],
    [
      "a pause ended",
      [row("000001", "2022-12-01", { kind: "pause", until: day("2022-12-12") }), row("000002", "2022-12-06", { kind: "resume" })],
      "2022-12-05 2022-12-06",
      ["2022-12-05"],
    ],
    [
      "leave, and then another",
      [leave, row("000002", "2023-01-03", { kind: "away", from: day("2023-01-09"), to: day("2023-01-13") })],
      "2022-12-16 2022-12-19 2023-01-09",
      ["2022-12-16", "2023-01-09"],
    ],
  ])("%s", (_, rows, days, absent) => {
    const arrangement = arrangementAfter(rows);

    expect(days.split(" ").filter((one) => isAbsent(arrangement, day(one)))).toEqual(absent);
  });
});

test("law 1, 2: whatever days are missed and whatever is wished, no run repeats a thing, and the last reminder and the first chase are never left out", () => {
  const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays(day("2022-12-10"), n));
  const wishes = fc.array(fc.tuple(days, fc.option(days)), { maxLength: 4 });
  fc.assert(
    fc.property(wishes, fc.boolean(), fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), (made, onlyLast, down) => {
      const isUp = (one: LocalDate) => !down.some((n) => addDays(day("2022-12-10"), n) === one);
      const rows = made
        .map(([on, remindOn]) => wish(on, remindOn && remindOn > on ? { kind: "later", remindOn } : { kind: "seen" }))
        .sort((a, b) => (a.on < b.on ? -1 : 1));
      const planOn = (today: LocalDate) =>
        planOf([january], { wishes: rows.filter(({ on }) => on <= today), ...(onlyLast && { arrangement: { last: "000001", onlyLast } }) });
      const told = runDays(planOn, "2022-12-10", "2023-02-08", inEngland, isUp).map(({ on }) => on);

      const isFree = (one: LocalDate) => inEngland(one) && isUp(one) && !rows.some(({ on, wish: { kind } }) => kind === "seen" && on === one);
      const between = (from: string, to: string) => told.some((on) => on >= from && on <= to);
      if (["2023-01-12", "2023-01-13"].some((one) => isFree(day(one)))) expect(between("2023-01-12", "2023-01-13")).toBe(true);
      if (["2023-01-16", "2023-01-17", "2023-01-18", "2023-01-19"].some((one) => isFree(day(one)))) expect(between("2023-01-14", "2023-01-19")).toBe(true);
    }),
    { numRuns: 60 },
  );
});

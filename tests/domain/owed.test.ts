import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { DateChange } from "../../src/domain/dateChange.ts";
import type { Delivery } from "../../src/domain/delivery.ts";
import { addDays, day, instantOf, type LocalDate } from "../../src/domain/localDate.ts";
import type { Measure } from "../../src/domain/measure.ts";
import { noticesOwed, undeliveredOwed } from "../../src/domain/noticesOwed.ts";
import { openAsks } from "../../src/domain/owed.ts";
import { aLead, aManager, anotherLead, makeMeasure, makePlan, makeUpdate, weekdays } from "../support/makePlan.ts";

const everyDay = () => true;
const owedOn = (measure: Measure, today: string, isWorkingDay: (one: LocalDate) => boolean = everyDay) =>
  openAsks(makePlan([measure]), day(today), isWorkingDay).flatMap(({ thresholds }) => thresholds.map(({ date, name }) => `${date} ${name}`));

describe("what a measure owes on a day", () => {
  test.each([
    ["2022-12-16", [], "a day early"],
    ["2022-12-17", ["2022-12-31 14 before"], "on the day"],
    ["2022-12-20", ["2022-12-31 14 before"], "law 1: a day that was missed is made good"],
    ["2022-12-24", ["2022-12-31 7 before"], "the next lead time"],
    ["2022-12-30", ["2022-12-31 1 before"], "the day before"],
    ["2022-12-31", ["2022-12-31 1 before"], "law 1: of several passed only the nearest"],
    ["2023-01-01", ["2022-12-31 1 after"], "on becoming overdue"],
    ["2023-01-07", ["2022-12-31 1 after"], "within the first week"],
    ["2023-01-08", ["2022-12-31 8 after"], "weekly after"],
    ["2023-03-01", ["2022-12-31 57 after"], "law 1: no backlog after months of silence"],
  ])("December 2022, on %s: %j (%s)", (today, expected) => {
    expect(owedOn(makeMeasure("1.1.1-1", "December 2022"), today)).toEqual(expected);
  });

  test("law 1: a threshold on a day nobody works is brought forward to the working day before", () => {
    const measure = makeMeasure("1.1.1-1", "December 2022"); // 14 days before is Saturday 17 December

    expect(owedOn(measure, "2022-12-15", weekdays)).toEqual([]);
    expect(owedOn(measure, "2022-12-16", weekdays)).toEqual(["2022-12-31 14 before"]);
  });

  test("a chase is brought forward too, but nobody is called overdue before they are", () => {
    const measure = makeMeasure("1.1.1-1", "30/12/2022"); // a Friday: overdue from Saturday, the weekly chases fall on Saturdays

    expect(owedOn(measure, "2022-12-30", weekdays)).toEqual(["2022-12-30 1 before"]);
    expect(owedOn(measure, "2023-01-02", weekdays)).toEqual(["2022-12-30 1 after"]);
    expect(owedOn(measure, "2023-01-06", weekdays)).toEqual(["2022-12-30 8 after"]);
  });

  test("a milestone that went by is asked about until somebody reports, and the date ahead as well", () => {
    const measure = makeMeasure("1.1.1-1", "December 2022 (interim milestone in July 2022)", { ratingAsImported: undefined, narrativeAsImported: "" });
    const reported = { ...measure, standing: { lastUpdate: "000001", latest: makeUpdate("000001", { on: day("2022-08-03") }) } };

    expect(owedOn(measure, "2022-08-02")).toEqual(["2022-07-31 passed"]);
    expect(owedOn(measure, "2022-12-20")).toEqual(["2022-12-31 14 before", "2022-07-31 passed"]);
    expect(owedOn(reported, "2022-12-20")).toEqual(["2022-12-31 14 before"]);
  });

  test("a milestone the file has reported on since is not asked about", () => {
    expect(owedOn(makeMeasure("1.1.1-1", "December 2022 (interim milestone in July 2022)"), "2022-11-22")).toEqual([]);
  });

  test.each(["", "Ongoing", "From April 2022", "31/09/2020", "To be agreed", "[text lost in extract]"])(
    "%j has no date, so nothing is chased by it",
    (phrase) => {
      expect(owedOn(makeMeasure("1.1.1-1", phrase), "2022-12-20")).toEqual([]);
    },
  );

  test.each([
    ["2020-10-29", []],
    ["2020-10-30", ["2020-10-31 to agree"]],
    ["2020-10-31", ["2020-10-31 to agree"]],
    ["2020-11-02", ["2020-10-31 1 after"]],
    ["2020-11-09", ["2020-10-31 8 after"]],
  ])("a date to be agreed by Saturday 31 October 2020 is asked for on the working day before it, and then chased: on %s %j", (today, expected) => {
    expect(owedOn(makeMeasure("1.1.1-1", "To be agreed by CCG by 31/10/2020"), today, weekdays)).toEqual(expected);
  });

  test("a date that was to be agreed is not asked for while one waits for its decision", () => {
    const dates = { lastChange: "000001", decided: [], waiting: { id: "000001" } as DateChange };

    expect(owedOn(makeMeasure("1.1.1-1", "To be agreed by CCG by 31/10/2020", { dates }), "2020-11-09")).toEqual([]);
  });

  test("complete and proposed complete measures owe nothing", () => {
    const proposed = { lastUpdate: "000001", rating: "Green", proposedComplete: true };

    expect(owedOn(makeMeasure("1.1.1-1", "May 2022", { ratingAsImported: "Blue" }), "2022-12-20")).toEqual([]);
    expect(owedOn(makeMeasure("1.1.1-1", "May 2022", { standing: proposed }), "2022-12-20")).toEqual([]);
  });

  test("the soonest date comes first", () => {
    const plan = makePlan([makeMeasure("1.1.1-1", "31/12/2022"), makeMeasure("1.1.1-2", "20/12/2022"), makeMeasure("1.1.1-3", "May 2022")]);

    expect(openAsks(plan, day("2022-12-18"), everyDay).map(({ measure }) => measure.ref)).toEqual(["1.1.1-3", "1.1.1-2", "1.1.1-1"]);
  });

  test("a lead time that is no whole number of days is refused", () => {
    const plan = makePlan([]);

    expect(() => openAsks({ ...plan, settings: { ...plan.settings, leadTimes: [14, -1] } }, day("2022-12-18"), everyDay)).toThrow(
      "a lead time must be whole days, got -1",
    );
  });
});

describe("notices owed", () => {
  const owed = (plan: ReturnType<typeof makePlan>, today: string, marks: readonly string[] = [], managers: readonly string[] = []) =>
    noticesOwed(plan, new Set(marks), day(today), weekdays, managers);

  test("one card per lead with all of that lead's measures in it, soonest first", () => {
    const plan = makePlan([makeMeasure("1.1.1-1", "December 2022"), makeMeasure("1.1.1-2", "May 2022"), makeMeasure("1.1.2-1", "March 2023")]);

    expect(owed(plan, "2022-12-20").map(({ delivery }) => delivery.notice)).toEqual([{ kind: "reminder", to: aLead, refs: ["1.1.1-2", "1.1.1-1"] }]);
  });

  test("joint leads are all asked, and a person who is both is asked once", () => {
    const joint = makeMeasure("1.1.1-1", "December 2022", { leads: ["A", "B"] });
    const links = [
      { lead: "A", objectId: aLead },
      { lead: "B", objectId: anotherLead },
      { lead: "B", objectId: aLead },
    ];

    expect(owed(makePlan([joint], { links }), "2022-12-20").map(({ delivery }) => delivery.notice)).toEqual([
      { kind: "reminder", to: aLead, refs: ["1.1.1-1"] },
      { kind: "reminder", to: anotherLead, refs: ["1.1.1-1"] },
    ]);
  });

  test("leads nobody is linked to are told to the programme manager, never dropped", () => {
    const plan = makePlan([makeMeasure("1.1.1-1", "December 2022", { leads: ["Lead officer A"] })]);

    expect(owed(plan, "2022-12-20", [], [aManager]).map(({ delivery }) => delivery.notice)).toEqual([
      { kind: "unlinked", to: aManager, leads: [{ lead: "Lead officer A", refs: ["1.1.1-1"] }] },
    ]);
  });

  test("a measure that names no lead is told to the programme manager", () => {
    const plan = makePlan([makeMeasure("1.1.1-1", "December 2022", { leads: [] })]);

    expect(owed(plan, "2022-12-20", [], [aManager]).map(({ delivery }) => delivery.notice)).toEqual([
      { kind: "unlinked", to: aManager, leads: [{ lead: "No lead named", refs: ["1.1.1-1"] }] },
    ]);
  });

  test("law 3: what was refused or may not have arrived is told to the programme manager once for each time, and never news of news", () => {
    const delivery = (key: string, to: string, kind: "refused" | "unknown" | "sent", about: "reminder" | "undelivered" = "reminder"): Delivery => ({
      plan: "warwickshire",
      key,
      notice: about === "reminder" ? { kind: about, to, refs: ["1.1.1-1"] } : { kind: about, to, keys: ["x"] },
      owedOn: day("2022-12-20"),
      state: kind === "sent" ? { kind, at: instantOf("2022-12-20T09:00:00Z") } : { kind, at: instantOf("2022-12-20T09:00:00Z"), why: "502" },
      attempts: 1,
    });
    const open = [
      delivery("a", aLead, "unknown"),
      delivery("b", anotherLead, "refused"),
      delivery("c", aLead, "sent"),
      delivery("d", aManager, "unknown"),
      delivery("e", anotherLead, "unknown", "undelivered"),
    ];
    const told = (marks: readonly string[], all = open) => undeliveredOwed("warwickshire", all, new Set(marks), day("2022-12-20"), [aManager]);

    const [notice] = told([]);
    const marks = notice?.marks.map(({ key }) => key) ?? [];
    expect(notice?.delivery.notice).toEqual({ kind: "undelivered", to: aManager, keys: ["a", "b"] });
    expect(told(marks)).toEqual([]);

    const again = open.map((one) => (one.key === "b" ? { ...one, attempts: 2 } : one));
    const [news] = told(marks, again);
    expect(news?.delivery.notice).toEqual({ kind: "undelivered", to: aManager, keys: ["b"] });
    expect(news?.delivery.key).not.toBe(notice?.delivery.key);
    expect(told([...marks, ...(news?.marks.map(({ key }) => key) ?? [])], again)).toEqual([]);
  });

  test("law 2: what was noticed is not noticed again, and what is new is added", () => {
    const first = makePlan([makeMeasure("1.1.1-1", "December 2022")]);
    const [notice] = owed(first, "2022-12-20");
    const marks = notice?.marks.map(({ key }) => key) ?? [];

    expect(owed(first, "2022-12-20", marks)).toEqual([]);
    const more = makePlan([makeMeasure("1.1.1-1", "December 2022"), makeMeasure("1.1.1-2", "May 2022")]);
    expect(owed(more, "2022-12-20", marks).map(({ delivery }) => delivery.notice)).toEqual([{ kind: "reminder", to: aLead, refs: ["1.1.1-2"] }]);
  });

  test("law 2: the same day worked out twice gives the same keys", () => {
    const plan = makePlan([makeMeasure("1.1.1-1", "December 2022"), makeMeasure("1.1.1-2", "May 2022")]);

    expect(owed(plan, "2022-12-20")).toEqual(owed(plan, "2022-12-20"));
  });

  test("no transaction outgrows 100 rows, and no measure is left out, for a lead of 300", () => {
    const measures = Array.from({ length: 300 }, (_, i) =>
      makeMeasure(`1.1.${i}-1`, "December 2022 (interim milestone in July 2022)", { ratingAsImported: undefined, narrativeAsImported: "" }),
    );
    const notices = owed(makePlan(measures), "2022-12-20");

    expect(Math.max(...notices.map(({ marks }) => marks.length + 1))).toBeLessThanOrEqual(100);
    expect(notices.flatMap(({ delivery }) => (delivery.notice.kind === "reminder" ? delivery.notice.refs : [])).sort()).toEqual(
      measures.map(({ ref }) => ref).sort(),
    );
    expect(new Set(notices.map(({ delivery }) => delivery.key)).size).toBe(notices.length);
    expect(notices.every(({ delivery }) => delivery.state.kind === "waiting")).toBe(true);
  });

  test("law 1: whatever days a process is down, no threshold is told twice, and after a run nothing reached is untold", () => {
    const plan = makePlan([makeMeasure("1.1.1-1", "December 2022")]);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }), (up) => {
        const told = new Set<string>();
        const daysUp = up.flatMap((isUp, i) => (isUp ? [addDays(day("2022-12-01"), i)] : [])).filter(weekdays);
        for (const today of daysUp) {
          for (const mark of noticesOwed(plan, told, today, weekdays, []).flatMap((notice) => notice.marks)) {
            expect(told.has(mark.key)).toBe(false);
            told.add(mark.key);
          }
          expect(noticesOwed(plan, told, today, weekdays, [])).toEqual([]);
        }
        const last = daysUp.at(-1);
        if (last && last >= day("2022-12-16")) expect(told.size).toBeGreaterThan(0);
      }),
    );
  });
});

import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { calendar } from "../../src/clock/calendar.ts";
import { addDays, day, type Instant, instantOf } from "../../src/domain/localDate.ts";

const london = "Europe/London";

test.each([
  ["2022-11-21T09:00:00.000Z", "2022-11-21", "09:00", "winter"],
  ["2022-06-21T08:00:00.000Z", "2022-06-21", "09:00", "summer"],
  ["2022-06-20T23:30:00.000Z", "2022-06-21", "00:30", "past midnight in London, not yet in UTC"],
])("%s is %s %s in London (%s)", (at, localDay, time) => {
  expect(calendar.localTime(at as Instant, london)).toEqual({ day: localDay, time });
  expect(calendar.instantAt(day(localDay), time, london)).toBe(at);
});

test.each(["01:00", "01:30", "01:59"])("%s on 27 March 2022 does not exist in London and means the moment after the gap", (time) => {
  expect(calendar.instantAt(day("2022-03-27"), time, london)).toBe("2022-03-27T01:00:00.000Z");
});

test("01:30 on 30 October 2022 comes twice in London and means the first", () => {
  expect(calendar.instantAt(day("2022-10-30"), "01:30", london)).toBe("2022-10-30T00:30:00.000Z");
  expect(calendar.localTime(instantOf("2022-10-30T00:30:00Z"), london).time).toBe("01:30");
  expect(calendar.localTime(instantOf("2022-10-30T01:30:00Z"), london).time).toBe("01:30");
});

test.each(["2022-03-27", "2022-03-28", "2022-10-30", "2022-10-31"])("09:00 in London is 09:00 on %s too, whatever the clocks did", (date) => {
  expect(calendar.localTime(calendar.instantAt(day(date), "09:00", london), london)).toEqual({ day: date, time: "09:00" });
});

const zones = [london, "UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];
const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2037, 11) });
const days = fc.integer({ min: 0, max: 13_000 }).map((after) => addDays(day("2000-01-01"), after));
const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map((n) => String(n).padStart(2, "0")).join(":"));

test("a moment's local time leads back to the same minute, or to the first of two that read the same", () => {
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (ms, zone) => {
      const minute = Math.floor(ms / 60_000) * 60_000;

      const { day: localDay, time } = calendar.localTime(instantOf(minute), zone);
      const back = calendar.instantAt(localDay, time, zone);

      expect(calendar.localTime(back, zone)).toEqual({ day: localDay, time });
      expect(minute - Date.parse(back)).toBeGreaterThanOrEqual(0);
      expect(minute - Date.parse(back)).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test("a local time that does not exist is moved on, never back", () => {
  fc.assert(
    fc.property(days, times, fc.constantFrom(...zones), (localDay, time, zone) => {
      const read = calendar.localTime(calendar.instantAt(localDay, time, zone), zone);

      expect(`${read.day} ${read.time}` >= `${localDay} ${time}`).toBe(true);
    }),
  );
});

test("a time zone nobody knows is refused by name", () => {
  expect(() => calendar.localTime(instantOf(0), "Europe/Londn")).toThrow(RangeError);
  expect(() => calendar.localTime(instantOf(0), "Europe/Londn")).toThrow(/londn/i);
});

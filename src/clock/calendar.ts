import { Temporal } from "temporal-polyfill";
import { dayOfWeek, instantOf, type LocalDate } from "../domain/localDate.ts";
import type { Calendar } from "../ports.ts";
import { bankHolidays } from "./bankHolidays.ts";
import { occurrences } from "./occurrences.ts";

/** Everybody asks for the same minute. Zones differ from UTC by whole minutes. */
const lastMinute = new Map<string, { minute: string; local: ReturnType<Calendar["localTime"]> }>();

/** Time zones by the data of Node itself, bank holidays by date-holidays, rules by RFC 5545. */
export const calendar: Calendar = {
  localTime(at, timeZone) {
    const minute = at.slice(0, "2022-11-21T09:00".length);
    const last = lastMinute.get(timeZone);
    if (last?.minute === minute) return last.local;
    const moment = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
    const local = { day: moment.toPlainDate().toString() as LocalDate, time: moment.toPlainTime().toString({ smallestUnit: "minute" }) };
    lastMinute.set(timeZone, { minute, local });
    return local;
  },

  instantAt(day, time, timeZone) {
    const local = Temporal.PlainDateTime.from(`${day}T${time}`);
    // In a repeated hour "earlier" is the first time round; in a missing one it falls before the gap, whose end is the next transition.
    const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
    const exists = earlier.toPlainDateTime().equals(local);
    const moment = exists ? earlier : (earlier.getTimeZoneTransition("next") ?? earlier);
    return instantOf(moment.epochMilliseconds);
  },

  isWorkingDay(day, holidays) {
    return dayOfWeek(day) <= 5 && !bankHolidays(holidays, Number(day.slice(0, 4))).has(day);
  },

  occurrences,
};

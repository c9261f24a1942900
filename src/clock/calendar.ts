import { Temporal } from "temporal-polyfill";
import { dayOfWeek, instantOf, type LocalDate } from "../domain/localDate.ts";
import type { Calendar } from "../ports.ts";
import { bankHolidays } from "./bankHolidays.ts";
import { occurrences } from "./occurrences.ts";

/** Time zones by the data of Node itself, bank holidays by date-holidays, rules by RFC 5545. */
export const calendar: Calendar = {
  localTime(at, timeZone) {
    const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
    return { day: local.toPlainDate().toString() as LocalDate, time: local.toPlainTime().toString({ smallestUnit: "minute" }) };
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

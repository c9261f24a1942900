import { Temporal } from "temporal-polyfill";
import { dayOfWeek, type Instant, instantOf, type LocalDate } from "../domain/localDate.ts";
import type { Calendar } from "../ports.ts";
import { bankHolidays } from "./bankHolidays.ts";
import { occurrences } from "./occurrences.ts";

/** Everybody asks for the same minute. Zones differ from UTC by whole minutes. */
const lastMinute = new Map<string, { minute: string; local: ReturnType<Calendar["localTime"]> }>();

/** And, to say what was answered since, when today began. */
const lastInstant = new Map<string, { local: string; at: Instant }>();

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
    const local = `${day}T${time}`;
    const last = lastInstant.get(timeZone);
    if (last?.local === local) return last.at;
    const at = instantOf(momentOf(Temporal.PlainDateTime.from(local), timeZone).epochMilliseconds);
    lastInstant.set(timeZone, { local, at });
    return at;
  },

  isWorkingDay(day, holidays) {
    return dayOfWeek(day) <= 5 && !bankHolidays(holidays, Number(day.slice(0, 4))).has(day);
  },

  occurrences,
};

function momentOf(local: Temporal.PlainDateTime, timeZone: string): Temporal.ZonedDateTime {
  // In a repeated hour "earlier" is the first time round; in a missing one it falls before the gap, whose end is the next transition.
  const earlier = local.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  const exists = earlier.toPlainDateTime().equals(local);
  return exists ? earlier : (earlier.getTimeZoneTransition("next") ?? earlier);
}

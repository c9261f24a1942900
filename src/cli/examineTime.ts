import { addDays, day, dayOfWeek, type Instant, instantOf, inWords, type LocalDate } from "../domain/localDate.ts";
import type { Calendar, Clock } from "../ports.ts";
import { counted, type Finding, finding } from "./finding.ts";

const london = "Europe/London";
const england = "GB-ENG";
/** New Year, Easter's two, May's two, August, Christmas and Boxing Day, each on a weekday or with a substitute that is. */
const fewestHolidays = 8;
/** Azure refuses a signature 15 minutes off; long before that retries and leases go wrong. */
const mostSkewSeconds = { warn: 30, fault: 300 };

/** @param storeTime - to the second */
export function examineTime({ clock, calendar }: { clock: Clock; calendar: Calendar }, mode: "local" | "teams", storeTime: Instant | undefined): Finding[] {
  const year = Number(clock.now().slice(0, 4));
  return [examineClock(clock, mode), ...(storeTime ? [examineSkew(clock, storeTime)] : []), examineZone(calendar, year), examineHolidays(calendar, year)];
}

function examineClock(clock: Clock, mode: "local" | "teams"): Finding {
  const [now, realNow] = [clock.now(), clock.realNow()];
  const days = Math.round((Date.parse(now) - Date.parse(realNow)) / 86_400_000);
  const moved = Math.abs(Date.parse(now) - Date.parse(realNow)) > 1_000;
  const offset = days === 0 ? "less than a day from" : `${Math.abs(days)} days ${days < 0 ? "behind" : "ahead of"}`;
  return finding(
    "clock",
    moved ? `For the plans it is ${inWords(now.slice(0, 10) as LocalDate)}, ${offset} real time, because somebody moved the clock.` : "Plan time is real time.",
    moved && mode === "teams" && { level: "fault", says: "Plan time is not real time.", todo: "Restart the service with MicrosoftAppId set." },
  );
}

function examineSkew(clock: Clock, storeTime: Instant): Finding {
  const seconds = Math.round(Math.abs(Date.parse(clock.realNow()) - Date.parse(storeTime)) / 1_000);
  const says = `This machine's clock and the store's are ${counted(seconds, "second")} apart.`;
  const level = seconds > mostSkewSeconds.fault ? "fault" : "warn";
  return finding("real time", says, seconds > mostSkewSeconds.warn && { level, says, todo: "Let the machine take its time from the network (NTP)." });
}

/** Clocks change at 01:00 UTC on the last Sundays of March and October. */
function examineZone(calendar: Calendar, year: number): Finding {
  const changes = [
    { on: lastSunday(year, "03"), from: "00:59", to: "02:00" },
    { on: lastSunday(year, "10"), from: "01:59", to: "01:00" },
  ];
  const wrong = changes.filter(({ on, from, to }) => localTime(on, "00:59") !== from || localTime(on, "01:00") !== to);
  return finding(
    "time zone data",
    `British clocks change on ${changes.map(({ on }) => inWords(on)).join(" and ")}.`,
    wrong.length > 0 && {
      level: "fault",
      says: `The time zone data does not know that British clocks change on ${wrong.map(({ on }) => inWords(on)).join(" and ")}.`,
      todo: "Run a Node with full ICU data, of a newer version.",
    },
  );

  function localTime(on: LocalDate, utc: string): string {
    return calendar.localTime(instantOf(`${on}T${utc}:00Z`), london).time;
  }
}

function examineHolidays(calendar: Calendar, year: number): Finding {
  const counts = [year, year + 1].map((one) => ({ one, count: bankHolidays(calendar, one) }));
  const unknown = counts.filter(({ count }) => count < fewestHolidays);
  return finding(
    "bank holidays",
    `England's are known: ${counts.map(({ one, count }) => `${count} in ${one}`).join(", ")}.`,
    unknown.length > 0 && {
      level: "fault",
      says: `England's bank holidays of ${unknown.map(({ one }) => one).join(" and ")} are not known.`,
      todo: "Update Drumbeat, or the package date-holidays.",
    },
  );
}

function bankHolidays(calendar: Calendar, year: number): number {
  let count = 0;
  for (let one = day(`${year}-01-01`); one.startsWith(String(year)); one = addDays(one, 1)) {
    if (dayOfWeek(one) <= 5 && !calendar.isWorkingDay(one, england)) count++;
  }
  return count;
}

/** Both months have 31 days. */
function lastSunday(year: number, month: "03" | "10"): LocalDate {
  const last = day(`${year}-${month}-31`);
  return addDays(last, -(dayOfWeek(last) % 7));
}

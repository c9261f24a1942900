import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import type { LocalDate } from "../domain/localDate.ts";

// RFC 5545 §3.3.10 without the parts that speak of a time of day: a plan's digests fall on days.
const partValues: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,3}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}$/,
  BYDAY: listOf(/([+-]?([1-9]|[1-4]\d|5[0-3]))?(MO|TU|WE|TH|FR|SA|SU)/),
  BYMONTH: listOf(/[1-9]|1[0-2]/),
  BYMONTHDAY: listOf(/[+-]?([1-9]|[12]\d|3[01])/),
  BYYEARDAY: listOf(/[+-]?[1-9]\d{0,2}/),
  BYWEEKNO: listOf(/[+-]?([1-9]|[1-4]\d|5[0-3])/),
  BYSETPOS: listOf(/[+-]?[1-9]\d{0,2}/),
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

/**
 * Days on which a rule falls. They are counted as days, never as moments, so no clock change can shift one.
 *
 * @param rule - RFC 5545 RRULE without DTSTART: `FREQ=WEEKLY;INTERVAL=6`; UNTIL is a day (`UNTIL=20231231`)
 * @param starts - DTSTART; not itself an occurrence unless the rule falls on it
 * @param from - first day looked at
 * @param to - last day looked at
 * @returns earliest first
 * @throws RangeError naming the rule when it cannot be read; nothing in it is skipped or guessed
 */
export function occurrences(rule: string, starts: LocalDate, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  checkParts(rule);
  const rruleString = `DTSTART;VALUE=DATE:${starts.replaceAll("-", "")}\nRRULE:${rule}`;
  try {
    const found = new RRuleTemporal({ rruleString, strict: true }).between(midnight(from), midnight(to), true);
    return found.map((moment) => moment.toString().slice(0, 10) as LocalDate);
  } catch (error) {
    throw new RangeError(`the rule "${rule}" cannot be read: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** rrule-temporal drops what it does not know, even when strict; a cadence must not fall on other days than its words say. */
function checkParts(rule: string): void {
  const seen = new Set<string>();
  for (const part of rule.toUpperCase().split(";")) {
    const [name = "", value = ""] = part.split("=", 2);
    if (!partValues[name]?.test(value)) throw new RangeError(`the rule "${rule}" cannot be read: "${part}" is no part of a rule that falls on days`);
    if (seen.has(name)) throw new RangeError(`the rule "${rule}" cannot be read: it says ${name} twice`);
    seen.add(name);
  }
}

function midnight(day: LocalDate) {
  return Temporal.PlainDate.from(day).toZonedDateTime("UTC");
}

function listOf(item: RegExp): RegExp {
  return new RegExp(`^(${item.source})(,(${item.source}))*$`);
}

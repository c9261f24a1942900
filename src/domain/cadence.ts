import { addDays, inWords, type LocalDate } from "./localDate.ts";
import { type IsWorkingDay, workingDayOnOrBefore } from "./owed.ts";
import type { Plan, Role } from "./plan.ts";
import type { Audience, Cadence } from "./planSettings.ts";

/** One digest of a cadence. */
export interface DigestDay {
  /** The cadence's name. */
  readonly digest: string;
  /** The day the cadence names; the two identify the digest. */
  readonly on: LocalDate;
  /** The day it is sent: the working days before it that the cadence asks for, and never on a day off. */
  readonly postOn: LocalDate;
  /** The day from which leads are asked for it; absent where the cadence opens no round. */
  readonly roundOn?: LocalDate;
}

/** Days on which a rule falls, both ends included. */
export type Occurrences = (rule: string, starts: LocalDate, from: LocalDate, to: LocalDate) => readonly LocalDate[];

/** Longest run of days off that a digest can be brought forward over: Christmas with its weekend, doubled to be safe. */
const longestHoliday = 10;

export function cadenceName({ name, kind }: Pick<Cadence, "name" | "kind">): string {
  return name ?? kind;
}

export function findCadence({ settings }: Pick<Plan, "settings">, digest: string): Cadence | undefined {
  return settings.cadences.find((one) => cadenceName(one) === digest);
}

/** The digests of a cadence whose own day lies between two days, both included; earliest first. */
export function digestDays(cadence: Cadence, from: LocalDate, to: LocalDate, occurrences: Occurrences, isWorkingDay: IsWorkingDay): DigestDay[] {
  const days = "meetings" in cadence ? cadence.meetings.filter((on) => on >= from && on <= to) : occurrences(cadence.rule, cadence.starts, from, to);
  return days.map((on) => {
    const postOn = workingDaysBefore(on, cadence.sentBefore ?? 0, isWorkingDay);
    const roundOn = cadence.roundBefore === undefined ? undefined : workingDaysBefore(postOn, cadence.roundBefore, isWorkingDay);
    return { digest: cadenceName(cadence), on, postOn, ...(roundOn && { roundOn }) };
  });
}

/** So many calendar days a digest, or the round before it, may come before its own day. */
export function reachOf({ sentBefore = 0, roundBefore = 0 }: Cadence): number {
  return Math.ceil((sentBefore + roundBefore) * 1.5) + 2 * longestHoliday;
}

/** The next digests to be sent after a day. */
export function nextDigests(cadence: Cadence, after: LocalDate, count: number, occurrences: Occurrences, isWorkingDay: IsWorkingDay): DigestDay[] {
  return digestDays(cadence, after, addDays(after, 800 + 400 * count), occurrences, isWorkingDay)
    .filter(({ postOn }) => postOn > after)
    .slice(0, count);
}

/** So many working days before a day; the day itself, or the working day before it, for none. */
function workingDaysBefore(day: LocalDate, count: number, isWorkingDay: IsWorkingDay): LocalDate {
  let found = workingDayOnOrBefore(day, isWorkingDay);
  for (let left = count; left > 0; left--) found = workingDayOnOrBefore(addDays(found, -1), isWorkingDay);
  return found;
}

/** Who gets it, in words: `the plan's channel and the chair`. */
function audienceInWords(to: Audience | undefined, nameOf: (id: string) => string = (id) => id): string {
  const all = to ?? { channel: true };
  const parts = [
    ...(all.channel ? ["the plan’s channel"] : []),
    ...(all.channels ?? []).map(({ name }) => (name ? `the channel ${name}` : "another channel")),
    ...(all.roles ?? []).map((role) => rolesInWords[role]),
    ...(all.people ?? []).map(nameOf),
  ];
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "nobody");
}

const rolesInWords: Readonly<Record<Role, string>> = {
  chair: "the chair",
  "vice chair": "the vice chair",
  substitute: "the substitutes",
  member: "the members",
  sro: "the senior responsible officers",
  manager: "the programme managers",
  reader: "the readers",
};

/** `exception digest every six weeks, sent 5 working days before, to the plan's channel`. */
export function cadenceInWords(cadence: Cadence, nameOf?: (id: string) => string): string {
  const name = cadenceName(cadence);
  const { kind, sentBefore, roundBefore, at, to } = cadence;
  const when = "meetings" in cadence ? `for the meetings of ${listed(cadence.meetings.map(inWords))}` : (cadence.rhythm ?? `by the rule ${cadence.rule}`);
  const parts = [
    `${name === kind ? "" : `${name}: `}${kindsInWords[kind]} ${when}`,
    sentBefore ? `sent ${sentBefore} working ${sentBefore === 1 ? "day" : "days"} before` : "",
    roundBefore === undefined ? "" : `leads are asked ${roundBefore} working ${roundBefore === 1 ? "day" : "days"} before that`,
    at ? `at ${at}` : "",
    `to ${audienceInWords(to, nameOf)}`,
  ];
  return parts.filter(Boolean).join(", ");
}

export const kindsInWords: Readonly<Record<Cadence["kind"], string>> = {
  exception: "exception digest",
  full: "full digest",
  scrutiny: "scrutiny digest",
  kpi: "KPI challenge",
  changes: "digest of changes",
};

function listed(words: readonly string[]): string {
  const shown = words.length > 6 ? [...words.slice(0, 5), `${words.length - 5} more`] : words;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "no day");
}

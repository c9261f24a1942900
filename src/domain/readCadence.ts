import { readComingDate } from "./askedDate.ts";
import { cadencePresets } from "./cadencePresets.ts";
import { datesOf } from "./duePhrase.ts";
import type { LocalDate } from "./localDate.ts";
import type { ObjectId, Plan, Role } from "./plan.ts";
import type { Audience, BoundChannel, ByMeetings, ByRule, Cadence, DigestKind } from "./planSettings.ts";
import { readRhythm } from "./readRhythm.ts";

/** What somebody typed after `cadence`: a digest to be set, one to be taken away, or what to say to them. */
export type CadenceSaid =
  | { readonly kind: "set"; readonly cadence: Cadence }
  /** All of the plan's digests at once. */
  | { readonly kind: "preset"; readonly cadences: readonly Cadence[] }
  | { readonly kind: "off"; readonly name: string }
  | { readonly kind: "fault"; readonly sentence: string };

/** Whose words it may use: its years, its calendar of meetings. */
type CadencePlan = Pick<Plan, "measures" | "meetings">;

interface Beside {
  readonly people?: readonly ObjectId[];
  readonly channel?: BoundChannel;
}

const kinds: Readonly<Record<string, DigestKind>> = {
  exception: "exception",
  exceptions: "exception",
  full: "full",
  scrutiny: "scrutiny",
  kpi: "kpi",
  kpis: "kpi",
  figures: "kpi",
  changes: "changes",
};
/**
 * Reads when digests are to fall: `exception every six weeks from 9 January at 09:00`, `scrutiny six-monthly from 1 March to
 * the chair`, `full for the meetings on 12 January, 9 February, 9 March, sent 5 working days before, round 10 working days
 * before that`, `full for the Health and Wellbeing Board quarterly from 9 January`, `exception off`; or a rule of RFC 5545.
 * Nothing in it is passed over: what cannot be read is named.
 *
 * @param beside - people mentioned with it, and the channel it is said in
 */
export function readCadence(typed: string, plan: CadencePlan, today: LocalDate, beside: Beside = {}): CadenceSaid {
  let rest = typed
    .trim()
    .replace(/[.!?]+$/, "")
    .replace(/\s+/g, " ");
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest);
    if (!found) return undefined;
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.replace(/\s+/g, " ").trim();
    return found;
  };

  const [, preset] = /^(?:preset|like) (.+)$/i.exec(rest) ?? [];
  if (preset) return readPreset(preset, plan, today);
  const off = /^(.*?) (?:off|stop|none|never)$/i.exec(rest);
  if (off?.[1]) return { kind: "off", name: off[1].toLowerCase().replace(/ digest$/, "") };
  const [, kindTyped = ""] = take(/^(\w+)(?: (?:digest|report|challenge)s?)?\b/i) ?? [];
  const kind = kinds[kindTyped.toLowerCase()];
  if (!kind) return fault(`I know no digest “${kindTyped}”. There are exception, full, scrutiny, KPI and changes.`);

  const [, round] = take(/,?\s*(?:and )?(?:the )?round (?:opens |begins )?(\d{1,2}) working days? (?:before that|before|earlier)/i) ?? [];
  const [, sent] = take(/,?\s*(?:and )?(?:sent |posted )?(\d{1,2}) working days? before(?: (?:the|each) meetings?)?/i) ?? [];
  const [, hour, minutes = "00", half] = take(/,?\s*at ([01]?\d|2[0-3])(?:[:.]([0-5]\d))?(?: ?(am|pm|o'clock))?(?![\d\w-])/i) ?? [];
  const to = take(/,?\s*\bto(?: ((?:the |this |its |my )?[a-z ,@-]+))?$/i);
  const audience = !to && !beside.people?.length ? undefined : readAudience(to?.[1] ?? "", beside);
  if (typeof audience === "string") return fault(audience);
  const [, name] =
    take(
      /^for (?!(?:the |every |each )?(?:board )?meetings?\b)(?:the )?(.+?)(?=,? (?:every|each|on the|weekly|fortnightly|monthly|quarterly|termly|yearly|annually|half-yearly|\w+-(?:week|month)ly|for |before |on \d|FREQ=))/i,
    ) ?? [];

  const when = readWhen(rest, plan, today);
  if ("fault" in when) return fault(when.fault);
  const terms = {
    kind,
    ...(name && name.toLowerCase() !== kind && { name: name.toLowerCase() }),
    ...(sent !== undefined && { sentBefore: Number(sent) }),
    ...(round !== undefined && { roundBefore: Number(round) }),
    ...(hour !== undefined && { at: `${String((Number(hour) % 12) + (isAfternoon(hour, half) ? 12 : 0)).padStart(2, "0")}:${minutes}` }),
    ...(audience && { to: audience }),
    since: today,
  };
  return { kind: "set", cadence: { ...terms, ...when } };
}

function readPreset(typed: string, plan: CadencePlan, today: LocalDate): CadenceSaid {
  const preset = cadencePresets.find(({ name }) => name === typed.toLowerCase());
  if (!preset) return fault(`I know no preset “${typed}”. There are ${cadencePresets.map(({ name, about }) => `${name} (${about})`).join("; ")}.`);
  const cadences = preset.cadences(plan, today);
  return cadences ? { kind: "preset", cadences } : fault(`The plan's file names no meeting still to come. Write their days: ${examples[2]}.`);
}

function isAfternoon(hour: string, half: string | undefined): boolean {
  return half === undefined || /o'clock/i.test(half) ? Number(hour) >= 12 : half.toLowerCase() === "pm";
}

function readWhen(said: string, plan: CadencePlan, today: LocalDate): ByRule | ByMeetings | { readonly fault: string } {
  if (/^(?:for|before) (?:every|each|all|the) (?:board )?meetings?$/i.test(said)) {
    const ahead = (plan.meetings ?? []).filter((on) => on >= today);
    if (ahead.length > 0) return { meetings: ahead };
    return { fault: `The plan's file names no meeting still to come. Write their days: ${examples[2]}.` };
  }
  const [, meetings] = /^(?:for|before|on) (?:(?:the |every |each )?(?:board )?meetings? )?(?:on |of )?(?!the )(.*\d.*)$/i.exec(said) ?? [];
  if (meetings !== undefined && !/ from /i.test(said)) return readMeetingDays(meetings, plan, today);
  const [, rhythm = "", from] = /^(.*?)(?:,? (?:from|starting|beginning)(?: on)? (.+))?$/i.exec(said) ?? [];
  const rule = /^FREQ=/i.test(rhythm) ? { rule: rhythm.toUpperCase() } : readRhythm(rhythm);
  if (!rule)
    return {
      fault: rhythm === "" ? `Say how often, such as ${examples[0]}` : `I can’t read “${rhythm}” as how often. Write for example ${examples.join(", or ")}`,
    };
  const starts = from === undefined ? undefined : dayIn(from, plan, today);
  if (from !== undefined && !starts) return { fault: `I can’t read “${from}” as the first day. Write for example 9 January ${Number(today.slice(0, 4)) + 1}.` };
  const isByDay = "byDay" in rule;
  if (!starts && !isByDay) return { fault: `Say the first day as well: ${rhythm} from 9 January.` };
  const { rule: text } = rule;
  const words = "rhythm" in rule ? { rhythm: rule.rhythm } : {};
  return { rule: text, ...words, starts: starts ?? today };
}

const examples = [
  "“cadence exception every six weeks from 9 January”",
  "“cadence full on the first Monday of each month”",
  "“cadence full for the meetings on 12 January and 9 March”",
];

function readMeetingDays(list: string, plan: CadencePlan, today: LocalDate): ByMeetings | { readonly fault: string } {
  const written = list
    .split(/,| and |;/)
    .map((one) => one.trim())
    .filter(Boolean);
  const days = written.map((one) => ({ one, on: dayIn(one, plan, today) }));
  const bad = days.find(({ on }) => !on);
  if (bad) return { fault: `I can’t read “${bad.one}” as a day. Write the days of the meetings with commas between: 12 January, 9 February.` };
  const meetings = [...new Set(days.flatMap(({ on }) => (on ? [on] : [])))].sort();
  return meetings.length > 0 ? { meetings } : { fault: "Name the days of the meetings, with commas between." };
}

function dayIn(said: string, plan: CadencePlan, today: LocalDate): LocalDate | undefined {
  const read = readComingDate(said.trim(), plan, today);
  const [only, ...others] = datesOf(read);
  return only && others.length === 0 && !read.doubts ? only.on : undefined;
}

const rolesSaid: Readonly<Record<string, Role>> = {
  chair: "chair",
  "independent chair": "chair",
  "vice chair": "vice chair",
  members: "member",
  member: "member",
  board: "member",
  "board members": "member",
  sro: "sro",
  sros: "sro",
  "workstream leads": "sro",
  manager: "manager",
  managers: "manager",
  "programme manager": "manager",
  "programme managers": "manager",
  readers: "reader",
};

function readAudience(said: string, { people = [], channel: here }: Beside): Audience | string {
  const parts = said
    .toLowerCase()
    .replace(/@\S+/g, "")
    .split(/,| and /)
    .map((part) => part.trim().replace(/^(?:the|its|my) /, ""))
    .filter(Boolean);
  if (parts.includes("this channel") && !here) return "Say “to this channel” in the channel that is meant, after mentioning me.";
  const isHere = (part: string) => part === "this channel";
  const isChannel = (part: string) => /^(?:plan.?s )?(?:own )?channel$/.test(part);
  const roles = [...new Set(parts.flatMap((part) => rolesSaid[part] ?? []))];
  const unknown = parts.find((part) => !isHere(part) && !isChannel(part) && !rolesSaid[part]);
  if (unknown !== undefined && people.length === 0)
    return `I don’t know who “${unknown}” is. A digest goes to the channel, the chair, the members, the SROs, the programme manager, or to people you mention.`;
  const channel = parts.some(isChannel);
  const channels = here && parts.some(isHere) ? { channels: [here] } : {};
  return { ...(channel && { channel }), ...channels, ...(roles.length > 0 && { roles }), ...(people.length > 0 && { people }) };
}

function fault(sentence: string): CadenceSaid {
  return { kind: "fault", sentence };
}

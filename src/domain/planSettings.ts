import type { LocalDate } from "./localDate.ts";
import type { ObjectId, Role } from "./plan.ts";

export interface PlanSettings {
  /** IANA name: `Europe/London`. */
  readonly timeZone: string;
  /** Whose bank holidays count, as date-holidays names it: `GB-ENG`. */
  readonly holidays: string;
  /** Local time of day at which the plan speaks, `HH:MM`. */
  readonly speaksAt: string;
  /** Whole days before a date at which its lead is reminded. */
  readonly leadTimes: readonly number[];
  /** Whole days between chases of an overdue measure. */
  readonly chaseEveryDays: number;
  readonly cadences: readonly Cadence[];
  /** Who decides on new dates, where the plan names somebody else than its chair. */
  readonly datesDecidedBy?: Decider;
  /** Who accepts measures as complete, where the plan names somebody else than its chair. */
  readonly signedOffBy?: SignOffDecider;
  /** Working days of silence over an overdue measure after which one more level is told; `defaultPatience` where absent. */
  readonly patience?: number;
  /** Local times, `HH:MM`, between which nothing is sent that nobody waits for; over midnight where `from` is the later. */
  readonly quiet?: { readonly from: string; readonly to: string };
  /** Who is told of silence above the chair. Nobody where absent. */
  readonly escalatesTo?: EscalatesTo;
  /** Whether leads are asked to rate impact too; absent until somebody said so: then by what the file has (`asksImpact`). */
  readonly asksImpact?: boolean;
  /** Abbreviations of the plan's own with what they mean, for its reports. */
  readonly glossary?: Readonly<Record<string, string>>;
}

/** A role of the plan's, or a body that has no account here: then a programme manager gets its list to forward. */
export type EscalatesTo = { readonly kind: "role"; readonly role: "board" | "manager" } | { readonly kind: "words"; readonly words: string };

/** Who may be named to decide: the board is its chairs, members and substitutes; an SRO decides for the areas they answer for. */
export type Decider = "chair" | "board" | "sro" | "manager";

export type SignOffDecider = Exclude<Decider, "sro">;

/** What a digest tells: only what needs attention; everything; everything in plain words for the public's eyes; figures; what moved. */
export type DigestKind = "exception" | "full" | "scrutiny" | "kpi" | "changes";

/** When digests of a kind fall, and who gets them. */
export type Cadence = CadenceTerms & (ByRule | ByMeetings);

export interface CadenceTerms {
  readonly kind: DigestKind;
  /** Tells it from others of the plan, lower case: `health and wellbeing board`. Absent: its kind. */
  readonly name?: string;
  /** Whole working days before its day at which it is sent; absent: on the day. */
  readonly sentBefore?: number;
  /** Whole working days before it is sent at which every lead with open measures is asked. */
  readonly roundBefore?: number;
  /** Local time of day from which it is sent, `HH:MM`; absent: when the plan speaks. */
  readonly at?: string;
  /** Absent: the plan's own channel. */
  readonly to?: Audience;
  /** The day somebody set this: what it would have named before was never promised. */
  readonly since?: LocalDate;
}

export interface ByRule {
  /** RFC 5545 RRULE without DTSTART: `FREQ=WEEKLY;INTERVAL=6`. */
  readonly rule: string;
  /** DTSTART's day, in the plan's time zone. */
  readonly starts: LocalDate;
  /** The rule as people say it: `every six weeks`. */
  readonly rhythm?: string;
}

export interface ByMeetings {
  /** Days on which the board meets, earliest first. */
  readonly meetings: readonly LocalDate[];
}

/** Several get the same digest. */
export interface Audience {
  /** The plan's own channel. */
  readonly channel?: boolean;
  /** Further channels, each bound by being named in it. */
  readonly channels?: readonly BoundChannel[];
  readonly roles?: readonly Role[];
  readonly people?: readonly ObjectId[];
}

export interface BoundChannel {
  readonly teamId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly name?: string;
  /** Digests that fell before this day are not owed to it. */
  readonly boundOn: LocalDate;
}

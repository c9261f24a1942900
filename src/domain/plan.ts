import type { DateStanding } from "./dateChange.ts";
import type { DuePhrase, Milestone } from "./duePhrase.ts";
import type { FigurePlace, FigureStanding } from "./figureChange.ts";
import type { Instant, LocalDate } from "./localDate.ts";
import type { MattersStanding } from "./matters.ts";
import type { MonitoringChange } from "./monitoring.ts";
import type { PlanFile } from "./planFile.ts";
import type { RatingScheme } from "./ratingScheme.ts";
import type { Update } from "./update.ts";

/** Lower-case letters, digits and hyphens, chosen at the first import: `warwickshire`. */
export type PlanId = string;
/** Entra object id of a person, lower case. */
export type ObjectId = string;

export interface Plan {
  readonly id: PlanId;
  readonly title: string;
  readonly settings: PlanSettings;
  readonly scheme: RatingScheme;
  /** The day the file's ratings speak of; a milestone before it has been reported on by the file. */
  readonly importedAsOf: LocalDate;
  readonly importedAt: Instant;
  /** All in the order of their refs. */
  readonly areas: readonly Area[];
  readonly sections: readonly Section[];
  readonly actions: readonly Action[];
  readonly measures: readonly Measure[];
  /** What was in the plan and is not in its file any more. Absent when there is none. */
  readonly withdrawn?: Withdrawn;
  /** Columns whose meaning somebody corrected: heading to field. Absent when nobody did. */
  readonly columnMap?: Readonly<Record<string, string>>;
  /** Days of the board's calendar, where the file has one; earliest first. */
  readonly meetings?: readonly LocalDate[];
  /** The steering group channel, once a programme manager said `use this channel` there. */
  readonly channel?: BoundChannel;
  readonly links: readonly Link[];
  readonly roles: readonly RoleHeld[];
  /** What people arranged and decided; of dates it stands with the measures as well. */
  readonly matters: MattersStanding;
}

/** What an import brings: a plan without what people said and did since. Parts marked withdrawn stand among the others. */
export type PlanContent = Pick<
  Plan,
  "id" | "title" | "scheme" | "importedAsOf" | "importedAt" | "areas" | "sections" | "actions" | "columnMap" | "meetings"
> & {
  readonly measures: readonly MeasureAsImported[];
  /** The tables it was read from; absent when it did not come from a file. */
  readonly file?: PlanFile;
};

/** Kept with what was said of it, shown by its history; not asked about, not counted. */
export interface Withdrawn {
  readonly areas: readonly Area[];
  readonly sections: readonly Section[];
  readonly actions: readonly Action[];
  readonly measures: readonly Measure[];
}

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

export interface Area {
  readonly ref: string;
  readonly title: string;
  /** Senior responsible officers, as written. */
  readonly sros: readonly string[];
  /** What is to be different when the area is put right, as written; absent where the plan states none. */
  readonly outcomes?: readonly string[];
  /** The day of the import that did not bring it any more. */
  readonly withdrawnOn?: LocalDate;
}

export interface Section {
  readonly ref: string;
  readonly area: string;
  readonly title: string;
  readonly iStatement: string;
  /** The day of the import that did not bring it any more. */
  readonly withdrawnOn?: LocalDate;
}

export interface Action {
  readonly ref: string;
  readonly area: string;
  readonly section?: string;
  readonly words: string;
  /** Every lead of its measures, in order of first mention, each as written. */
  readonly leads: readonly string[];
  readonly resources: string;
  readonly evidence: readonly string[];
  /** The day of the import that did not bring it any more. */
  readonly withdrawnOn?: LocalDate;
}

export interface MeasureAsImported {
  /** `1.1.1-2`; a lone implied measure is written as its action. */
  readonly ref: string;
  /** Absent for a measure the plan gives an area and no action of it (Worcestershire's progress measures). */
  readonly action?: string;
  readonly area: string;
  readonly section?: string;
  readonly words: string;
  /** As written after splitting the cell; several leads are all leads. */
  readonly leads: readonly string[];
  readonly evidence: string;
  readonly due: DuePhrase;
  /** A label of the plan's scheme; absent when the file gave none. */
  readonly ratingAsImported?: string;
  readonly narrativeAsImported: string;
  /** The day that rating and narrative speak of, where later imports brought no others; else the plan's `importedAsOf`. */
  readonly reportedAsOf?: LocalDate;
  /** The second rating, of impact, where the plan gives one. */
  readonly impactAsImported?: string;
  /** How it is measured, in the plan's words: `PI`, `Audit`, `Voice`, `Review`. */
  readonly kind?: string;
  /** Figures as written, of a plan that has columns for them. */
  readonly figures?: { readonly baseline?: string; readonly latest?: string; readonly target?: string; readonly expectedChange?: string };
  /** The risk written beside it. */
  readonly risk?: string;
  /** Refs of measures or actions without which it cannot start. */
  readonly waitsFor?: readonly string[];
  /** Dates that were in force before, earliest first, each with the reason for its change. Absent when it never moved. */
  readonly dateMoves?: readonly DateMove[];
  /** The last date decided in chat that is among `due` and `dateMoves`: later ones are put over them when the plan is read. */
  readonly datesTaken?: string;
  /** Of figures agreed in chat that a file was let take the place of: the last row about each that no longer counts. */
  readonly figuresOverruled?: Readonly<Partial<Record<FigurePlace, string>>>;
  /** The day of the import that did not bring it any more. Withdrawn measures are kept, not asked about and not counted. */
  readonly withdrawnOn?: LocalDate;
  /** The last update given in chat that a file took the place of: rows up to it are history and no longer in force. */
  readonly overrules?: string;
  /** What the last file said where chat was newer and stayed in force. */
  readonly setAside?: { readonly rating?: string; readonly impact?: string; readonly narrative: string };
  /** Cells of columns Drumbeat has no word for, under their own headings. */
  readonly other: Readonly<Record<string, string>>;
}

/** A date that was replaced. */
export interface DateMove {
  readonly from: DuePhrase;
  /** The plan's local day on which the change was made. */
  readonly on: LocalDate;
  /** `import` where a file brought it; else what was said. */
  readonly reason: string;
  /** The row of the measure's date changes that accepted it; absent where a file brought it. */
  readonly decision?: string;
}

export interface Measure extends MeasureAsImported {
  /** What leads have said since the import; absent until one did. */
  readonly standing?: Standing;
  /** Confidential, and shown to somebody who is not entitled to it: counted, and told neither by name nor by a word. */
  readonly hidden?: true;
  /** What was asked and decided about its date; absent until somebody asked. */
  readonly dates?: DateStanding;
  /** The board does not monitor it, or what it is part of: still shown, not asked about and never overdue. */
  readonly released?: MonitoringChange;
  /** What was proposed and agreed of its figures; absent until somebody spoke of them. */
  readonly agreed?: FigureStanding;
  /** Targets agreed for days that are none of its dates. */
  readonly trajectory?: readonly (Milestone & { readonly target: string })[];
  /** What agreed figures stand over, as files and dates have it; absent where none do. */
  readonly beforeFigures?: Pick<MeasureAsImported, "due" | "figures">;
}

/** Where a measure stands by its updates. */
export interface Standing {
  /** The rating in force: the last one given that did not propose completion, else the one imported. */
  readonly rating?: string;
  /** The last rating of impact that leads gave; absent until one did: then the imported one is in force (`impactOf`). */
  readonly impact?: string;
  /** Set while a lead says complete and the board has not signed it off. */
  readonly proposedComplete?: boolean;
  /** The report in force; absent when all were taken back. */
  readonly latest?: Update;
  /** The last decision on its completion, whatever was reported since; absent until there was one. */
  readonly decided?: Update;
  /** Of a measure signed off, the rating it had before; absent where it had none. */
  readonly ratedBefore?: string;
  /** The last row of the measure's history, whatever it did; a card that showed another is behind. */
  readonly lastUpdate: string;
  /** What of the file it was worked out over: an import that landed at that very moment may say otherwise (`isOvertaken`). */
  readonly overFile?: { readonly rating?: string; readonly overrules?: string };
}

export interface Figure {
  readonly value: number;
  /** As typed: `154 of 190`, `64%`. */
  readonly asWritten: string;
}

export interface Author {
  readonly objectId: ObjectId;
  /** As Teams knew it when the person spoke. */
  readonly name: string;
}

/** Ties a lead, as written in this plan, to a person. A lead may be several people and a person several leads. */
export interface Link {
  readonly lead: string;
  readonly objectId: ObjectId;
}

/** A vice chair does what the chair does, a substitute what a member does. */
export type Role = "chair" | "vice chair" | "member" | "substitute" | "sro" | "manager" | "reader";

export interface RoleHeld {
  readonly objectId: ObjectId;
  readonly role: Role;
  /** The area an SRO answers for. */
  readonly area?: string;
  /** Whose substitute somebody is. */
  readonly standsFor?: ObjectId;
}

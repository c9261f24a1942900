import type { Instant, LocalDate } from "./localDate.ts";
import type { MattersStanding } from "./matters.ts";
import type { Measure, MeasureAsImported } from "./measure.ts";
import type { PlanFile } from "./planFile.ts";
import type { BoundChannel, PlanSettings } from "./planSettings.ts";
import type { RatingScheme } from "./ratingScheme.ts";

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

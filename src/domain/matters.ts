import { type Arrangement, type ArrangementChange, arrangementAfter } from "./arrangement.ts";
import { type AskingWish, type AskingWishes, wishesAfter } from "./askingWish.ts";
import { type Assignment, type AssignmentChange, assignmentAfter } from "./assignment.ts";
import { type ClaimChange, type ClaimStanding, claimsAfter } from "./claim.ts";
import { type Confidence, type ConfidenceChange, confidenceAfter } from "./confidential.ts";
import { type DateChange, type DateStanding, datesAfter } from "./dateChange.ts";
import { type FigureChange, type FigureStanding, figuresAfter } from "./figureChange.ts";
import { type FrozenDigest, type FrozenStanding, frozenAfter, frozenSubject } from "./frozenDigest.ts";
import { type LookedOver, type LookOver, lookedOverAfter } from "./lookedOver.ts";
import { type Monitoring, type MonitoringChange, monitoredPart, monitoringAfter } from "./monitoring.ts";
import { type Risk, type RiskChange, riskAfter } from "./risk.ts";
import { type RoundStanding, type RoundStart, roundAfter, roundSubject } from "./round.ts";

/**
 * What is said and decided of a plan beside reports, by kind. Of each subject (a measure, a person) there is a history of
 * rows that are only ever added, and what they leave standing, which is read with the plan.
 */
export interface Matters {
  /** Of a measure: new dates asked for and decided. */
  readonly dates: { readonly entry: DateChange; readonly standing: DateStanding };
  /** Of a part of the plan: whether the board monitors it. */
  readonly monitoring: { readonly entry: MonitoringChange; readonly standing: Monitoring };
  /** Of a measure: its baseline, targets and trajectory as agreed. */
  readonly figures: { readonly entry: FigureChange; readonly standing: FigureStanding };
  /** Of a person: leave, deputies, pauses. */
  readonly arrangements: { readonly entry: ArrangementChange; readonly standing: Arrangement };
  /** Of a measure: whether it is confidential. */
  readonly confidential: { readonly entry: ConfidenceChange; readonly standing: Confidence };
  /** Of a measure: whether the public may read its narrative. */
  readonly lookedOver: { readonly entry: LookOver; readonly standing: LookedOver };
  /** Of a cadence and a day: the digest as it was posted. */
  readonly digests: { readonly entry: FrozenDigest; readonly standing: FrozenStanding };
  /** Of a measure: to whom it was given. */
  readonly assignments: { readonly entry: AssignmentChange; readonly standing: Assignment };
  /** Of a measure: who said it is not theirs, and what was decided. */
  readonly claims: { readonly entry: ClaimChange; readonly standing: ClaimStanding };
  /** Of a person: when they want to be asked again, and what they have seen. */
  readonly asking: { readonly entry: AskingWish; readonly standing: AskingWishes };
  /** Of a risk, by its number: the plan's risk log. */
  readonly risks: { readonly entry: RiskChange; readonly standing: Risk };
  /** Of the plan: rounds that a programme manager started. */
  readonly rounds: { readonly entry: RoundStart; readonly standing: RoundStanding };
}
export type Matter = keyof Matters;
export type EntryOf<M extends Matter> = Matters[M]["entry"];
export type StandingOf<M extends Matter> = Matters[M]["standing"];

/** By subject, what stands of each kind. */
export type MattersStanding = { readonly [M in Matter]: Readonly<Record<string, StandingOf<M>>> };

interface Kind<M extends Matter> {
  /** What the row is about: a ref, an object id. */
  subjectOf(entry: EntryOf<M>): string;
  /** @param history - every row of one subject, oldest first @returns undefined when there is none */
  after(history: readonly EntryOf<M>[]): StandingOf<M> | undefined;
}

export const matters: { readonly [M in Matter]: Kind<M> } = {
  dates: { subjectOf: ({ ref }) => ref, after: datesAfter },
  monitoring: { subjectOf: monitoredPart, after: monitoringAfter },
  figures: { subjectOf: ({ ref }) => ref, after: figuresAfter },
  arrangements: { subjectOf: ({ person }) => person, after: arrangementAfter },
  confidential: { subjectOf: ({ ref }) => ref, after: confidenceAfter },
  lookedOver: { subjectOf: ({ ref }) => ref, after: lookedOverAfter },
  digests: { subjectOf: frozenSubject, after: frozenAfter },
  assignments: { subjectOf: ({ ref }) => ref, after: assignmentAfter },
  claims: { subjectOf: ({ ref }) => ref, after: claimsAfter },
  asking: { subjectOf: ({ by }) => by.objectId, after: wishesAfter },
  risks: { subjectOf: ({ risk }) => risk, after: riskAfter },
  rounds: { subjectOf: () => roundSubject, after: roundAfter },
};
export const allMatters = Object.keys(matters) as readonly Matter[];

export const nothingSaid = Object.fromEntries(allMatters.map((matter) => [matter, {}])) as MattersStanding;

/** Every row of a plan, by kind. */
export type MattersHistory = { readonly [M in Matter]?: readonly EntryOf<M>[] };

import { type Arrangement, type ArrangementChange, arrangementAfter } from "./arrangement.ts";
import { type DateChange, type DateStanding, datesAfter } from "./dateChange.ts";
import { type Monitoring, type MonitoringChange, monitoredPart, monitoringAfter } from "./monitoring.ts";

/**
 * What is said and decided of a plan beside reports, by kind. Of each subject (a measure, a person) there is a history of
 * rows that are only ever added, and what they leave standing, which is read with the plan.
 */
export interface Matters {
  /** Of a measure: new dates asked for and decided. */
  readonly dates: { readonly entry: DateChange; readonly standing: DateStanding };
  /** Of a part of the plan: whether the board monitors it. */
  readonly monitoring: { readonly entry: MonitoringChange; readonly standing: Monitoring };
  /** Of a person: leave, deputies, pauses. */
  readonly arrangements: { readonly entry: ArrangementChange; readonly standing: Arrangement };
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
  arrangements: { subjectOf: ({ person }) => person, after: arrangementAfter },
};
export const allMatters = Object.keys(matters) as readonly Matter[];

export const nothingSaid: MattersStanding = { dates: {}, monitoring: {}, arrangements: {} };

/** Every row of a plan, by kind. */
export type MattersHistory = { readonly [M in Matter]?: readonly EntryOf<M>[] };

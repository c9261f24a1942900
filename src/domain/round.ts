import type { Entry } from "./entry.ts";
import { addDays, type Instant, type LocalDate } from "./localDate.ts";
import type { Author, ObjectId } from "./plan.ts";

/** What each person is asked in a round. */
export interface AskedInRound {
  readonly to: ObjectId;
  readonly refs: readonly string[];
}

/** A programme manager started a round: everybody named is asked once, today. */
export interface RoundStart extends Entry {
  /** The ref of the only area asked about; absent where all are. */
  readonly area?: string;
  readonly asked: readonly AskedInRound[];
}

/** The last round. */
export interface Round {
  /** Its row. */
  readonly last: string;
  readonly on: LocalDate;
  readonly at: Instant;
  readonly by: Author;
  readonly area?: string;
  readonly asked: readonly AskedInRound[];
}

/** Rounds are the plan's, so they have one history. */
export const roundSubject = "plan";

/** Whole days after which somebody who could not be asked (away, the plan not run) is not asked for a round any more. */
const roundLastsDays = 14;

/** @param history - every round, oldest first @returns undefined when there was none */
export function roundAfter(history: readonly RoundStart[]): Round | undefined {
  return history.reduce<Round | undefined>((_, start) => roundWith(start), undefined);
}

export function roundWith({ id, on, at, by, area, asked }: RoundStart): Round {
  return { last: id, on, at, by, asked, ...(area !== undefined && { area }) };
}

/** Says that somebody was asked about a measure in a round: the key of the reminder's mark. */
export function roundMark(to: ObjectId, ref: string, round: Round): string {
  return [to, "own", ref, round.on, roundThreshold(round)].join("|");
}

export function roundThreshold({ last }: Round): string {
  return `round ${last}`;
}

/** Whether a round is still going on. */
export function isUnderWay(round: Round, today: LocalDate): boolean {
  return today >= round.on && today <= addDays(round.on, roundLastsDays);
}

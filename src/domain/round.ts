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

export interface Round {
  /** Its row. */
  readonly last: string;
  readonly on: LocalDate;
  readonly at: Instant;
  readonly by: Author;
  readonly area?: string;
  readonly asked: readonly AskedInRound[];
}

/** The last round, with those before it. */
export interface RoundStanding extends Round {
  /** Still under way when the last began, oldest first, each with what no later one asks again. Absent where there are none. */
  readonly earlier?: readonly Round[];
}

/** Rounds are the plan's, so they have one history. */
export const roundSubject = "plan";

/** Whole days after which somebody who could not be asked (away, the plan not run) is not asked for a round any more. */
const roundLastsDays = 14;

/** @param history - every round, oldest first @returns undefined when there was none */
export function roundAfter(history: readonly RoundStart[]): RoundStanding | undefined {
  return history.reduce<RoundStanding | undefined>(roundWith, undefined);
}

/** What stands after one more round: one does not end another. */
export function roundWith(before: RoundStanding | undefined, { id, on, at, by, area, asked }: RoundStart): RoundStanding {
  const again = new Set(pairsIn(asked));
  const earlier = roundsOf(before).flatMap((round): Round[] => {
    const left = round.asked.map(({ to, refs }) => ({ to, refs: refs.filter((ref) => !again.has(pair(to, ref))) })).filter(({ refs }) => refs.length > 0);
    return isUnderWay(round, on) && left.length > 0 ? [{ ...round, asked: left }] : [];
  });
  return { last: id, on, at, by, asked, ...(area !== undefined && { area }), ...(earlier.length > 0 && { earlier }) };
}

/** The last round and those before it, oldest first. */
export function roundsOf(standing: RoundStanding | undefined): readonly Round[] {
  if (!standing) return [];
  const { earlier = [], ...last } = standing;
  return [...earlier, last];
}

/** Who is asked about which measure, a word for each. */
export function pairsIn(asked: readonly AskedInRound[]): string[] {
  return asked.flatMap(({ to, refs }) => refs.map((ref) => pair(to, ref)));
}

export function pair(to: ObjectId, ref: string): string {
  return `${to} ${ref}`;
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

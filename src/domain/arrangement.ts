import type { Entry } from "./entry.ts";
import type { LocalDate } from "./localDate.ts";
import type { ObjectId } from "./plan.ts";

/** Something a person, or a programme manager for them, arranged about how they are asked. */
export interface ArrangementChange extends Entry {
  /** Whom it is about. */
  readonly person: ObjectId;
  readonly change: /** Away from the first day to the last, both included, or for good; the deputy is asked instead, and answers for them. */
    | { readonly kind: "away"; readonly from: LocalDate; readonly to?: LocalDate; readonly deputy?: ObjectId }
    | { readonly kind: "back" }
    /** Not asked before the day. */
    | { readonly kind: "pause"; readonly until: LocalDate }
    | { readonly kind: "resume" }
    /** Whether reminders come before the last one. */
    | { readonly kind: "early"; readonly wanted: boolean };
}

/** How somebody is to be asked. */
export interface Arrangement {
  /** The last row, whatever it did. */
  readonly last: string;
  readonly away?: { readonly from: LocalDate; readonly to?: LocalDate; readonly deputy?: ObjectId };
  /** The first day on which they are asked again. */
  readonly pausedUntil?: LocalDate;
  /** Only the last reminder before a date is wanted. */
  readonly onlyLast?: boolean;
}

export function isAway({ away }: Arrangement, today: LocalDate): boolean {
  return away !== undefined && away.from <= today && (away.to === undefined || today <= away.to);
}

/**
 * Who stands in for somebody on a day, in order: their deputy, the deputy's own where that one is away too. The last is
 * the one to ask.
 *
 * @returns none for somebody who is not away, or named nobody
 */
export function standInsOf(arrangements: Readonly<Record<ObjectId, Arrangement>>, person: ObjectId, today: LocalDate): ObjectId[] {
  const found: ObjectId[] = [];
  for (let next: ObjectId | undefined = person; next !== undefined; ) {
    const theirs: Arrangement | undefined = arrangements[next];
    const deputy: ObjectId | undefined = theirs && isAway(theirs, today) ? theirs.away?.deputy : undefined;
    if (deputy === undefined || deputy === person || found.includes(deputy)) break;
    found.push(deputy);
    next = deputy;
  }
  return found;
}

/** @param history - every row about one person, oldest first @returns undefined when there is none */
export function arrangementAfter(history: readonly ArrangementChange[]): Arrangement | undefined {
  return history.reduce<Arrangement | undefined>(arrangementWith, undefined);
}

/** How they are asked after one more row. */
export function arrangementWith(before: Arrangement | undefined, { id, change }: ArrangementChange): Arrangement {
  const { away, pausedUntil, onlyLast } = before ?? {};
  const kept = { ...(away && { away }), ...(pausedUntil && { pausedUntil }), ...(onlyLast && { onlyLast }) };
  switch (change.kind) {
    case "away": {
      const { from, to, deputy } = change;
      return { ...kept, last: id, away: { from, ...(to && { to }), ...(deputy && { deputy }) } };
    }
    case "back": {
      const { away: _, ...rest } = kept;
      return { ...rest, last: id };
    }
    case "pause":
      return { ...kept, last: id, pausedUntil: change.until };
    case "resume": {
      const { pausedUntil: _, ...rest } = kept;
      return { ...rest, last: id };
    }
    case "early": {
      const { onlyLast: _, ...rest } = kept;
      return { ...rest, last: id, ...(!change.wanted && { onlyLast: true }) };
    }
  }
}

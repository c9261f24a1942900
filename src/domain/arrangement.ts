import type { Entry } from "./entry.ts";
import { addDays, type LocalDate } from "./localDate.ts";
import type { ObjectId } from "./plan.ts";

/** Something a person, or a programme manager for them, arranged about how they are asked. */
export interface ArrangementChange extends Entry {
  /** Whom it is about. */
  readonly person: ObjectId;
  readonly change: /** Away from the first day to the last, both included, or for good; the deputy is asked instead, and answers for them. */
    | ({ readonly kind: "away" } & Leave)
    /** The leave under way ends; one that lies ahead stays. */
    | { readonly kind: "back" }
    /** These leaves and no others: one was cancelled, or all is as it was before. */
    | { readonly kind: "leaves"; readonly leaves: readonly Leave[] }
    /** Not asked before the day. */
    | { readonly kind: "pause"; readonly until: LocalDate }
    | { readonly kind: "resume" }
    /** Whether reminders come before the last one. */
    | { readonly kind: "early"; readonly wanted: boolean };
}

/** Both days included; for good where there is no last day. */
export interface Leave {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Asked instead. */
  readonly deputy?: ObjectId;
}

/** How somebody is to be asked. */
export interface Arrangement {
  /** The last row, whatever it did. */
  readonly last: string;
  /** The soonest first, gone by or ahead; no two have a day in common. */
  readonly leaves?: readonly Leave[];
  /** The first day on which they are asked again. */
  readonly pausedUntil?: LocalDate;
  /** The day they said so. */
  readonly pausedOn?: LocalDate;
  /** Times without anybody to ask that have ended or were ended, oldest first: nobody's silence is counted in them. */
  readonly absences?: readonly Absence[];
  /** Only the last reminder before a date is wanted. */
  readonly onlyLast?: boolean;
}

/** Both days included. */
export interface Absence {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Away with nobody in their place, or paused: not asked that day, and no silence of theirs counts. */
export function isAbsent(arrangement: Arrangement | undefined, day: LocalDate): boolean {
  if (!arrangement) return false;
  return [...absencesIn(arrangement), ...(arrangement.absences ?? [])].some((one) => one.from <= day && day <= one.to);
}

const sinceEver = "0001-01-01" as LocalDate;
const forEver = "9999-12-31" as LocalDate;

/** Leaves without a deputy, and the pause. */
function absencesIn({ leaves = [], pausedOn, pausedUntil }: Arrangement): Absence[] {
  const alone = leaves.filter(({ deputy }) => deputy === undefined).map(({ from, to = forEver }) => ({ from, to }));
  return pausedUntil ? [...alone, { from: pausedOn ?? sinceEver, to: addDays(pausedUntil, -1) }] : alone;
}

/** What does not stand any more is kept as far as it has gone by. */
function absencesAfter(before: Arrangement, after: Arrangement, on: LocalDate): readonly Absence[] {
  const stand = absencesIn(after);
  const ended = absencesIn(before).filter(({ from, to }) => from < on && !stand.some((one) => one.from === from && one.to === to));
  return [...(before.absences ?? []), ...ended.map(({ from, to }) => ({ from, to: to < on ? to : addDays(on, -1) }))];
}

/** The leave somebody is on that day. */
export function leaveOn({ leaves = [] }: Arrangement, day: LocalDate): Leave | undefined {
  return leaves.find(({ from, to = forEver }) => from <= day && day <= to);
}

/** The leaves under way that day, and those ahead. */
export function leavesFrom({ leaves = [] }: Arrangement, day: LocalDate): Leave[] {
  return leaves.filter(({ to = forEver }) => to >= day);
}

/** Of the leaves arranged, those a new one takes the place of. */
export function overlapping({ leaves = [] }: Arrangement, one: Leave): Leave[] {
  return leaves.filter(({ from, to = forEver }) => from <= (one.to ?? forEver) && one.from <= to);
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
    const deputy: ObjectId | undefined = theirs && leaveOn(theirs, today)?.deputy;
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
function arrangementWith(before: Arrangement | undefined, { id, on, change }: ArrangementChange): Arrangement {
  const known: Arrangement = before ?? { last: id };
  const { absences: _, ...after } = { ...known, ...changed(known, change, on), last: id };
  const absences = absencesAfter(known, after, on);
  return { ...after, ...(absences.length > 0 && { absences }) };
}

function changed(before: Arrangement, change: ArrangementChange["change"], on: LocalDate): Partial<Arrangement> {
  const { leaves = [] } = before;
  switch (change.kind) {
    case "away": {
      const { from, to, deputy } = change;
      const replaced = overlapping(before, change);
      const kept = leaves.filter((one) => !replaced.includes(one));
      return { leaves: [...kept, { from, ...(to && { to }), ...(deputy && { deputy }) }].sort((a, b) => (a.from < b.from ? -1 : 1)) };
    }
    case "back":
      return { leaves: leaves.filter((one) => one !== leaveOn(before, on)) };
    case "leaves":
      return { leaves: change.leaves };
    case "pause":
      return { pausedUntil: change.until, pausedOn: on };
    case "resume":
      return { pausedUntil: undefined, pausedOn: undefined };
    case "early":
      return { onlyLast: !change.wanted };
  }
}

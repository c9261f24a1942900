import { asksByPerson, type UnlinkedAsk } from "./asksByPerson.ts";
import type { Delivery, Mark } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import type { Ask, IsWorkingDay, Threshold } from "./owed.ts";
import type { ObjectId, Plan, PlanId } from "./plan.ts";
import type { OpenRound } from "./roundsOpen.ts";

/** A delivery and the marks it carries: they are written together or not at all (law 2). */
export interface OwedNotice {
  readonly delivery: Delivery;
  readonly marks: readonly Mark[];
}

/** So many are told of in one part where each has one mark. */
export const measuresAtOnce = 48;

/**
 * Works out who must be told what today: one card per lead with all of that lead's measures, soonest first; and for
 * the programme managers the leads nobody is linked to. What has its mark already is left out, so a second run adds
 * what is new and repeats nothing.
 *
 * Parts of one card wait for each other: whoever posts them lets them out together (`releaseWaiting`), and where that
 * did not happen the next run does.
 *
 * @param managers - object ids of those told about leads nobody is linked to
 * @param rounds - before digests, open today
 */
export function noticesOwed(
  plan: Plan,
  marks: ReadonlySet<string>,
  today: LocalDate,
  isWorkingDay: IsWorkingDay,
  managers: readonly ObjectId[],
  rounds: readonly OpenRound[] = [],
): OwedNotice[] {
  const { linked, unlinked } = asksByPerson(plan, today, isWorkingDay, rounds);
  const reminders = [...linked].flatMap(([to, asks]) => reminderNotices(plan, to, asks, marks, today));
  const reports = [...new Set(managers)].flatMap((to) => unlinkedNotices(plan, to, unlinked, marks, today));
  return [...reports, ...reminders];
}

/**
 * Tells the programme managers, once each, of what was refused or may not have arrived (law 3), and again when it was
 * sent again and failed again. A message that says so is not itself reported, nor is somebody told of what could not be
 * told to them.
 */
export function undeliveredOwed(
  plan: PlanId,
  open: readonly Delivery[],
  marks: ReadonlySet<string>,
  today: LocalDate,
  managers: readonly ObjectId[],
): OwedNotice[] {
  const failed = open.filter(({ state, notice }) => notice.kind !== "undelivered" && (state.kind === "refused" || state.kind === "unknown"));
  return [...new Set(managers)].flatMap((to) => {
    const news = failed
      .filter(({ notice }) => notice.kind === "digest" || notice.to !== to)
      .map(({ key, attempts }) => ({ key, mark: { key: [to, "undelivered", key, ...(attempts > 1 ? [attempts] : [])].join("|") } }))
      .filter(({ mark }) => !marks.has(mark.key))
      .slice(0, measuresAtOnce);
    if (news.length === 0) return [];
    const notice = { kind: "undelivered", to, keys: news.map(({ key }) => key) } as const;
    return [
      owedNotice(
        plan,
        today,
        news.map(({ mark }) => mark),
        notice,
      ),
    ];
  });
}

interface Owing {
  readonly ask: Ask;
  /** `own`, or the lead a programme manager is told about: part of the mark's key. */
  readonly about: string;
}

function reminderNotices(plan: Plan, to: ObjectId, asks: readonly Ask[], marks: ReadonlySet<string>, today: LocalDate): readonly OwedNotice[] {
  const owing = asks.map((ask) => ({ ask, about: "own" }));
  return together(
    inParts(owing, to, marks).map((part) =>
      owedNotice(plan.id, today, part.marks, { kind: "reminder", to, refs: part.owing.map((one) => one.ask.measure.ref) }),
    ),
  );
}

function unlinkedNotices(plan: Plan, to: ObjectId, asks: readonly UnlinkedAsk[], marks: ReadonlySet<string>, today: LocalDate): readonly OwedNotice[] {
  const owing = asks.map(({ ask, lead }) => ({ ask, about: lead }));
  return together(
    inParts(owing, to, marks).map((part) => {
      const byLead = Map.groupBy(part.owing, (one) => one.about);
      const leads = [...byLead].map(([lead, ones]) => ({ lead, refs: ones.map((one) => one.ask.measure.ref) }));
      return owedNotice(plan.id, today, part.marks, { kind: "unlinked", to, leads });
    }),
  );
}

/** Parts of one notice wait for each other. */
export function together(parts: readonly OwedNotice[]): readonly OwedNotice[] {
  if (parts.length <= 1) return parts;
  return parts.map(({ delivery, marks }) => ({ delivery: { ...delivery, state: { kind: "waiting" } }, marks }));
}

/** Leaves out what was noticed before and deals the rest into parts. */
function inParts(owing: readonly Owing[], to: ObjectId, seen: ReadonlySet<string>) {
  const fresh = owing.flatMap((one) => {
    const marks = one.ask.thresholds.map((threshold) => markOf(to, one, threshold)).filter((mark) => !seen.has(mark.key));
    return marks.length > 0 ? [{ one, marks }] : [];
  });
  return dealt(fresh).map((part) => ({ owing: part.map(({ one }) => one), marks: part.flatMap(({ marks }) => marks) }));
}

/** A transaction has at most 100 rows, the delivery's own among them. */
const marksAtOnce = 96;

/** Deals what a person is told into parts whose marks one transaction holds. */
export function dealt<T extends { readonly marks: readonly Mark[] }>(owing: readonly T[]): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const one of owing) {
    if (one.marks.length > room) {
      parts.push([]);
      room = marksAtOnce;
    }
    parts.at(-1)?.push(one);
    room -= one.marks.length;
  }
  return parts;
}

/** No two deliveries share a mark, so the first one names the delivery. */
export function owedNotice(plan: PlanId, today: LocalDate, marks: readonly Mark[], notice: Delivery["notice"]): OwedNotice {
  const key = `${today}|${notice.kind}|${marks[0]?.key}`;
  return { delivery: { plan, key, notice, owedOn: today, state: { kind: "owed" }, attempts: 0 }, marks: marks.map((mark) => ({ ...mark, on: today })) };
}

function markOf(to: ObjectId, { ask, about }: Owing, threshold: Threshold): Mark {
  return { key: [to, about, ask.measure.ref, threshold.date, threshold.name].join("|"), ref: ask.measure.ref };
}

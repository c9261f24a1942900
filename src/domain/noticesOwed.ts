import type { Delivery, Mark } from "./delivery.ts";
import type { LocalDate } from "./localDate.ts";
import { type Ask, asksOwed, type IsWorkingDay, type Threshold } from "./owed.ts";
import type { ObjectId, Plan, PlanId } from "./plan.ts";

/** A delivery and the marks it carries: they are written together or not at all (law 2). */
export interface OwedNotice {
  readonly delivery: Delivery;
  readonly marks: readonly Mark[];
}

/** Stands for the lead of a measure that names none, so that the programme manager hears of it. */
const noLead = "No lead named";

/** A measure has at most two marks and a transaction at most 100 rows, so of more measures a notice is posted in parts. */
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
 */
export function noticesOwed(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, isWorkingDay: IsWorkingDay, managers: readonly ObjectId[]): OwedNotice[] {
  const linked = new Map<ObjectId, Owing[]>();
  const unlinked = new Map<string, Owing[]>();
  for (const ask of asksOwed(plan, today, isWorkingDay)) {
    for (const lead of ask.measure.leads.length > 0 ? ask.measure.leads : [noLead]) {
      const people = plan.links.filter((link) => link.lead === lead);
      if (people.length === 0) add(unlinked, lead, { ask, lead, about: lead });
      for (const { objectId } of people) add(linked, objectId, { ask, lead, about: "own" });
    }
  }
  const reminders = [...linked].flatMap(([to, owing]) => reminderNotices(plan, to, owing, marks, today));
  const reports = [...new Set(managers)].flatMap((to) => unlinkedNotices(plan, to, [...unlinked.values()].flat(), marks, today));
  return [...reports, ...reminders];
}

/**
 * Tells the programme managers, once each, of what was refused or may not have arrived (law 3). A message that says so
 * is not itself reported, nor is somebody told of what could not be told to them.
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
      .map(({ key }) => ({ key, mark: { key: [to, "undelivered", key].join("|") } }))
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
  readonly lead: string;
  /** `own`, or the lead a programme manager is told about: part of the mark's key. */
  readonly about: string;
}

function reminderNotices(plan: Plan, to: ObjectId, owing: readonly Owing[], marks: ReadonlySet<string>, today: LocalDate): readonly OwedNotice[] {
  const once = [...new Map(owing.map((one) => [one.ask.measure.ref, one])).values()];
  return together(
    inParts(once, to, marks).map((part) =>
      owedNotice(plan.id, today, part.marks, { kind: "reminder", to, refs: part.owing.map((one) => one.ask.measure.ref) }),
    ),
  );
}

function unlinkedNotices(plan: Plan, to: ObjectId, owing: readonly Owing[], marks: ReadonlySet<string>, today: LocalDate): readonly OwedNotice[] {
  return together(
    inParts(owing, to, marks).map((part) => {
      const byLead = Map.groupBy(part.owing, (one) => one.lead);
      const leads = [...byLead].map(([lead, ones]) => ({ lead, refs: ones.map((one) => one.ask.measure.ref) }));
      return owedNotice(plan.id, today, part.marks, { kind: "unlinked", to, leads });
    }),
  );
}

/** Parts of one card wait until all of them are posted. */
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
  const parts = [];
  for (let i = 0; i < fresh.length; i += measuresAtOnce) {
    const dealt = fresh.slice(i, i + measuresAtOnce);
    parts.push({ owing: dealt.map(({ one }) => one), marks: dealt.flatMap(({ marks }) => marks) });
  }
  return parts;
}

/** No two deliveries share a mark, so the first one names the delivery. */
export function owedNotice(plan: PlanId, today: LocalDate, marks: readonly Mark[], notice: Delivery["notice"]): OwedNotice {
  const key = `${today}|${notice.kind}|${marks[0]?.key}`;
  return { delivery: { plan, key, notice, owedOn: today, state: { kind: "owed" }, attempts: 0 }, marks };
}

function markOf(to: ObjectId, { ask, about }: Owing, threshold: Threshold): Mark {
  return { key: [to, about, ask.measure.ref, threshold.date, threshold.name].join("|"), ref: ask.measure.ref };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

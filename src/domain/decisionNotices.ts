import type { Decision, Mark } from "./delivery.ts";
import { addDays, daysBetween, type LocalDate } from "./localDate.ts";
import { measuresAtOnce, type OwedNotice, owedNotice, together } from "./noticesOwed.ts";
import { managersOf } from "./permission.ts";
import type { Measure, ObjectId, Plan } from "./plan.ts";

/** Whole days for which a decision is news: somebody linked later is not told of old ones. */
const newsForDays = 30;

/** What waits for a decision about a measure, and what was decided. */
export interface Decidable {
  /** The row that asks, since when, and who decides. */
  readonly waiting?: { readonly id: string; readonly on: LocalDate; readonly deciders: readonly ObjectId[] };
  /** The rows that decided; `asker` is told as the leads are. */
  readonly decided: readonly { readonly id: string; readonly on: LocalDate; readonly by: ObjectId; readonly asker?: ObjectId }[];
}

/** One kind of thing that is asked for and decided. */
export interface DecisionKind {
  /** Part of the marks' keys. */
  readonly about: string;
  of(measure: Measure): Decidable;
  request(to: ObjectId, requests: readonly Decision[]): OwedNotice["delivery"]["notice"];
  decision(to: ObjectId, decisions: readonly Decision[]): OwedNotice["delivery"]["notice"];
}

/**
 * Works out who must hear of decisions: whoever decides on what waits, at once and then as often as an overdue measure is
 * chased; and of those taken, once, who asked and the leads. One notice a person each, with whatever is not told yet.
 */
export function decisionNotices(plan: Plan, marks: ReadonlySet<string>, today: LocalDate, admins: readonly ObjectId[], kind: DecisionKind): OwedNotice[] {
  const asked = new Map<ObjectId, Owing[]>();
  const decided = new Map<ObjectId, Owing[]>();
  const every = plan.settings.chaseEveryDays;
  for (const measure of plan.measures) {
    const { ref } = measure;
    const { waiting, decided: all } = kind.of(measure);
    if (waiting) {
      const after = Math.max(0, Math.floor(daysBetween(waiting.on, today) / every) * every);
      for (const to of waiting.deciders) add(asked, to, kind.about, { ref, id: waiting.id }, `${after} after`);
    }
    for (const { id, on, by, asker } of all) {
      if (on < addDays(today, -newsForDays)) continue;
      for (const to of toldOf(plan, measure, asker, admins)) if (to !== by) add(decided, to, kind.about, { ref, id }, "decided");
    }
  }
  return [
    ...[...asked].flatMap(([to, owing]) => notices(plan, marks, today, owing, (some) => kind.request(to, some))),
    ...[...decided].flatMap(([to, owing]) => notices(plan, marks, today, owing, (some) => kind.decision(to, some))),
  ];
}

/** Of those, somebody who is not the plan's any more gets nothing (law 5). */
function toldOf(plan: Plan, { leads }: Measure, asker: ObjectId | undefined, admins: readonly ObjectId[]): ReadonlySet<ObjectId> {
  const theirs = new Set([...plan.links, ...plan.roles].map(({ objectId }) => objectId).concat(managersOf(plan, admins)));
  const linked = plan.links.filter(({ lead }) => leads.includes(lead)).map(({ objectId }) => objectId);
  return new Set([...(asker ? [asker] : []), ...linked].filter((one) => theirs.has(one)));
}

interface Owing {
  readonly decision: Decision;
  readonly mark: Mark;
}

function add(map: Map<ObjectId, Owing[]>, to: ObjectId, about: string, decision: Decision, threshold: string): void {
  const mark = { key: [to, about, decision.ref, decision.id, threshold].join("|"), ref: decision.ref };
  map.set(to, [...(map.get(to) ?? []), { decision, mark }]);
}

function notices(
  plan: Plan,
  marks: ReadonlySet<string>,
  today: LocalDate,
  owing: readonly Owing[],
  noticeOf: (decisions: Decision[]) => OwedNotice["delivery"]["notice"],
): readonly OwedNotice[] {
  const fresh = owing.filter(({ mark }) => !marks.has(mark.key));
  const found: OwedNotice[] = [];
  for (let from = 0; from < fresh.length; from += measuresAtOnce) {
    const some = fresh.slice(from, from + measuresAtOnce);
    const itsMarks = some.map(({ mark }) => mark);
    found.push(owedNotice(plan.id, today, itsMarks, noticeOf(some.map(({ decision }) => decision))));
  }
  return together(found);
}

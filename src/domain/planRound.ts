import { answerersOf, askedFor, unlinkedLeadsOf } from "./askedFor.ts";
import { addDays, type LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { ObjectId, Plan } from "./plan.ts";
import { type AskedInRound, pair, pairsIn, roundSubject, roundsOf } from "./round.ts";
import { isSettled } from "./standing.ts";
import { stillAwaited } from "./stillAwaited.ts";

/** What a round would ask, and what it leaves out. */
export interface PlannedRound {
  readonly asked: readonly AskedInRound[];
  /** Refs that will be asked about, each once though it has several leads. */
  readonly refs: readonly string[];
  /** Answered lately. */
  readonly answered: readonly string[];
  /** Asked in a round today already. */
  readonly askedToday: readonly string[];
  /** Everybody who leads it is away without a deputy, or paused. */
  readonly away: readonly string[];
  /** Leads nobody is linked to, as written, with what they would be asked. */
  readonly unlinked: ReadonlyMap<string, readonly string[]>;
}

/**
 * Works out whom a round asks today: everybody who leads open measures, about those. Measures that wait for another are
 * not open yet.
 *
 * @param area - ref of the only area to ask about
 * @param days - whose measures were answered in so many days, today included, are left out; 0 leaves out none
 */
export function planRound(plan: Plan, today: LocalDate, { area, days }: { readonly area?: string; readonly days: number }): PlannedRound {
  const asked = new Map<ObjectId, string[]>();
  const [refs, answered, askedToday, away] = [new Set<string>(), [] as string[], [] as string[], [] as string[]];
  const unlinked = new Map<string, string[]>();
  const ofToday = roundsOf(plan.matters.rounds[roundSubject]).filter(({ on }) => on === today);
  const before = new Set(ofToday.flatMap((round) => pairsIn(round.asked)));
  for (const measure of plan.measures) {
    const { ref } = measure;
    if (!isOpen(plan, measure) || (area !== undefined && measure.area !== area)) continue;
    if ((measure.standing?.latest?.on ?? "") > addDays(today, -days)) {
      answered.push(ref);
      continue;
    }
    for (const lead of unlinkedLeadsOf(plan, measure)) unlinked.set(lead, [...(unlinked.get(lead) ?? []), ref]);
    const people = askedFor(plan, measure, today).map(({ objectId }) => objectId);
    const fresh = people.filter((to) => !before.has(pair(to, ref)));
    if (people.length === 0 && answerersOf(plan, measure).length > 0) away.push(ref);
    else if (people.length > 0 && fresh.length === 0) askedToday.push(ref);
    for (const to of fresh) {
      asked.set(to, [...(asked.get(to) ?? []), ref]);
      refs.add(ref);
    }
  }
  return { asked: [...asked].map(([to, theirs]) => ({ to, refs: theirs })), refs: [...refs], answered, askedToday, away, unlinked };
}

function isOpen(plan: Plan, measure: Measure): boolean {
  return !isSettled(measure, plan.scheme) && stillAwaited(plan, measure).length === 0;
}

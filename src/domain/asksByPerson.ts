import { askedFor, unlinkedLeadsOf } from "./askedFor.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import { type Ask, type IsWorkingDay, openAsks, type Threshold } from "./owed.ts";
import type { ObjectId, Plan } from "./plan.ts";
import { isUnderWay, roundSubject, roundsOf, roundThreshold } from "./round.ts";
import type { OpenRound } from "./roundsOpen.ts";

/** What a lead nobody is linked to would be asked. */
export interface UnlinkedAsk {
  readonly ask: Ask;
  readonly lead: string;
}

/**
 * Who is asked about what on a day: what is owed of each measure, to whoever is asked for it (`askedFor`), as they want to be
 * asked; besides, what somebody wanted to be reminded of on that day and what a round asks.
 *
 * Who is away without a deputy, or paused, is asked nothing. When they are back what is then owed is owed to them, as
 * one card.
 */
export function asksByPerson(
  plan: Plan,
  today: LocalDate,
  isWorkingDay: IsWorkingDay,
  rounds: readonly OpenRound[] = [],
): { linked: Map<ObjectId, Ask[]>; unlinked: UnlinkedAsk[] } {
  const linked = new Map<ObjectId, Ask[]>();
  const unlinked: UnlinkedAsk[] = [];
  const besides = askedBesides(plan);
  for (const ask of openAsks(plan, today, isWorkingDay)) {
    if (ask.thresholds.length === 0 && rounds.length === 0 && !besides.has(ask.measure.ref)) continue;
    if (ask.thresholds.length > 0) for (const lead of unlinkedLeadsOf(plan, ask.measure)) unlinked.push({ ask, lead });
    for (const { objectId: to } of askedFor(plan, ask.measure, today)) {
      const thresholds = wantedBy(plan, to, ask, today, rounds);
      if (thresholds.length > 0) linked.set(to, [...(linked.get(to) ?? []), { ...ask, thresholds }]);
    }
  }
  return { linked, unlinked };
}

/** Measures that may be asked about though no date of theirs is near: most of a large plan is not, and is passed over. */
function askedBesides({ matters }: Plan): ReadonlySet<string> {
  const wished = Object.values(matters.asking).flatMap(({ later }) => Object.keys(later));
  const inRounds = roundsOf(matters.rounds[roundSubject]).flatMap(({ asked }) => asked.flatMap(({ refs }) => refs));
  return new Set([...wished, ...inRounds]);
}

/**
 * Of what is owed to somebody, what they are to be told today.
 *
 * Early reminders can be turned off, the last one before a date and the first one after it never. Who asked to be
 * reminded on a day hears nothing before it but those two. What somebody has seen today is not told again today.
 */
function wantedBy(plan: Plan, person: ObjectId, { measure, thresholds }: Ask, today: LocalDate, rounds: readonly OpenRound[]): readonly Threshold[] {
  const { ref } = measure;
  const wishes = plan.matters.asking[person];
  if (wishes?.seen[ref] === today) return [];

  const later = wishes?.later[ref];
  const isAnswered = later && (measure.standing?.latest?.at ?? "") >= later.at;
  const waits = later && !isAnswered && today < later.remindOn;
  const onlyLast = plan.matters.arrangements[person]?.onlyLast;
  const told = thresholds.filter(({ weight }) => weight === undefined || (!waits && !(weight === "early" && onlyLast)));
  const wanted = later && !isAnswered && !waits ? [{ date: later.remindOn, name: "as wanted" }] : [];
  return [...told, ...wanted, ...inRounds(plan, person, measure, today), ...beforeDigests(measure, rounds)];
}

/** Asked once in each round, unless they reported since it opened. */
function beforeDigests({ standing }: Measure, rounds: readonly OpenRound[]): Threshold[] {
  return rounds.filter(({ roundOn }) => (standing?.latest?.on ?? "") < roundOn).map(({ digest, on }) => ({ date: on, name: `round for ${digest}` }));
}

function inRounds({ matters }: Plan, person: ObjectId, { ref, standing }: Measure, today: LocalDate): Threshold[] {
  return roundsOf(matters.rounds[roundSubject])
    .filter((round) => isUnderWay(round, today) && (standing?.latest?.at ?? "") < round.at)
    .filter(({ asked }) => asked.some(({ to, refs }) => to === person && refs.includes(ref)))
    .map((round) => ({ date: round.on, name: roundThreshold(round) }));
}

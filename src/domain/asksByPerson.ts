import { isAbsent, standInsOf } from "./arrangement.ts";
import type { LocalDate } from "./localDate.ts";
import { type Ask, type IsWorkingDay, openAsks, type Threshold } from "./owed.ts";
import type { Measure, ObjectId, Plan } from "./plan.ts";
import { isUnderWay, roundSubject, roundThreshold } from "./round.ts";

/** Stands for the lead of a measure that names none, so that the programme manager hears of it. */
const noLead = "No lead named";

/** What a lead nobody is linked to would be asked. */
export interface UnlinkedAsk {
  readonly ask: Ask;
  readonly lead: string;
}

/**
 * Who is asked about what on a day: what is owed of each measure, to the people its leads are linked to, as they want to be
 * asked; besides, what somebody wanted to be reminded of on that day and what a round asks.
 *
 * Who is away without a deputy, or paused, is asked nothing. When they are back what is then owed is owed to them, as
 * one card.
 */
export function asksByPerson(plan: Plan, today: LocalDate, isWorkingDay: IsWorkingDay): { linked: Map<ObjectId, Ask[]>; unlinked: UnlinkedAsk[] } {
  const linked = new Map<ObjectId, Ask[]>();
  const unlinked: UnlinkedAsk[] = [];
  for (const ask of openAsks(plan, today, isWorkingDay)) {
    const { leads } = ask.measure;
    for (const lead of leads.length > 0 ? leads : [noLead]) {
      if (ask.thresholds.length > 0 && !plan.links.some((link) => link.lead === lead)) unlinked.push({ ask, lead });
    }
    for (const to of peopleAsked(plan, ask.measure, today)) {
      const thresholds = wantedBy(plan, to, ask, today);
      if (thresholds.length > 0) linked.set(to, [...(linked.get(to) ?? []), { ...ask, thresholds }]);
    }
  }
  return { linked, unlinked };
}

/** Who is asked about a measure on a day, each once: those linked to its leads, in place of who is away their deputy. */
export function peopleAsked(plan: Plan, { leads }: Measure, today: LocalDate): ReadonlySet<ObjectId> {
  const people = plan.links.filter(({ lead }) => leads.includes(lead)).map(({ objectId }) => objectId);
  const { arrangements } = plan.matters;
  const there = people.map((one) => standInsOf(arrangements, one, today).at(-1) ?? one);
  return new Set(there.filter((one) => !isAbsent(arrangements[one], today)));
}

/**
 * Of what is owed to somebody, what they are to be told today.
 *
 * Early reminders can be turned off, the last one before a date and the first one after it never. Who asked to be
 * reminded on a day hears nothing before it but those two. What somebody has seen today is not told again today.
 */
function wantedBy(plan: Plan, person: ObjectId, { measure, thresholds }: Ask, today: LocalDate): readonly Threshold[] {
  const { ref } = measure;
  const wishes = plan.matters.asking[person];
  if (wishes?.seen[ref] === today) return [];

  const later = wishes?.later[ref];
  const isAnswered = later && (measure.standing?.latest?.at ?? "") >= later.at;
  const waits = later && !isAnswered && today < later.remindOn;
  const onlyLast = plan.matters.arrangements[person]?.onlyLast;
  const told = thresholds.filter(({ weight }) => weight === undefined || (!waits && !(weight === "early" && onlyLast)));
  const wanted = later && !isAnswered && !waits ? [{ date: later.remindOn, name: "as wanted" }] : [];
  return [...told, ...wanted, ...inRound(plan, person, measure, today)];
}

function inRound({ matters }: Plan, person: ObjectId, { ref, standing }: Measure, today: LocalDate): Threshold[] {
  const round = matters.rounds[roundSubject];
  const isAsked = round && isUnderWay(round, today) && round.asked.some(({ to, refs }) => to === person && refs.includes(ref));
  return isAsked && (standing?.latest?.at ?? "") < round.at ? [{ date: round.on, name: roundThreshold(round) }] : [];
}

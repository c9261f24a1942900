import { isAbsent, leaveOn, standInsOf } from "./arrangement.ts";
import type { LocalDate } from "./localDate.ts";
import type { Measure } from "./measure.ts";
import type { ObjectId, Plan } from "./plan.ts";

/** Somebody to ask about a measure. */
export interface AskedPerson {
  readonly objectId: ObjectId;
  /** Who is away and would be asked. */
  readonly inPlaceOf?: ObjectId;
}

type People = Pick<Plan, "links" | "matters">;

/** Who answers for a measure, away or not: those its leads are linked to, as assignments change it. Each once. */
export function answerersOf({ links, matters }: People, { ref, leads }: Measure): ObjectId[] {
  const { given = [], relieved = [], alone = false } = matters.assignments[ref] ?? {};
  const linked = alone ? [] : links.filter(({ lead, objectId }) => leads.includes(lead) && !relieved.includes(objectId));
  return [...new Set([...linked.map(({ objectId }) => objectId), ...given])];
}

/**
 * Who is asked about a measure on a day.
 *
 * Whoever is away is asked through their deputy, or not at all; so is nobody before the day to which they paused, and
 * nobody who said that the measure is not theirs while that waits for its decision.
 *
 * @returns each person once; somebody who is asked as their own is not named as a deputy besides
 */
export function askedFor(plan: People, measure: Measure, today: LocalDate): AskedPerson[] {
  const { arrangements, claims } = plan.matters;
  const disowned = new Set(claims[measure.ref]?.waiting.map(({ by }) => by.objectId));
  const isGone = (person: ObjectId) => isAbsent(arrangements[person], today);
  const isAwayNow = (person: ObjectId) => arrangements[person] !== undefined && leaveOn(arrangements[person], today) !== undefined;

  const asked = answerersOf(plan, measure)
    .filter((person) => !disowned.has(person) && !isGone(person))
    .flatMap((person): AskedPerson[] => {
      if (!isAwayNow(person)) return [{ objectId: person }];
      const standIn = standInsOf(arrangements, person, today).at(-1);
      const canAsk = standIn !== undefined && !isAwayNow(standIn) && !isGone(standIn) && !disowned.has(standIn);
      return canAsk ? [{ objectId: standIn, inPlaceOf: person }] : [];
    });
  const own = asked.filter(({ inPlaceOf }) => inPlaceOf === undefined);
  return [...new Map([...asked, ...own].map((one) => [one.objectId, one])).values()];
}

/** Stands for the lead of a measure that names none, so that the programme manager hears of it. */
const noLead = "No lead named";

/** Leads, as written, through whom nobody can be asked about a measure. */
export function unlinkedLeadsOf({ links, matters }: People, { ref, leads }: Measure): string[] {
  const { given = [], alone = false } = matters.assignments[ref] ?? {};
  if (alone) return [];
  if (leads.length === 0) return given.length > 0 ? [] : [noLead];
  return leads.filter((lead) => !links.some((link) => link.lead === lead));
}

/** Everybody who holds a part in a plan, or will on the days they were named a deputy for. */
export function peopleOf({ links, roles, matters }: Pick<Plan, "links" | "roles" | "matters">): ObjectId[] {
  const held = [...links, ...roles].map(({ objectId }) => objectId);
  const given = Object.values(matters.assignments).flatMap((one) => one.given);
  const deputies = Object.values(matters.arrangements).flatMap(({ leaves = [] }) => leaves.flatMap(({ deputy }) => deputy ?? []));
  return [...new Set([...held, ...given, ...deputies])];
}

import { peopleCard } from "../cards/peopleCard.ts";
import { answerersOf } from "../domain/askedFor.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import type { AtPlan } from "./atPlan.ts";
import { awayInWords } from "./composeArrangement.ts";
import { waitingClaims } from "./composeClaims.ts";
import { leadsOf } from "./knowPeople.ts";
import { nameFor, notReached } from "./undelivered.ts";

/** Who is linked to each lead as written, who is not, and what could not be delivered, for a programme manager. @param from - the first line to be shown, from 1 */
export async function composePeople(ports: Ports, { plan, today }: Pick<AtPlan, "plan" | "today">, from = 1): Promise<Message> {
  const known = new Map((await ports.people.all()).map((person) => [person.objectId, person]));
  const nameOf = (id: ObjectId) => `${nameFor(known.get(id), id)}${known.get(id)?.left ? " (has removed the app)" : ""}`;
  const leads = leadsOf(plan).map(({ lead, refs }) => ({
    lead,
    measures: refs.length,
    people: plan.links.filter((link) => link.lead === lead).map((link) => nameOf(link.objectId)),
  }));
  const card = peopleCard({
    from,
    planTitle: plan.title,
    linked: leads.filter(({ people }) => people.length > 0),
    unlinked: leads.filter(({ people }) => people.length === 0),
    roles: plan.roles.map(({ objectId, role, area, standsFor }) => ({ who: nameOf(objectId), role, of: area ?? (standsFor && nameOf(standsFor)) })),
    claimed: waitingClaims(plan).map(({ ref, by }) => `${by.name}: ${ref}`),
    given: Object.keys(plan.matters.assignments).flatMap((ref) => {
      const measure = plan.measures.find((one) => one.ref === ref && plan.matters.assignments[ref]?.given.length);
      return measure ? `${ref}: ${answerersOf(plan, measure).map(nameOf).join(", ")}` : [];
    }),
    away: Object.entries(plan.matters.arrangements).flatMap(([id, arrangement]) => awayInWords(nameOf(id), arrangement, today, nameOf)),
    undelivered: await notReached(ports, plan, known),
  });
  return { card, alert: `People of ${plan.title}` };
}

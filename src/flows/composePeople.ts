import { peopleCard } from "../cards/peopleCard.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import { leadsOf } from "./knowPeople.ts";
import { nameFor, notReached } from "./undelivered.ts";

/** Who is linked to each lead as written, who is not, and what could not be delivered, for a programme manager. */
export async function composePeople(ports: Ports, plan: Plan): Promise<Message> {
  const known = new Map((await ports.people.all()).map((person) => [person.objectId, person]));
  const nameOf = (id: ObjectId) => nameFor(known.get(id), id);
  const leads = leadsOf(plan).map(({ lead, refs }) => ({
    lead,
    measures: refs.length,
    people: plan.links.filter((link) => link.lead === lead).map((link) => nameOf(link.objectId)),
  }));
  const card = peopleCard({
    planTitle: plan.title,
    linked: leads.filter(({ people }) => people.length > 0),
    unlinked: leads.filter(({ people }) => people.length === 0),
    roles: plan.roles.map(({ objectId, role, area, standsFor }) => ({ who: nameOf(objectId), role, of: area ?? (standsFor && nameOf(standsFor)) })),
    undelivered: await notReached(ports, plan, nameOf),
  });
  return { card, alert: `People of ${plan.title}` };
}

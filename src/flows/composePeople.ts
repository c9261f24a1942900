import { peopleCard } from "../cards/peopleCard.ts";
import type { Delivery } from "../domain/delivery.ts";
import { inWords, type LocalDate } from "../domain/localDate.ts";
import type { Person } from "../domain/person.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import type { Message, Ports } from "../ports.ts";
import { leadsOf } from "./knowPeople.ts";

/** Who is linked to each lead as written, who is not, and what could not be delivered, for a programme manager. */
export async function composePeople(ports: Ports, plan: Plan): Promise<Message> {
  const known = new Map((await ports.people.all()).map((person) => [person.objectId, person]));
  const nameOf = (id: ObjectId) => nameFor(known.get(id), id);
  const leads = leadsOf(plan).map(({ lead, refs }) => ({
    lead,
    measures: refs.length,
    people: plan.links.filter((link) => link.lead === lead).map((link) => nameOf(link.objectId)),
  }));
  const open = await ports.notices.open(plan.id);
  const card = peopleCard({
    planTitle: plan.title,
    linked: leads.filter(({ people }) => people.length > 0),
    unlinked: leads.filter(({ people }) => people.length === 0),
    roles: plan.roles.map(({ objectId, role, area }) => ({ who: nameOf(objectId), role, area })),
    undelivered: open.flatMap((delivery) => undelivered(delivery, nameOf, plan.channel?.name ?? "the plan's channel")),
  });
  return { card, alert: `People of ${plan.title}` };
}

function undelivered({ notice, state, owedOn }: Delivery, nameOf: (id: ObjectId) => string, channel: string) {
  const why = whyNot(state);
  if (!why) return [];
  const what =
    notice.kind === "digest" ? `${notice.digest} digest` : notice.kind === "reminder" ? `reminder of ${notice.refs.length}` : "list of unlinked leads";
  return [{ to: notice.kind === "digest" ? channel : nameOf(notice.to), what, why, since: inWords(owedOn as LocalDate) }];
}

function whyNot(state: Delivery["state"]): string | undefined {
  switch (state.kind) {
    case "waiting":
      return "waits until they first open Drumbeat";
    case "refused":
      return `refused: ${state.why}`;
    case "unknown":
      return `may have arrived: ${state.why}`;
    default:
      return undefined;
  }
}

function nameFor(person: Person | undefined, id: ObjectId): string {
  return person?.name ?? person?.email ?? id;
}

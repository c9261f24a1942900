import { peopleOf } from "../domain/askedFor.ts";
import type { Person } from "../domain/person.ts";
import type { ObjectId, Plan } from "../domain/plan.ts";
import { UserError } from "../domain/userError.ts";
import type { Ports } from "../ports.ts";
import { nameFor } from "./undelivered.ts";

/** Somebody who was named, as far as they are known. */
export interface Named {
  readonly objectId: ObjectId;
  readonly name?: string;
}

const objectIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Finds whom typed words name: an Entra object id; the whole name or e-mail of anybody I have heard of; part of the name of
 * somebody of this plan; or a lead as the plan writes it, where one person is linked to it.
 *
 * @throws UserError when it is nobody, or could be several
 */
export async function findPerson(ports: Pick<Ports, "people">, plan: Plan, words: string): Promise<Named> {
  const typed = words
    .trim()
    .replace(/^@\s*/, "")
    .replace(/^the\s+/i, "");
  if (objectIdPattern.test(typed)) return named(await ports.people.find(typed.toLowerCase()), typed.toLowerCase());
  const wanted = typed.toLowerCase();
  const all = wanted === "" ? [] : await ports.people.all();
  const ids = new Set(peopleOf(plan));
  const ofPlan = all.filter(({ objectId, plans }) => ids.has(objectId) || plans?.includes(plan.id));

  const exact = all.filter(({ name, email }) => name?.toLowerCase() === wanted || email?.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : ofPlan.filter(({ name }) => name?.toLowerCase().includes(wanted));
  if (found.length > 1) throw new UserError(`“${typed}” could be ${found.map((one) => describe(one)).join(" or ")}. Write more of it, or the object id.`);
  if (found[0]) return named(found[0], found[0].objectId);

  const linked = plan.links.filter(({ lead }) => lead.toLowerCase() === wanted);
  if (linked[0] && linked.length === 1)
    return named(
      all.find(({ objectId }) => objectId === linked[0]?.objectId),
      linked[0].objectId,
    );
  throw new UserError(
    `I know nobody called “${typed}”. Mention the person (@ and their name) in the plan's channel, or write their whole name, e-mail or Entra object id.`,
  );
}

/** A name to show for each of some object ids. */
export async function namesOf(ports: Pick<Ports, "people">): Promise<(id: ObjectId) => string> {
  const known = new Map((await ports.people.all()).map((person) => [person.objectId, person]));
  return (id) => nameFor(known.get(id), id);
}

function named(person: Person | undefined, objectId: ObjectId): Named {
  return { objectId, ...(person?.name !== undefined && { name: person.name }) };
}

function describe({ name, email, objectId }: Person): string {
  return `${name ?? email ?? objectId}${name && email ? ` (${email})` : ""}`;
}

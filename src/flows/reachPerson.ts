import type { Address, Person } from "../domain/person.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";

export interface Way {
  readonly address: Address;
  readonly person?: Person;
  /** Found this moment: what waited for them can go out too. */
  readonly isNew: boolean;
}

/**
 * The way to somebody one to one: where they last wrote, else through the roster of a team that holds the bot (a
 * person of such a team can be reached without having installed it).
 *
 * @returns undefined when nobody has heard of them or they have removed the app; what is for them waits until they are. `notSaid` when nobody has, and
 *   Teams could not say of every team
 */
export async function reachPerson(ports: Pick<Ports, "people" | "messenger" | "log">, objectId: ObjectId): Promise<Way | "notSaid" | undefined> {
  let notSaid = false;
  const person = await ports.people.find(objectId);
  // The team's roster would find them, and Teams refuse what is sent.
  if (person?.left) return undefined;
  if (person?.address) return { address: person.address, person, isNew: false };
  for (const team of await ports.people.teams()) {
    try {
      const address = await ports.messenger.openPersonal(team, objectId);
      if (!address) continue;
      await ports.people.save({ objectId, address });
      return { address, person, isNew: true };
    } catch (error) {
      ports.log.error("roster could not be asked", error, { team: team.teamId });
      notSaid = true;
    }
  }
  return notSaid ? "notSaid" : undefined;
}

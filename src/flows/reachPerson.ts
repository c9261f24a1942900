import type { Address } from "../domain/person.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";

/**
 * The way to somebody one to one: where they last wrote, else through the roster of a team that holds the bot (a
 * person of such a team can be reached without having installed it).
 *
 * @returns undefined when nobody has heard of them; what is for them waits until they are
 */
export async function reachPerson(ports: Pick<Ports, "people" | "messenger" | "log">, objectId: ObjectId): Promise<Address | undefined> {
  const known = await ports.people.find(objectId);
  if (known?.address) return known.address;
  for (const team of await ports.people.teams()) {
    try {
      const address = await ports.messenger.openPersonal(team, objectId);
      if (!address) continue;
      await ports.people.save({ objectId, address });
      return address;
    } catch (error) {
      ports.log.error("roster could not be asked", error, { team: team.teamId });
    }
  }
  return undefined;
}

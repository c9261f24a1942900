import type { Team } from "../domain/person.ts";
import type { Ports } from "../ports.ts";
import { reachPerson } from "./reachPerson.ts";
import { releaseWaiting } from "./releaseWaiting.ts";

/** A team that holds the bot was heard of: its roster may know people something waits for. */
export async function meetTeam(ports: Ports, team: Team): Promise<void> {
  const known = (await ports.people.teams()).find((one) => one.teamId === team.teamId);
  if (known?.serviceUrl === team.serviceUrl && known.botId === team.botId) return;
  await ports.people.saveTeam(team);
  if (known) return;
  for (const { objectId, awaited } of await ports.people.all()) {
    const way = awaited ? await reachPerson(ports, objectId) : undefined;
    if (way && way !== "notSaid") await releaseWaiting(ports, objectId);
  }
}

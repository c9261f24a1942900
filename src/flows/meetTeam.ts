import type { Team } from "../domain/person.ts";
import type { Ports } from "../ports.ts";

/** A team that holds the bot was heard of: its roster may know people something waits for. */
export async function meetTeam(ports: Ports, team: Team): Promise<void> {
  const known = (await ports.people.teams()).find((one) => one.teamId === team.teamId);
  if (known?.serviceUrl === team.serviceUrl && known.botId === team.botId) return;
  await ports.people.saveTeam(team);
  if (known) return;
  for (const { id } of await ports.plans.list()) {
    for (const delivery of await ports.notices.open(id)) {
      if (delivery.state.kind === "waiting" && (await ports.notices.move(delivery, { kind: "owed" }))) await ports.notices.queue(delivery);
    }
  }
}

import { isDeepStrictEqual } from "node:util";
import type { Asker, Ports } from "../ports.ts";
import { releaseWaiting } from "./releaseWaiting.ts";

/**
 * Keeps the way to a person fresh with every message of theirs (the serviceUrl moves), and lets out what waited for
 * them the first time they are heard of one to one (law 6).
 */
export async function hearPerson(ports: Ports, asker: Asker): Promise<void> {
  const known = await ports.people.find(asker.objectId);
  const personal = asker.where.kind === "personal";
  const name = asker.name || known?.name;
  const moved = personal && !isDeepStrictEqual(known?.address, asker.address);
  if (moved || name !== known?.name || !known) await ports.people.save({ objectId: asker.objectId, name, ...(personal && { address: asker.address }) });
  if (personal && known?.awaited) await releaseWaiting(ports, asker.objectId);
}

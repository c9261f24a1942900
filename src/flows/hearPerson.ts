import { isDeepStrictEqual } from "node:util";
import type { Address } from "../domain/person.ts";
import type { ObjectId } from "../domain/plan.ts";
import type { Asker, Ports } from "../ports.ts";
import { releaseWaiting } from "./releaseWaiting.ts";

/** Real time for which somebody who says the same of themselves again is not looked up again. */
const rememberMs = 5 * 60_000;
const mostRemembered = 10_000;

interface Heard {
  readonly name: string;
  /** Theirs alone; absent when they were heard where others are. */
  readonly address?: Address;
  readonly atMs: number;
}

export interface HearPerson {
  heard(asker: Asker): Promise<void>;
  /** They may have been away meanwhile: whatever is remembered of them, the next time they are heard of they are looked up. */
  cameAnew(objectId: ObjectId): void;
  /** They removed the app: what is for them waits until they are heard of again. */
  left(asker: Asker): Promise<void>;
}

/**
 * Keeps the way to a person fresh with every message of theirs (the serviceUrl moves), and lets out what waited for
 * them the first time they are heard of one to one (law 6). What it remembers spares a look; forgetting it costs one.
 */
export function makeHearPerson(ports: Ports): HearPerson {
  const lately = new Map<ObjectId, Heard>();
  return { heard, cameAnew: (objectId) => void lately.delete(objectId), left };

  async function heard(asker: Asker): Promise<void> {
    const personal = asker.where.kind === "personal";
    const now: Heard = { name: asker.name, ...(personal && { address: asker.address }), atMs: Date.parse(ports.clock.realNow()) };
    if (saysNothingNew(lately.get(asker.objectId), now)) return;
    await hearPerson(ports, asker, personal);
    if (lately.size >= mostRemembered) lately.clear();
    lately.set(asker.objectId, now);
  }

  async function left({ objectId }: Asker): Promise<void> {
    lately.delete(objectId);
    await ports.people.saveLeft(objectId);
    ports.log.info("removed the app");
  }
}

function saysNothingNew(last: Heard | undefined, heard: Heard): boolean {
  if (!last || heard.atMs - last.atMs >= rememberMs || heard.atMs < last.atMs || last.name !== heard.name) return false;
  return !heard.address || isDeepStrictEqual(last.address, heard.address);
}

async function hearPerson(ports: Ports, asker: Asker, personal: boolean): Promise<void> {
  const known = await ports.people.find(asker.objectId);
  const name = asker.name || known?.name;
  const moved = personal && !isDeepStrictEqual(known?.address, asker.address);
  if (moved || name !== known?.name || !known)
    await ports.people.save({ objectId: asker.objectId, name, ...(personal && { address: asker.address, left: false }) });
  if (personal && known?.awaited) await releaseWaiting(ports, asker.objectId);
}

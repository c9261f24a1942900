import { isDeepStrictEqual } from "node:util";
import type { Delivery } from "../domain/delivery.ts";
import type { Asker, Ports } from "../ports.ts";

/**
 * Keeps the way to a person fresh with every message of theirs (the serviceUrl moves), and lets out what waited for
 * them the first time they are heard of one to one (law 6).
 *
 * @returns true at first contact
 */
export async function hearPerson(ports: Ports, asker: Asker): Promise<boolean> {
  const known = await ports.people.find(asker.objectId);
  const personal = asker.where.kind === "personal";
  const name = asker.name || known?.name;
  const moved = personal && !isDeepStrictEqual(known?.address, asker.address);
  if (moved || name !== known?.name || !known) await ports.people.save({ objectId: asker.objectId, name, ...(personal && { address: asker.address }) });
  if (!personal) return false;

  if (known?.awaited) {
    await releaseWaiting(ports, asker);
    await ports.people.save({ objectId: asker.objectId, awaited: false });
  }
  return !known?.address;
}

/** Several days' waiting reminders of a plan become one card: people are asked once, as things stand now. */
async function releaseWaiting(ports: Ports, { objectId }: Asker): Promise<void> {
  for (const { id } of await ports.plans.list()) {
    const waiting = (await ports.notices.open(id)).filter(
      ({ state, notice }) => state.kind === "waiting" && notice.kind !== "digest" && notice.to === objectId,
    );
    for (const alike of Map.groupBy(waiting, (delivery) => delivery.notice.kind).values()) {
      const merged = mergeWaiting(alike);
      if (merged && !(await ports.notices.merge(merged, alike))) ports.log.warn("waiting deliveries moved meanwhile", { plan: id });
    }
  }
}

function mergeWaiting(alike: readonly Delivery[]): Delivery | undefined {
  const last = alike.at(-1);
  if (!last || last.notice.kind === "digest") return undefined;
  const refs = [...new Set(alike.flatMap(({ notice }) => (notice.kind === "reminder" ? notice.refs : [])))];
  const leads = alike.flatMap(({ notice }) => (notice.kind === "unlinked" ? notice.leads : []));
  const notice = last.notice.kind === "reminder" ? { ...last.notice, refs } : { ...last.notice, leads: mergeLeads(leads) };
  return { ...last, key: `${last.key}|released`, notice, state: { kind: "owed" } };
}

function mergeLeads(leads: readonly { lead: string; refs: readonly string[] }[]) {
  return [...Map.groupBy(leads, ({ lead }) => lead)].map(([lead, ones]) => ({ lead, refs: [...new Set(ones.flatMap(({ refs }) => refs))] }));
}

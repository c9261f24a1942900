import { randomUUID } from "node:crypto";
import type { Ports, StoredDelivery } from "../../src/ports.ts";
import { leaveRetriesOn } from "./leaveRetriesOn.ts";

/** Wrong versions of the engine, each of which the campaign must find out. */
export const plantedFaults = {
  "the claim left out": (ports: Ports): Ports => ({
    ...ports,
    notices: {
      ...ports.notices,
      async claim({ delivery }): Promise<StoredDelivery | undefined> {
        if (delivery.state.kind !== "owed") return undefined;
        return { delivery: { ...delivery, attempts: delivery.attempts + 1 }, etag: "*" };
      },
    },
  }),

  "the mark not insert-only": (ports) => ({
    ...ports,
    notices: {
      ...ports.notices,
      async post(delivery, noticed) {
        if ((await ports.notices.post(delivery, noticed)) || !delivery) return true;
        return ports.notices.post({ ...delivery, key: `${delivery.key}|${randomUUID()}` }, { ...noticed, marks: [], digests: [] });
      },
    },
  }),

  "retries left on": (ports) => {
    leaveRetriesOn();
    return ports;
  },

  "the record before the send": (ports) => ({
    ...ports,
    notices: {
      ...ports.notices,
      async claim(found, now) {
        const claim = await ports.notices.claim(found, now);
        return claim && (await ports.notices.record(claim, { kind: "sent", at: now })) ? claim : undefined;
      },
      record: async () => true,
    },
  }),
  "an update taken back in words before it is stored": (ports) => ({
    ...ports,
    plans: {
      ...ports.plans,
      async record(id, update, standing) {
        if (update.kind !== "withdrawal") return ports.plans.record(id, update, standing);
        setTimeout(() => ports.plans.record(id, update, standing).catch(() => {}), 1_000);
        return { kind: "stored" };
      },
    },
  }),

  "said to be sent again and forgotten": (ports) => ({
    ...ports,
    notices: {
      ...ports.notices,
      move: async (delivery, state) =>
        (delivery.state.kind === "unknown" || delivery.state.kind === "refused") && state.kind === "owed" ? true : ports.notices.move(delivery, state),
    },
  }),

  // Its replicas are of the release `careless`, among newer ones.
  "a newer version's rows taken for one's own": (ports) => ports,
} as const satisfies Record<string, (ports: Ports) => Ports>;

export type PlantedFault = keyof typeof plantedFaults;

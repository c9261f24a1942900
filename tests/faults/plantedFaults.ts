import { randomUUID } from "node:crypto";
import type { Claim, Ports, SendOutcome } from "../../src/ports.ts";

/** Wrong versions of the engine, each of which the campaign must find out. */
export const plantedFaults = {
  "the claim left out": (ports: Ports): Ports => ({
    ...ports,
    notices: {
      ...ports.notices,
      async claim(plan, key): Promise<Claim | undefined> {
        const delivery = await ports.notices.find(plan, key);
        if (delivery?.state.kind !== "owed") return undefined;
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

  "retries left on": (ports) => ({
    ...ports,
    messenger: {
      ...ports.messenger,
      async send(to, message): Promise<SendOutcome> {
        let outcome = await ports.messenger.send(to, message);
        for (let tries = 0; tries < 3 && outcome.kind === "unknown"; tries++) outcome = await ports.messenger.send(to, message);
        return outcome;
      },
    },
  }),

  "the record before the send": (ports) => ({
    ...ports,
    notices: {
      ...ports.notices,
      async claim(plan, key, now) {
        const claim = await ports.notices.claim(plan, key, now);
        return claim && (await ports.notices.record(claim, { kind: "sent", at: now })) ? claim : undefined;
      },
      record: async () => true,
    },
  }),
} as const satisfies Record<string, (ports: Ports) => Ports>;

export type PlantedFault = keyof typeof plantedFaults;

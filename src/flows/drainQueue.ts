import type { ObjectId } from "../domain/plan.ts";
import type { Ports } from "../ports.ts";
import { deliverNotice } from "./deliverNotice.ts";

/** Sent side by side; each conversation gets one message at most of a handful, so none is hurried. */
const atOnce = 8;

/**
 * Delivers what is in the queue until it is empty. Each fails alone (law 6): its ticket comes up again when its lease ends.
 *
 * @param stopping - once it is aborted no more is taken; what is in hand is finished
 */
export async function drainQueue(ports: Ports, admins: readonly ObjectId[], stopping?: AbortSignal): Promise<void> {
  while (!stopping?.aborted) {
    const tickets = await ports.notices.take(atOnce);
    if (tickets.length === 0) return;
    await Promise.all(
      tickets.map((ticket) =>
        deliverNotice(ports, ticket, admins).catch((error: unknown) => ports.log.error("delivery failed", error, { plan: ticket.plan, delivery: ticket.key })),
      ),
    );
  }
}

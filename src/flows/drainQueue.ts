import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import type { Ports, Ticket } from "../ports.ts";
import { deliverNotice } from "./deliverNotice.ts";

const takenAtOnce = 32;
/** Sent side by side; each conversation gets one message at most of a handful, so none is hurried. */
const sentAtOnce = 8;
/** Real time for which a plan that was read serves the next deliveries too. */
const planHoldsMs = 2_000;

/**
 * Delivers what is in the queue until it is empty. Each fails alone (law 6): its ticket comes up again when its lease ends.
 *
 * @param stopping - once it is aborted no more is begun; what is in hand is finished, and the rest is for whoever comes next
 */
export async function drainQueue(ports: Ports, admins: readonly ObjectId[], stopping?: AbortSignal): Promise<void> {
  const readPlan = readLately(ports);
  while (!stopping?.aborted) {
    const tickets = await ports.notices.take(takenAtOnce);
    if (tickets.length === 0) return;
    const left = [...tickets];
    await Promise.all(Array.from({ length: sentAtOnce }, () => deliverEach(left)));
  }

  async function deliverEach(left: Ticket[]): Promise<void> {
    for (let ticket = left.shift(); ticket; ticket = left.shift()) {
      const { plan, key } = ticket;
      try {
        if (stopping?.aborted) await ports.notices.putBack(ticket, 0);
        else await deliverNotice(ports, ticket, admins, readPlan);
      } catch (error) {
        ports.log.error("delivery failed", error, { plan, delivery: key });
      }
    }
  }
}

/** Those who are reminded of one plan within a moment are told of the same state of it. */
function readLately(ports: Ports): (id: PlanId) => Promise<Plan | undefined> {
  const read = new Map<PlanId, { atMs: number; plan: Promise<Plan | undefined> }>();
  return (id) => {
    const atMs = Date.parse(ports.clock.realNow());
    const last = read.get(id);
    if (last && atMs - last.atMs < planHoldsMs) return last.plan;
    const plan = ports.plans.read(id);
    read.set(id, { atMs, plan });
    plan.catch(() => read.delete(id));
    return plan;
  };
}

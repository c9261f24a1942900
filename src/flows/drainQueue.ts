import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import type { Ports, Ticket } from "../ports.ts";
import { deliverNotice } from "./deliverNotice.ts";
import { keyInLog } from "./keyInLog.ts";

const takenAtOnce = 32;
/** Sent side by side; each conversation gets one message at most of a handful, so none is hurried. */
const sentAtOnce = 8;
/** Real time after which no more is taken in this run: whoever watches over the process wants to see runs end. */
const runMs = 20_000;

/**
 * Delivers what is in the queue until it is empty. Each fails alone (law 6): its ticket comes up again when its lease ends.
 *
 * @param stopping - once it is aborted no more is begun; what is in hand is finished, and the rest is for whoever comes next
 * @param now - milliseconds of a clock nobody sets back
 * @returns whether more may be left
 */
export async function drainQueue(
  ports: Ports,
  admins: readonly ObjectId[],
  stopping?: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<boolean> {
  for (const until = now() + runMs; !stopping?.aborted && now() < until; ) {
    const tickets = await ports.notices.take(takenAtOnce);
    if (tickets.length === 0) return false;
    const left = [...tickets];
    const readPlan = readOnce(ports);
    await Promise.all(Array.from({ length: sentAtOnce }, () => deliverEach(left, readPlan)));
  }
  return true;

  async function deliverEach(left: Ticket[], readPlan: (id: PlanId) => Promise<Plan | undefined>): Promise<void> {
    for (let ticket = left.shift(); ticket; ticket = left.shift()) {
      const { plan, key } = ticket;
      try {
        if (stopping?.aborted) await ports.notices.putBack(ticket, 0);
        else await deliverNotice(ports, ticket, admins, readPlan);
      } catch (error) {
        ports.log.error("delivery failed", error, { plan, delivery: keyInLog(key) });
      }
    }
  }
}

/** One reading for all tickets that were taken before it began: it is no older than what any of them is to tell. */
function readOnce(ports: Ports): (id: PlanId) => Promise<Plan | undefined> {
  const plans = new Map<PlanId, Promise<Plan | undefined>>();
  return (id) => {
    const plan = plans.get(id) ?? ports.plans.read(id);
    plans.set(id, plan);
    return plan;
  };
}

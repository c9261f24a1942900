import type { ObjectId, Plan, PlanId } from "../domain/plan.ts";
import { NewerRowError, type Ports, type Ticket } from "../ports.ts";
import { deliverNotice } from "./deliverNotice.ts";
import { keyInLog } from "./keyInLog.ts";

/** Messages, each of a few deliveries. */
const takenAtOnce = 4;
/** Sent side by side; each conversation gets one message at most of a handful, so none is hurried. */
const sentAtOnce = 8;
/** Real time after which no more is taken in this run: whoever watches over the process wants to see runs end. */
const runMs = 20_000;

type ReadPlan = (id: PlanId) => Promise<Plan | undefined>;

/**
 * Delivers what is in the queue until it is empty. Each fails alone (law 6): the run of the next minute queues it again.
 *
 * @param stopping - once it is aborted no more is begun; what is in hand is finished, and the rest is for whoever comes next
 * @param now - milliseconds of a clock nobody sets back
 * @param metNewer - told of a delivery that only a newer release can read; no more is taken in this run, for whoever can read them
 * @returns whether more may be left
 */
export async function drainQueue(
  ports: Ports,
  admins: readonly ObjectId[],
  stopping?: AbortSignal,
  now: () => number = () => performance.now(),
  metNewer: () => void = () => {},
): Promise<boolean> {
  const until = now() + runMs;
  let leftToNewer = false;
  const mayTake = () => !leftToNewer && !stopping?.aborted && now() < until;
  const meet = (error: unknown) => {
    if (!(error instanceof NewerRowError)) return;
    leftToNewer = true;
    metNewer();
  };
  // What was delivered may have let out what waited for it.
  while (mayTake()) if (!(await deliverThoseThere(ports, admins, { mayTake, meet }, stopping))) return false;
  return !leftToNewer;
}

/** Whoever is free takes more while the others still send. @returns false when nothing was there */
async function deliverThoseThere(
  ports: Ports,
  admins: readonly ObjectId[],
  { mayTake, meet }: { readonly mayTake: () => boolean; readonly meet: (error: unknown) => void },
  stopping?: AbortSignal,
): Promise<boolean> {
  const taken: { readonly ticket: Ticket; readonly readPlan: ReadPlan }[] = [];
  let taking: Promise<void> | undefined;
  let wereAny = false;
  let isEmpty = false;

  const ends = await Promise.allSettled(Array.from({ length: sentAtOnce }, deliverEach));
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return wereAny || !isEmpty;

  async function deliverEach(): Promise<void> {
    for (let next = await takeNext(); next; next = await takeNext()) {
      const { ticket, readPlan } = next;
      try {
        if (stopping?.aborted) await ports.notices.putBack(ticket, 0);
        else await deliverNotice(ports, ticket, admins, readPlan);
      } catch (error) {
        ports.log.error("delivery failed", error, { plan: ticket.plan, delivery: keyInLog(ticket.key) });
        meet(error);
        await letGo(ticket);
      }
    }
  }

  /** Others of its message wait for it. */
  async function letGo(ticket: Ticket): Promise<void> {
    try {
      await ports.notices.finish(ticket);
    } catch (error) {
      ports.log.error("ticket not let go", error, { plan: ticket.plan });
    }
  }

  async function takeNext() {
    while (taken.length === 0 && !isEmpty && (taking || mayTake())) {
      taking ??= takeMore();
      await taking;
    }
    return taken.shift();
  }

  async function takeMore(): Promise<void> {
    try {
      const tickets = await ports.notices.take(takenAtOnce);
      const readPlan = readOnce(ports);
      taken.push(...tickets.map((ticket) => ({ ticket, readPlan })));
      isEmpty = tickets.length === 0;
      wereAny ||= !isEmpty;
    } catch (error) {
      // Those who still send would be too few for what they took next.
      isEmpty = true;
      throw error;
    } finally {
      taking = undefined;
    }
  }
}

/** One reading for all tickets that were taken before it began: it is no older than what any of them is to tell. */
function readOnce(ports: Ports): ReadPlan {
  const plans = new Map<PlanId, Promise<Plan | undefined>>();
  return (id) => {
    const plan = plans.get(id) ?? ports.plans.read(id);
    plans.set(id, plan);
    return plan;
  };
}

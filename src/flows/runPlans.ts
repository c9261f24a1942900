import { type Instant, instantOf } from "../domain/localDate.ts";
import type { ObjectId, PlanId } from "../domain/plan.ts";
import type { PlanEntry, Ports } from "../ports.ts";
import { runDay } from "./runDay.ts";
import { sideBySide } from "./sideBySide.ts";

/** What this process knows of its last run of a plan; forgetting it costs one harmless run. */
interface LastRun {
  readonly changedAt: Instant;
  /** In plan time, to the quarter of an hour: a run before nine does not stand for one after. */
  readonly moment: Instant;
  readonly atMs: number;
  readonly onTheirWay: number;
}

/** Real time after which a plan with deliveries on their way is looked after again. */
const againAfterMs = 60_000;

/** Most of a run is waiting for the store. */
const plansAtOnce = 4;

/**
 * The tick: runs each plan that has a reason to be run, which is a new quarter of an hour in plan time, a change, or a
 * delivery on its way to look after. Reads one directory row per plan and nothing more where there is none.
 */
export function makeRunPlans(ports: Ports, admins: readonly ObjectId[]): (stopping?: AbortSignal) => Promise<void> {
  const lastRuns = new Map<PlanId, LastRun>();
  return async (stopping) => {
    await sideBySide(await ports.plans.list(), plansAtOnce, runWithReason, stopping);
  };

  async function runWithReason(entry: PlanEntry): Promise<void> {
    const moment = momentOf(ports);
    if (!hasReason(lastRuns.get(entry.id), entry, moment, nowMs(ports))) return;
    try {
      const { onTheirWay } = await runDay(ports, entry.id, admins);
      lastRuns.set(entry.id, { changedAt: entry.changedAt, moment, atMs: nowMs(ports), onTheirWay });
    } catch (error) {
      ports.log.error("plan not run", error, { plan: entry.id });
    }
  }
}

function hasReason(last: LastRun | undefined, entry: PlanEntry, moment: Instant, now: number): boolean {
  if (!last || last.changedAt !== entry.changedAt || last.moment !== moment) return true;
  return last.onTheirWay > 0 && now - last.atMs >= againAfterMs;
}

/** The quarter of an hour it is in plan time: zones and speaking times fall on quarters, so nothing is missed between two. */
function momentOf(ports: Ports): Instant {
  const quarter = 15 * 60_000;
  return instantOf(Math.floor(Date.parse(ports.clock.now()) / quarter) * quarter);
}

function nowMs(ports: Ports): number {
  return Date.parse(ports.clock.realNow());
}

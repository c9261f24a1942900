import type { ObjectId, PlanId } from "../domain/plan.ts";
import type { Asker, PendingImport, Ports } from "../ports.ts";
import { findWaiting, type ImportTarget, targetOf } from "./importer.ts";
import type { ImportOutcome } from "./importPlan.ts";
import { tryImport } from "./tryImport.ts";

/** What a press on a card about waiting files names. */
export interface WaitingFor {
  readonly pending: string;
  readonly plan: PlanId;
}

/**
 * Reads files that wait for their sender into the plan a press names, on trial.
 *
 * @param columns - what their columns may mean, besides what was said before
 * @throws UserError when they are no longer there or the plan is not theirs to change
 */
export async function tryWaiting(
  ports: Ports,
  asker: Asker,
  admins: readonly ObjectId[],
  { pending: id, plan }: WaitingFor,
  columns: Readonly<Record<string, string>> = {},
): Promise<{ readonly pending: PendingImport; readonly target: ImportTarget; readonly tried: ImportOutcome }> {
  const pending = await findWaiting(ports, asker, id);
  const target = await targetOf(ports, asker, admins, { id: plan, title: pending.title });
  return { pending, target, tried: await tryImport(ports, withColumns(pending, columns), target, { store: false }) };
}

export function withColumns(pending: PendingImport, columns: Readonly<Record<string, string>>): PendingImport {
  return { ...pending, columns: { ...pending.columns, ...columns } };
}

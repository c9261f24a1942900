import type { Measure } from "../domain/measure.ts";
import type { Plan, PlanId } from "../domain/plan.ts";
import { isOvertaken, standingAfter } from "../domain/standing.ts";
import type { Update } from "../domain/update.ts";
import { ConflictError } from "../ports.ts";
import { historyKeysOf, planFrom, planPartition, readRange, valuesOf } from "./planRows.ts";
import type { KeyRange, Row } from "./rows.ts";
import type { Table } from "./table.ts";

/** Plans as they were put together last, each with the rows it was made of. */
export type Made = Map<PlanId, { readonly rows: readonly Row[]; readonly plan: Plan }>;
const mostMade = 25;

/** The very same plan again while no row of it changed. */
export async function readAgain(table: Table, id: PlanId, made: Made): Promise<Plan | undefined> {
  const last = made.get(id);
  const whole = await readWhole(table, id, readRange, last);
  if (!whole) made.delete(id);
  else if (whole.plan !== last?.plan) {
    if (made.size >= mostMade) made.clear();
    made.set(id, whole);
  }
  return whole?.plan;
}

/** @returns the plan with the rows it was made of; of `last` the very same where no row changed @throws ConflictError when imports kept coming between */
export async function readWhole(
  table: Table,
  id: PlanId,
  keys: KeyRange = readRange,
  last?: { readonly rows: readonly Row[]; readonly plan: Plan },
): Promise<{ plan: Plan; rows: readonly Row[] } | undefined> {
  for (let tries = 0; tries < 10; tries++) {
    // The daily run goes through every plan, and would push out what people ask for.
    const rows = await (keys === readRange ? table.rangeAgain(planPartition(id), keys) : table.range(planPartition(id), keys));
    if (last && rows.length === last.rows.length && rows.every((row, n) => row === last.rows[n])) return last;
    const plan = planFrom(id, rows);
    if (plan !== "torn") return plan && { plan: await settleOvertaken(table, plan), rows };
  }
  throw new ConflictError(`The plan ${id} kept changing while it was read. Try again.`);
}

/** An import and an update that met: the few measures concerned stand where their history leaves them. */
async function settleOvertaken(table: Table, plan: Plan): Promise<Plan> {
  if (!plan.measures.some(isOvertaken)) return plan;
  const settle = async (measure: Measure): Promise<Measure> => {
    const history = valuesOf<Update>(await table.range(planPartition(plan.id), historyKeysOf(measure.ref)), "update");
    // What was said after the plan was read is not in it yet.
    const known = history.filter(({ id }) => id <= (measure.standing?.lastUpdate ?? ""));
    return { ...measure, standing: standingAfter(measure, known, plan.scheme) };
  };
  return { ...plan, measures: await Promise.all(plan.measures.map((measure) => (isOvertaken(measure) ? settle(measure) : measure))) };
}

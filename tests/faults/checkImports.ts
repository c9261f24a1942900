import type { Plan } from "../../src/domain/plan.ts";
import { contentRange, generationOf, headKey, type Journal, journalKey, type PlanHead, planPartition } from "../../src/storage/planRows.ts";
import type { Table } from "../../src/storage/table.ts";
import { measureWords, type Round } from "./round.ts";

/** The plan is of one file, the last one that was told to be done or one begun since, and nothing else is left of any. */
export async function faultsOfImports(round: Round, plan: Plan, table: Table): Promise<string[]> {
  const partition = planPartition(round.plan);
  const head = await table.find<PlanHead>(partition, headKey);
  const journal = await table.find<Journal>(partition, journalKey);
  const unseen = (await table.range(partition, contentRange)).filter((row) => generationOf(row) !== head?.value.generation).length;

  const lastTold = round.imports.filter(({ told }) => told).at(-1)?.version ?? 0;
  const possible = [0, ...round.imports.map(({ version }) => version)].filter((version) => version >= lastTold);
  const isOneOf = possible.some((version) => plan.measures.every(({ action, words }) => words === measureWords(action ?? "", version)));
  return [
    ...(isOneOf && plan.measures.length === round.refs.length
      ? []
      : [`lost: the plan holds ${JSON.stringify(plan.measures.map(({ words }) => words))}, and version ${lastTold} was imported`]),
    ...(unseen > 0 ? [`orphan: ${unseen} rows of an import nobody reads`] : []),
    ...(journal && !journal.value.done ? ["orphan: the journal of an import that ended is open"] : []),
  ];
}

import type { Plan } from "../../src/domain/plan.ts";
import { contentRange, planPartition } from "../../src/storage/planRows.ts";
import type { Table } from "../../src/storage/table.ts";

/** The process dies at the first write after so many: from then on nothing reaches the store. */
export function dyingAfter(table: Table, writes: number): Table {
  let left = writes;
  return {
    ...table,
    async write(changes) {
      if (left-- <= 0) throw new Error("killed");
      return table.write(changes);
    },
  };
}

/** The answer to its first write is lost on the way, and the SDK's second try is refused, since the row is as written by then. */
export function losingFirstAnswer(table: Table): Table {
  let isLost = false;
  return {
    ...table,
    async write(changes) {
      const etags = await table.write(changes);
      if (isLost) return etags;
      isLost = true;
      return undefined;
    },
  };
}

/** Something happens between the staging of 150 measures and the write that turns readers to them. */
export function beforeTurning(table: Table, happens: () => Promise<void>): Table {
  let writes = 0;
  return {
    ...table,
    async write(changes) {
      if (++writes === 4) await happens();
      return table.write(changes);
    },
  };
}

/** How many rows of imports a plan has, whoever reads them. */
export async function contentIn(table: Table, plan: string): Promise<number> {
  return (await table.range(planPartition(plan), contentRange)).length;
}

/** How many one import of `planContent` has. */
export function rowsOf(measures: number): number {
  return measures + 2 + 4;
}

export function wordsOf(plan: Plan | undefined): string[] {
  return [...new Set(plan?.measures.map(({ words }) => words))];
}

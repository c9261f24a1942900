import type { KeyRange } from "./rows.ts";
import { type RowKey, rowsPerTransaction, type Table } from "./table.ts";

/**
 * Removes what stands in ranges of one partition. A transaction is refused when somebody else removed one of its rows just
 * now; then what is left is looked up again.
 *
 * @returns false when others kept removing too: then some rows stay
 */
export async function removeRows(
  table: Table,
  partition: string,
  ranges: readonly KeyRange[],
  isToGo: (row: RowKey) => boolean = () => true,
): Promise<boolean> {
  let isDone = false;
  for (let tries = 0; tries < 5 && !isDone; tries++) {
    isDone = true;
    for (const range of ranges) {
      const rows = (await table.keys(partition, range)).filter(isToGo);
      for (const batch of ofAtMost(rowsPerTransaction, rows)) if (!(await table.write(batch.map((row) => ({ kind: "delete", row }))))) isDone = false;
    }
  }
  return isDone;
}

function ofAtMost<T>(size: number, things: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, n) => things.slice(n * size, (n + 1) * size));
}

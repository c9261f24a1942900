import { gathering } from "./gathering.ts";
import { type Change, rowsPerTransaction, type Table } from "./table.ts";

type Write = Table["write"];

/**
 * Writes what is asked for side by side in one transaction where it concerns one partition. Each still has its own
 * answer: where the transaction is refused or fails, each is tried for itself. Some may have been written by then, so
 * whoever asks must know its own write again, as after the SDK's own second try.
 */
export function gatheredWrites(write: Write): Write {
  const ofPartition = new Map<string, Write>();

  return (changes) => {
    const partition = changes[0]?.row.partition ?? "";
    const known = ofPartition.get(partition) ?? gathering(writeTogether, fitTogether);
    ofPartition.set(partition, known);
    return known(changes);
  };

  async function writeTogether(several: readonly (readonly Change[])[]) {
    const [only, ...others] = several;
    if (only && others.length === 0) return [await write(only)];
    const etags = await write(several.flat()).catch(() => undefined);
    if (!etags) return several.map(write);
    const left = [...etags];
    return several.map(({ length }) => left.splice(0, length));
  }
}

/** A transaction takes so many changes, and one of each row. */
function fitTogether(before: readonly (readonly Change[])[], next: readonly Change[]): boolean {
  const rows = before.flat().map(({ row }) => row.key);
  return rows.length + next.length <= rowsPerTransaction && !next.some(({ row }) => rows.includes(row.key));
}

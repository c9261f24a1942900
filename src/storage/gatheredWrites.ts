import { RestError } from "@azure/data-tables";
import { gathering } from "./gathering.ts";
import { type Change, rowsPerTransaction, type Table } from "./table.ts";

type Write = Table["write"];

/**
 * Writes what is asked for side by side in one transaction where it concerns one partition. Each still has its own
 * answer: where not all of it can be written, each is written for itself.
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
    const etags = await write(several.flat()).catch(undefinedIfNothingWritten);
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

/** One of them is more than a row or the request can hold; where the answer is lost, all may have been written. */
function undefinedIfNothingWritten(fault: unknown): undefined {
  const isRefused = fault instanceof RestError && [400, 413].includes(fault.statusCode ?? 0);
  if (!(isRefused || fault instanceof RangeError)) throw fault;
}

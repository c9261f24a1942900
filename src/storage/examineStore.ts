import { RestError, type TableClient } from "@azure/data-tables";
import type { QueueClient } from "@azure/storage-queue";
import { type Instant, instantOf } from "../domain/localDate.ts";
import type { UnfinishedImport } from "./planCare.ts";

export interface StoreFindings {
  /** Milliseconds that one read of the table took; absent when there is no table. */
  readonly readMs?: number;
  /** Messages in the queue, more or less; absent when there is no queue. */
  readonly queued?: number;
  /** The store's own clock, to the second; absent when there is no queue. */
  readonly storeTime?: Instant;
  readonly imports: readonly UnfinishedImport[];
  /** What only a newer release can read of plans, a sentence each. */
  readonly newer: readonly string[];
}

/** @throws when the store does not answer; what is missing from it is no error */
export async function examineStore(
  table: TableClient,
  queue: QueueClient,
  unfinishedImports: () => Promise<Pick<StoreFindings, "imports" | "newer">>,
): Promise<StoreFindings> {
  const readMs = await timeOfRead(table).catch(nothingIfMissing);
  const properties = await queue.getProperties().catch(nothingIfMissing);
  return {
    readMs,
    queued: properties?.approximateMessagesCount,
    storeTime: properties?.date && instantOf(properties.date),
    ...(readMs === undefined ? { imports: [], newer: [] } : await unfinishedImports()),
  };
}

async function timeOfRead(table: TableClient): Promise<number> {
  const began = performance.now();
  await table.listEntities({ queryOptions: { filter: "PartitionKey eq 'directory'" } }).next();
  return Math.round(performance.now() - began);
}

function nothingIfMissing(error: unknown): undefined {
  if (error instanceof RestError && error.statusCode === 404) return undefined;
  throw error;
}

import { odata, RestError, type TableClient, type TransactionAction } from "@azure/data-tables";
import { ConflictError } from "../ports.ts";
import { decodeRow, encodeRow, type KeyRange, type Row, type StoredRow } from "./rows.ts";

/** A change to one row; those with an ETag are refused when the row is no longer as it was read. */
export type Change =
  | { readonly kind: "insert"; readonly row: Row }
  /** Writes whether or not a row was there. */
  | { readonly kind: "put"; readonly row: Row }
  | { readonly kind: "replace"; readonly row: Row; readonly etag: string }
  /** However it stands: the SDK sends no ETag with a deletion in a transaction. */
  | { readonly kind: "delete"; readonly row: Pick<Row, "partition" | "key"> };

export interface Table {
  find<T>(partition: string, key: string): Promise<StoredRow<T> | undefined>;
  /** By row key; a range over a thousand rows comes in several pages, between which others may write. */
  range(partition: string, keys: KeyRange): Promise<readonly StoredRow[]>;
  /**
   * Makes all the changes or none. They are of one partition, at most 100.
   *
   * @returns the rows' new ETags, in order (empty for a deletion); undefined when a row to insert was there, one to replace
   *   was changed, or one to delete was gone: then nothing was written
   */
  write(changes: readonly Change[]): Promise<readonly string[] | undefined>;
}

export function openTable(client: TableClient): Table {
  return {
    async find<T>(partition: string, key: string) {
      // A range of one: a point read of a row that is not there would be reported as an error by every trace.
      const filter = odata`PartitionKey eq ${partition} and RowKey eq ${key}`;
      for await (const entity of client.listEntities({ queryOptions: { filter } })) return decodeRow<T>(entity);
      return undefined;
    },

    async range(partition, { from, to }) {
      const rows: StoredRow[] = [];
      const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
      for await (const entity of client.listEntities({ queryOptions: { filter } })) rows.push(decodeRow(entity));
      return rows;
    },

    async write(changes) {
      try {
        const { subResponses } = await client.submitTransaction(changes.map(actionOf));
        return subResponses.map(({ etag }) => etag ?? "");
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },
  };
}

/**
 * Reads a row, works out its new value and writes it, again from the start when another writer came between.
 *
 * @param next - given the stored value; returns it unchanged to leave the row alone
 * @returns the value now stored
 */
export async function changeRow<T>(table: Table, at: Omit<Row, "value">, next: (stored: T | undefined) => T): Promise<T> {
  for (let tries = 0; tries < 20; tries++) {
    const stored = await table.find<T>(at.partition, at.key);
    const value = next(stored?.value);
    if (stored && value === stored.value) return value;
    if (await table.write([writeOver(stored, { ...at, value })])) return value;
  }
  throw new ConflictError(`the ${at.type} kept changing while it was written`);
}

/** Replaces the row that was read, only while it is as it was; inserts where there was none. */
export function writeOver(read: StoredRow | undefined, row: Row): Change {
  return read ? { kind: "replace", row, etag: read.etag } : { kind: "insert", row };
}

function actionOf(change: Change): TransactionAction {
  switch (change.kind) {
    case "insert":
      return ["create", encodeRow(change.row)];
    case "put":
      return ["upsert", encodeRow(change.row), "Replace"];
    case "replace":
      return ["update", encodeRow(change.row), "Replace", { etag: change.etag }];
    case "delete":
      return ["delete", { partitionKey: change.row.partition, rowKey: change.row.key }];
  }
}

const refusals = new Set(["EntityAlreadyExists", "UpdateConditionNotSatisfied", "ResourceNotFound"]);

/** The row stood in the way, as opposed to a table that is missing or a store that does not answer. */
function isRefusal(error: unknown): boolean {
  return error instanceof RestError && refusals.has(error.code ?? "");
}

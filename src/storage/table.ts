import { odata, RestError, type TableClient, type TransactionAction } from "@azure/data-tables";
import { ConflictError, NewerRowError } from "../ports.ts";
import type { Connection } from "./connection.ts";
import { openDecoder } from "./decodedRows.ts";
import { type Shapes, shapes as shapesOfThisRelease } from "./rowShapes.ts";
import { decodeRow, encodeRow, type KeyRange, type Row, type StoredRow } from "./rows.ts";
import { isOfPlan, tableNameOf } from "./tableNames.ts";

/** Where a row stands. */
export type RowKey = Pick<Row, "partition" | "key">;

/** As many changes as Azure makes at once. */
export const rowsPerTransaction = 100;

/** A change to one row; those with an ETag are refused when the row is no longer as it was read. */
export type Change =
  | { readonly kind: "insert"; readonly row: Row }
  /** Writes whether or not a row was there. */
  | { readonly kind: "put"; readonly row: Row }
  | { readonly kind: "replace"; readonly row: Row; readonly etag: string }
  /** However it stands: the SDK sends no ETag with a deletion in a transaction. */
  | { readonly kind: "delete"; readonly row: RowKey };

export interface Table {
  find<T>(partition: string, key: string): Promise<StoredRow<T> | undefined>;
  /** By row key; a range over a thousand rows comes in several pages, between which others may write. */
  range(partition: string, keys: KeyRange): Promise<readonly StoredRow[]>;
  /** The same, where each row stands for itself: those only a newer release can read are left out, and named. */
  readable(partition: string, keys: KeyRange): Promise<{ rows: readonly StoredRow[]; newer: readonly string[] }>;
  /** As `range`, of what is read again and again: a row that is as it was is the very same object. */
  rangeAgain(partition: string, keys: KeyRange): Promise<readonly StoredRow[]>;
  /** What `range` would give, by its keys alone: for rows that are only to be removed, however much they hold. */
  keys(partition: string, keys: KeyRange): Promise<readonly RowKey[]>;
  /**
   * Makes all the changes or none. They are of one partition, at most 100.
   *
   * @returns the rows' new ETags, in order (empty for a deletion); undefined when a row to insert was there, one to replace
   *   was changed, or one to delete was gone: then nothing was written
   */
  write(changes: readonly Change[]): Promise<readonly string[] | undefined>;
}

/** @param prefix - before the names of tables; a plan's own is made when something is first written to it */
export function openTable(connection: Pick<Connection, "table">, prefix: string, shapes: Shapes = shapesOfThisRelease): Table {
  const clients = new Map<string, TableClient>();
  const decoded = openDecoder(shapes);

  return {
    async find<T>(partition: string, key: string) {
      try {
        return decodeRow<T>(await clientOf(partition).getEntity(partition, key), shapes);
      } catch (error) {
        if (codeOf(error) === "ResourceNotFound" || isUnwritten(partition, error)) return undefined;
        throw error;
      }
    },

    range: (partition, keys) => list(partition, keys, (entity) => decodeRow(entity, shapes)),

    async readable(partition, keys) {
      const newer: string[] = [];
      const rows = await list(partition, keys, (entity) => {
        try {
          return decodeRow(entity, shapes);
        } catch (error) {
          if (!(error instanceof NewerRowError)) throw error;
          newer.push(error.message);
          return undefined;
        }
      });
      return { rows: rows.filter((row) => row !== undefined), newer };
    },

    rangeAgain: (partition, keys) => list(partition, keys, decoded),

    keys: (partition, keys) => list(partition, keys, ({ rowKey }) => ({ partition, key: String(rowKey) }), ["PartitionKey", "RowKey"]),

    async write(changes) {
      const [first] = changes;
      if (!first) return [];
      const { partition } = first.row;
      const client = clientOf(partition);
      const write = () => writeTo(client, changes, shapes).catch(undefinedIfRefused);
      try {
        return await write();
      } catch (error) {
        if (!isUnwritten(partition, error)) throw error;
      }
      await client.createTable();
      return write();
    },
  };

  async function list<T>(
    partition: string,
    { from, to }: KeyRange,
    rowOf: (entity: Readonly<Record<string, unknown>>) => T,
    select?: string[],
  ): Promise<readonly T[]> {
    const rows: T[] = [];
    const filter = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;
    try {
      const pages = clientOf(partition)
        .listEntities({ queryOptions: { filter, select }, requestOptions: { shouldDeserialize: tellsMore } })
        .byPage();
      for await (const page of pages) for (const entity of page) rows.push(rowOf(entity));
    } catch (error) {
      if (!isUnwritten(partition, error)) throw error;
    }
    return rows;
  }

  function clientOf(partition: string): TableClient {
    const name = tableNameOf(prefix, partition);
    const client = clients.get(name) ?? connection.table(name);
    clients.set(name, client);
    return client;
  }
}

/**
 * The SDK compares every field of a page with a description that leaves it as it is, which takes as long as to parse it.
 * Only a page that another follows, and a fault, say more than their rows.
 */
function tellsMore({ status, headers }: { status: number; headers: { has(name: string): boolean } }): boolean {
  return status !== 200 || headers.has("x-ms-continuation-nextpartitionkey");
}

/** Nothing was ever written of that plan. A missing common table is a fault: `ready` makes it. */
function isUnwritten(partition: string, error: unknown): boolean {
  return isOfPlan(partition) && codeOf(error) === "TableNotFound";
}

async function writeTo(client: TableClient, changes: readonly Change[], shapes: Shapes): Promise<readonly string[]> {
  const [only, ...others] = changes;
  if (only && others.length === 0) return [await writeOne(client, only, shapes)];
  const { subResponses } = await client.submitTransaction(changes.map((change) => actionOf(change, shapes)));
  return subResponses.map(({ etag }) => etag ?? "");
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

/** A request of its own costs the store about half of a transaction of one. */
async function writeOne(client: TableClient, change: Change, shapes: Shapes): Promise<string> {
  switch (change.kind) {
    case "insert":
      return (await client.createEntity(encodeRow(change.row, shapes))).etag ?? "";
    case "put":
      return (await client.upsertEntity(encodeRow(change.row, shapes), "Replace")).etag ?? "";
    case "replace":
      return (await client.updateEntity(encodeRow(change.row, shapes), "Replace", { etag: change.etag })).etag ?? "";
    case "delete":
      await client.deleteEntity(change.row.partition, change.row.key);
      return "";
  }
}

function actionOf(change: Change, shapes: Shapes): TransactionAction {
  switch (change.kind) {
    case "insert":
      return ["create", encodeRow(change.row, shapes)];
    case "put":
      return ["upsert", encodeRow(change.row, shapes), "Replace"];
    case "replace":
      return ["update", encodeRow(change.row, shapes), "Replace", { etag: change.etag }];
    case "delete":
      return ["delete", { partitionKey: change.row.partition, rowKey: change.row.key }];
  }
}

const refusals = new Set(["EntityAlreadyExists", "UpdateConditionNotSatisfied", "ResourceNotFound"]);

/** The row stood in the way, as opposed to a table that is missing or a store that does not answer. */
function undefinedIfRefused(error: unknown): undefined {
  if (!refusals.has(codeOf(error) ?? "")) throw error;
}

/** The SDK gives the service's code of a transaction on the error, of a single request only in its details. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof RestError)) return undefined;
  return error.code ?? (error.details as { odataError?: { code?: string } } | undefined)?.odataError?.code;
}

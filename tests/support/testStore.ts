import { randomBytes } from "node:crypto";
import { connect } from "../../src/storage/connection.ts";
import { openStore, type Store, type StoreOptions } from "../../src/storage/openStore.ts";
import { openTable, type Table } from "../../src/storage/table.ts";

/** Tests share one emulator and two processors: a read that waits for both is no fault of what they try. */
const patience = { read: 10_000, write: 12_000 };

/** A store of its own, empty, in the run's emulator. */
export async function openTestStore(options: StoreOptions = {}): Promise<Store> {
  const store = await openStore(testConnection(), { prefix: newPrefix(), patience, ...options });
  await store.ready();
  return store;
}

/** For tests of what the rows themselves hold. */
export async function openTestStoreWithTable(options: StoreOptions = {}): Promise<Store & { table: Table; prefix: string }> {
  const prefix = newPrefix();
  const store = await openTestStore({ ...options, prefix });
  return { ...store, prefix, table: openTable(await connect(testConnection()), prefix, options.shapes) };
}

function newPrefix(): string {
  return `t${randomBytes(8).toString("hex")}`;
}

/** The run's emulator. */
export function testConnection(): { connectionString: string } {
  const connectionString = process.env.DRUMBEAT_TEST_STORE;
  if (!connectionString) throw new Error("DRUMBEAT_TEST_STORE is not set: jest's globalSetup, tests/support/startStore.ts, did not run");
  return { connectionString };
}

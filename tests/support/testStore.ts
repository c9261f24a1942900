import { randomBytes } from "node:crypto";
import { connect } from "../../src/storage/connection.ts";
import { openStore, type Store, type StoreOptions } from "../../src/storage/openStore.ts";
import { openTable, type Table } from "../../src/storage/table.ts";

/** A store of its own, empty, in the run's emulator. */
export async function openTestStore(options: StoreOptions = {}): Promise<Store> {
  const store = await openStore({ connectionString: connectionString() }, { prefix: newPrefix(), ...options });
  await store.ready();
  return store;
}

/** For tests of what the rows themselves hold. */
export async function openTestStoreWithTable(): Promise<Store & { table: Table }> {
  const prefix = newPrefix();
  const store = await openTestStore({ prefix });
  const clients = await connect({ connectionString: connectionString() }, `${prefix}drumbeat`, `${prefix}drumbeat-deliveries`);
  return { ...store, table: openTable(clients.table) };
}

function newPrefix(): string {
  return `t${randomBytes(8).toString("hex")}`;
}

function connectionString(): string {
  const given = process.env.DRUMBEAT_TEST_STORE;
  if (!given) throw new Error("DRUMBEAT_TEST_STORE is not set: jest's globalSetup, tests/support/startStore.ts, did not run");
  return given;
}

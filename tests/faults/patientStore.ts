import { setTimeout as wait } from "node:timers/promises";
import type { Store } from "../../src/storage/openStore.ts";
import type { Table } from "../../src/storage/table.ts";

const reads = new Set(["read", "readWithNoticed", "history", "wholeHistory", "allEntries", "list", "all", "teams", "find", "open", "range"]);

/** The campaign looks on while the store is away or a busy machine is slow; what it cannot see now it looks for again. */
export function patientStore(store: Store): Store {
  return { ...store, plans: patient(store.plans), people: patient(store.people), notices: patient(store.notices) };
}

export function patientTable(table: Table): Table {
  return patient(table);
}

function patient<T extends object>(port: T): T {
  return new Proxy(port, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      return typeof method === "function" && reads.has(String(key)) ? (...args: unknown[]) => again(() => method.apply(target, args)) : method;
    },
  });
}

async function again<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await read();
    } catch (error) {
      if (tries >= 20) throw error;
      await wait(500);
    }
  }
}

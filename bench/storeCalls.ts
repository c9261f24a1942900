import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/** One request to the store as it left the process. */
export interface StoreCall {
  readonly method: string;
  readonly table: string;
  /** Of a query. */
  readonly filter?: string;
  /** Of a read of one row. */
  readonly row?: { readonly partition: string; readonly key: string };
}

export function isRead({ method }: StoreCall): boolean {
  return method === "GET";
}

/** Keeps what this process asks of the table service from the first `take` on, so that a bare counterpart can be made to ask the same. */
export function recordStoreCalls(tablePort: number): { take(): StoreCall[] } {
  let calls: StoreCall[] | undefined;
  subscribe("http.client.request.start", (message) => {
    const { request } = message as { request: ClientRequest };
    const host = String(request.getHeader("host"));
    if (!calls || !host.endsWith(`:${tablePort}`)) return;
    const { pathname, searchParams } = new URL(request.path, `http://${host}`);
    const filter = searchParams.get("$filter");
    const [, table = ""] = /^\/[^/]+\/([A-Za-z0-9]+)/.exec(pathname) ?? [];
    const [, partition, key] = /\(PartitionKey='(.*)',RowKey='(.*)'\)$/.exec(decodeURIComponent(pathname)) ?? [];
    calls.push({ method: request.method, table, ...(filter && { filter }), ...(partition && key && { row: { partition, key } }) });
  });
  return {
    take() {
      const taken = calls ?? [];
      calls = [];
      return taken;
    },
  };
}

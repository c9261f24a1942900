import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/** One request to the store as it left the process. */
export interface StoreCall {
  readonly method: string;
  /** Of a query. */
  readonly filter?: string;
}

/** Keeps what this process asks of the table service, so that a bare counterpart can be made to ask the same. */
export function recordStoreCalls(tablePort: number): { take(): StoreCall[] } {
  let calls: StoreCall[] = [];
  subscribe("http.client.request.start", (message) => {
    const { request } = message as { request: ClientRequest };
    const host = String(request.getHeader("host"));
    if (!host.endsWith(`:${tablePort}`)) return;
    const filter = new URL(request.path, `http://${host}`).searchParams.get("$filter");
    calls.push({ method: request.method, ...(filter && { filter }) });
  });
  return {
    take() {
      const taken = calls;
      calls = [];
      return taken;
    },
  };
}

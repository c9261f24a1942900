import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A real server that stands in for the OneDrive files come from and go to. */
export interface FilePlace {
  /** Puts a file there. @returns its address, with a token as Teams' addresses have one */
  add(name: string, bytes: Uint8Array): string;
  /** Where a file may be put. */
  readonly uploadUrl: string;
  /** What was put there, oldest first. */
  readonly put: readonly { readonly range?: string; readonly bytes: Buffer }[];
  /** How often files were asked for. */
  readonly asked: () => number;
  close(): Promise<void>;
}

export async function startFilePlace(): Promise<FilePlace> {
  const files = new Map<string, Uint8Array>();
  const put: { range?: string; bytes: Buffer }[] = [];
  let asked = 0;
  const server = createServer(async (request, response) => {
    if (request.method === "PUT") {
      put.push({ range: request.headers["content-range"], bytes: await buffer(request) });
      response.statusCode = 201;
      return void response.end("{}");
    }
    asked += 1;
    const bytes = files.get(decodeURIComponent(new URL(request.url ?? "/", "http://place").pathname.slice(1)));
    response.statusCode = bytes ? 200 : 404;
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    add(name, bytes) {
      files.set(name, bytes);
      return `${url}/${encodeURIComponent(name)}?tempauth=secret`;
    },
    uploadUrl: `${url}/upload?guid=secret`,
    put,
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

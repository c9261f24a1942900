import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "@jest/globals";
import { type FileTransfer, fetchFile, putFile } from "../../src/teams/fetchFile.ts";

const here: FileTransfer = { places: { kind: "thisMachine" }, mostBytes: 1024 * 1024, timeLimitMs: 700 };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A place that keeps files, and behaves as told. */
async function place(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/plan?tempauth=secret`;
}

test("a file comes as it is", async () => {
  const address = await place((_, response) => response.end("Area,Action"));

  expect(Buffer.from(await fetchFile(address, "plan.csv", here)).toString()).toBe("Area,Action");
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
])("a place that packs with %s although it was not asked to is understood", async (encoding, pack) => {
  const address = await place((_, response) => give(response, 200, { "content-encoding": encoding }).end(pack("Area,Action")));

  expect(Buffer.from(await fetchFile(address, "plan.csv", here)).toString()).toBe("Area,Action");
});

const unpacksToMuch = gzipSync(Buffer.alloc(9_000_000));

test.each<[string, RequestListener, string]>([
  ["one that never ends", (_, response) => void pour(response), "larger than 1 MB"],
  ["one that says it is larger", (_, response) => void give(response, 200, { "content-length": 5_000_000 }).flushHeaders(), "larger than 1 MB"],
  ["a small one that unpacks to much", (_, response) => void give(response, 200, { "content-encoding": "gzip" }).end(unpacksToMuch), "larger than 1 MB"],
  ["one that drips", (_, response) => drip(response), "longer than 1 second"],
  ["a place that says nothing", () => undefined, "longer than 1 second"],
  ["one shorter than it said", (_, response) => cutShort(response), "did not arrive whole"],
  ["a broken pack", (_, response) => void give(response, 200, { "content-encoding": "gzip" }).end("not packed"), "did not arrive whole"],
  ["an unknown pack", (_, response) => void give(response, 200, { "content-encoding": "zstd9" }).end("x"), "a way I do not know"],
  ["a link that ran out", (_, response) => void give(response, 403).end("no"), "Teams' links last a few minutes"],
  ["a place at fault", (_, response) => void give(response, 503).end("no"), "answered 503"],
  [
    "a redirect to elsewhere",
    (_, response) => void give(response, 302, { location: "http://169.254.169.254/latest/meta-data" }).end(),
    "only open files on this machine",
  ],
  ["a redirect to nowhere", (_, response) => void give(response, 302, { location: "http://" }).end(), "can't be read"],
  ["a redirect without end", (request, response) => void give(response, 307, { location: request.url }).end(), "only leads to other addresses"],
])("%s: one plain sentence, in time, without the address", async (_name, answer, sentence) => {
  const address = await place(answer);
  const began = performance.now();

  const refused = await fetchFile(address, "plan.csv", here).then(
    () => "taken",
    (error) => error,
  );

  expect(refused).toMatchObject({ name: "UserError", message: expect.stringContaining(sentence) });
  expect(`${refused.message}`).not.toMatch(/secret|127\.0\.0\.1/);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("a redirect within the place is followed", async () => {
  const address = await place((request, response) =>
    request.url?.startsWith("/plan") ? void give(response, 302, { location: "/real" }).end() : void response.end("here"),
  );

  expect(Buffer.from(await fetchFile(address, "plan.csv", here)).toString()).toBe("here");
});

test("a name of SharePoint that leads into a private network is not connected to", async () => {
  let asked = 0;
  const address = new URL(await place(() => (asked += 1)));
  const sharePoint: FileTransfer = {
    ...here,
    places: { kind: "sharePoint", hosts: ["contoso.sharepoint.com"] },
    resolve: ((_host: string, _options: object, done: (error: null, addresses: object[]) => void) =>
      done(null, [{ address: "127.0.0.1", family: 4 }])) as never,
  };

  await expect(fetchFile("https://contoso.sharepoint.com/plan", "plan.csv", sharePoint)).rejects.toThrow("leads into a private network");
  await expect(fetchFile(`http://127.0.0.1:${address.port}/plan`, "plan.csv", sharePoint)).rejects.toThrow("not kept in this organisation's own SharePoint");
  expect(asked).toBe(0);
});

test("a file is put in one piece, with its range", async () => {
  const taken: { method?: string; range?: string; length?: string; bytes: string }[] = [];
  const address = await place(async (request, response) => {
    const { method, headers } = request;
    taken.push({ method, range: headers["content-range"], length: headers["content-length"], bytes: (await buffer(request)).toString() });
    give(response, 201).end("{}");
  });

  await putFile(address, "sheet.csv", Buffer.from("a,b"), here);

  expect(taken).toEqual([{ method: "PUT", range: "bytes 0-2/3", length: "3", bytes: "a,b" }]);
});

test("a place that does not take a file is named by its answer", async () => {
  const address = await place((request, response) => {
    request.resume();
    give(response, 507).end();
  });

  await expect(putFile(address, "sheet.csv", Buffer.from("a,b"), here)).rejects.toThrow("answered 507");
});

/** Not `writeHead`, of which restify leaves one behind that can't be chained. */
function give(response: ServerResponse, status: number, headers: Readonly<Record<string, string | number | undefined>> = {}): ServerResponse {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value ?? "");
  return response;
}

function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  response.writeHead(200);
  more();
}

function drip(response: ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write("x"), 50);
  response.on("close", () => clearInterval(timer));
}

function cutShort(response: ServerResponse): void {
  response.writeHead(200, { "content-length": 100 });
  response.write("only this");
  setTimeout(() => response.destroy(), 30);
}
